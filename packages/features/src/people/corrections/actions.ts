import type { Transaction } from '@groundwork/database';
import { and, eq, sql } from 'drizzle-orm';
import type { Context } from '../../context.ts';
import { Invalid, NotFound } from '../../errors.ts';
import { standsIn } from '../../groups/standing.ts';
import { note } from '../../journal.ts';
import { permit } from '../../policy.ts';
import { noteByHand } from '../history/actions.ts';
import { peoplePolicy } from '../policy.ts';
import { findPersonOf } from '../queries.ts';
import { people } from '../tables.ts';
import type { PersonChange } from './contract.ts';

type Correcting = PersonChange & { slug: string; personId: string };

/** Corrects a person's record. Their history tells what was corrected, by whom and when, and not what it was before. */
export async function correctPerson(ctx: Context, { slug, personId, ...asked }: Correcting): Promise<void> {
  const { group } = await findPersonOf(ctx, slug, personId);
  permit(peoplePolicy, 'correct', group);
  await ctx.change(async (tx) => {
    const before = await lockPerson(tx, personId);
    const changes = changesOf(before, asked);
    const fields = Object.keys(changes);
    if (fields.length === 0) return;
    if (changes.contactAccountId) await refuseOutsider(tx, group.id, changes.contactAccountId);
    await tx.update(people).set(changes).where(eq(people.id, personId));
    const named = fields.map((field) => (field === 'contactAccountId' ? 'contact' : field));
    await noteByHand(tx, ctx, { groupId: group.id, personId, kind: 'corrected', fields: named });
    note(tx, ctx, 'people.corrected', { groupId: group.id, id: personId }, { fields: named });
  });
}

/** Whoever left a group no longer keeps in touch with its people. Heard from the journal, so it may run twice. */
export async function releaseContacts(
  ctx: Context,
  { groupId, subjectId }: { groupId: string | null; subjectId: string | null },
): Promise<void> {
  if (!groupId || !subjectId) return;
  const isTheirs = and(eq(people.groupId, groupId), eq(people.contactAccountId, subjectId));
  // They may be back by the time it is heard.
  const isGone = sql`not ${standsIn(subjectId, groupId)}`;
  await ctx.change((tx) => tx.update(people).set({ contactAccountId: null }).where(and(isTheirs, isGone)));
}

const CORRECTED = {
  name: people.name,
  pronouns: people.pronouns,
  language: people.language,
  assessment: people.assessment,
  contactAccountId: people.contactAccountId,
};
type Corrected = Awaited<ReturnType<typeof lockPerson>>;

async function lockPerson(tx: Transaction, personId: string) {
  const [person] = await tx.select(CORRECTED).from(people).where(eq(people.id, personId)).for('update');
  if (!person) throw new NotFound('person');
  return person;
}

function changesOf(
  before: Corrected,
  { contactId, pronouns, assessment, ...asked }: PersonChange,
): Partial<Corrected> {
  const said = {
    ...asked,
    ...(pronouns !== undefined && { pronouns: pronouns || null }),
    ...(assessment !== undefined && { assessment: assessment || null }),
    ...(contactId !== undefined && { contactAccountId: contactId }),
  };
  const changed = Object.entries(said).filter(([field, value]) => before[field as keyof Corrected] !== value);
  return Object.fromEntries(changed) as Partial<Corrected>;
}

async function refuseOutsider(tx: Transaction, groupId: string, accountId: string): Promise<void> {
  const { rows } = await tx.execute<{ stands: boolean }>(
    sql`select ${standsIn(sql`${accountId}::uuid`, sql`${groupId}::uuid`, 'see_people')} as stands`,
  );
  if (!rows[0]?.stands) throw new Invalid([{ name: 'contactId', code: 'people.contact-sees-nobody' }]);
}
