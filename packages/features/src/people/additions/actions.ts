import { newId, type Transaction } from '@groundwork/database';
import { and, eq, sql } from 'drizzle-orm';
import type { Context } from '../../context.ts';
import { Invalid } from '../../errors.ts';
import { note } from '../../journal.ts';
import { spendQuota } from '../../limits/making.ts';
import { permit } from '../../policy.ts';
import { boundedTags, tidyTag } from '../imports/cells.ts';
import { giveConsent } from '../consents.ts';
import { noteByHand } from '../history/actions.ts';
import { keepNote } from '../notes/actions.ts';
import { countryOf, digitForms, phoneOf } from '../phones.ts';
import { firstEmailBy } from '../points.ts';
import { peoplePolicy } from '../policy.ts';
import { findPeopleHolder } from '../queries.ts';
import { people } from '../tables.ts';
import type { NewPerson } from './contract.ts';
import { keepEarlierNo } from './earlier-noes.ts';
import { lockAdding } from './locks.ts';

/** Adds somebody by hand. Whom the group knows already is not added again: Invalid, beside what they are known by. */
export async function addPerson(ctx: Context, slug: string, asked: NewPerson): Promise<{ id: string }> {
  const group = await findPeopleHolder(ctx, slug);
  permit(peoplePolicy, 'bringIn', group);
  const { email = null, saidYes } = asked;
  const phone = readPhone(asked.phone, await countryOf(ctx.db, group.id));
  if (saidYes && email === null) throw new Invalid([{ name: 'email', code: 'people.yes-without-email' }]);
  return ctx.change(async (tx) => {
    await spendQuota(ctx, tx, asked.note ? { 'people-by-hand': 1, notes: 1 } : 'people-by-hand', group.id);
    const person = { groupId: group.id, id: newId() };
    await lockAdding(tx, group.id);
    await insertNew(tx, ctx, { ...asked, ...person, email, phone });
    await noteByHand(tx, ctx, { groupId: group.id, personId: person.id, kind: 'added' });
    const isRefused = email !== null && (await keepEarlierNo(tx, ctx, { ...person, email }));
    if (saidYes && !isRefused) {
      const yes = { groupId: group.id, personId: person.id, way: 'email', purpose: 'updates' } as const;
      await giveConsent(tx, ctx, { ...yes, how: 'organizer', manner: saidYes });
    }
    if (asked.note) await keepNote(tx, ctx, { ...person, body: asked.note });
    note(tx, ctx, 'people.added', person);
    return { id: person.id };
  });
}

/** What was typed as a phone number, in its form; Invalid for what nobody could call. */
export function readPhone(typed: string | undefined, country: string | null): string | null {
  if (!typed) return null;
  const phone = phoneOf(typed, country);
  if (phone === null) throw new Invalid([{ name: 'phone', code: 'field.phone' }]);
  return phone;
}

type Adding = Omit<NewPerson, 'email' | 'phone'> & {
  id: string;
  groupId: string;
  email: string | null;
  phone: string | null;
};

async function insertNew(tx: Transaction, { language }: Context, asked: Adding): Promise<void> {
  const { id, groupId, name, email, phone } = asked;
  if (email === null && phone !== null) await refuseKnownNumber(tx, { groupId, name, phone });
  const added = await tx
    .insert(people)
    .values({
      ...{ id, groupId, name, phone, source: 'hand' },
      email: sql`coalesce(${firstEmailBy(groupId, email)}, ${email}::text)`,
      language: asked.language ?? language,
      tags: boundedTags((asked.tags ?? []).map(tidyTag)),
    })
    .onConflictDoNothing({ target: [people.groupId, people.email] })
    .returning({ id: people.id });
  if (added.length === 0) throw new Invalid([{ name: 'email', code: 'people.known-email' }]);
}

/** A household may share a number: it is the same person by the number and the name. */
async function refuseKnownNumber(
  tx: Transaction,
  { groupId, name, phone }: Record<'groupId' | 'name' | 'phone', string>,
): Promise<void> {
  const isNumber = sql`regexp_replace(${people.phone}, '[^0-9]', '', 'g') = any(${sql.param(digitForms(phone))}::text[])`;
  const isThem = and(eq(people.groupId, groupId), isNumber, sql`lower(${people.name}) = lower(${name})`);
  if ((await tx.$count(people, isThem)) > 0)
    throw new Invalid([{ name: 'phone', code: 'people.known-phone' }]);
}
