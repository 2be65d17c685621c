import { newId, type Transaction } from '@groundwork/database';
import { and, asc, eq } from 'drizzle-orm';
import type { Context } from '../../context.ts';
import { Invalid, NotFound } from '../../errors.ts';
import { note } from '../../journal.ts';
import { countryOf, phoneOf, shownPhone } from '../phones.ts';
import { findAddressParts } from '../points.ts';
import { findOwnRecord } from '../queries.ts';
import { contactPoints, people, personAddresses, personHistory } from '../tables.ts';
import type { OwnChange } from './contract.ts';

type Own = { id: string; groupId: string };

/**
 * A person corrects what a group holds about them, whoever wrote it down. Their history says what they corrected, and not
 * what it was before.
 */
export async function correctOwnRecord(ctx: Context, sealed: string, asked: OwnChange): Promise<void> {
  const { id, groupId } = await findOwnRecord(ctx, sealed);
  await ctx.change(async (tx) => {
    const before = await lockOwn(tx, id);
    const changes = await changesOf(tx, { groupId, before, asked });
    if (Object.keys(changes).length > 0) await tx.update(people).set(changes).where(eq(people.id, id));
    if (changes.phone !== undefined) await settleFurther(tx, { id, groupId }, changes.phone);
    const hasMoved = await moveTo(tx, { id, groupId }, asked);
    const fields = [...fieldsOf(changes), ...(hasMoved ? ['address'] : [])];
    if (fields.length === 0) return;
    await tx.insert(personHistory).values({ id: newId(), groupId, personId: id, kind: 'corrected', fields });
    note(tx, null, 'people.corrected', { groupId, id }, { fields });
  });
}

type OwnColumns = Pick<typeof people.$inferSelect, 'name' | 'language' | 'pronouns' | 'phone'>;

async function lockOwn(tx: Transaction, id: string): Promise<OwnColumns> {
  const { name, language, pronouns, phone } = people;
  const [before] = await tx
    .select({ name, language, pronouns, phone })
    .from(people)
    .where(eq(people.id, id))
    .for('update');
  if (!before) throw new NotFound('record');
  return before;
}

type Correction = { groupId: string; before: OwnColumns; asked: OwnChange };

async function changesOf(
  tx: Transaction,
  { groupId, before, asked: { name, language, pronouns, phone } }: Correction,
): Promise<Partial<OwnColumns>> {
  const said = {
    ...(name !== undefined && { name }),
    ...(language !== undefined && { language }),
    ...(pronouns !== undefined && { pronouns: pronouns || null }),
    ...(phone !== undefined && { phone: await readPhone(tx, { groupId, typed: phone, kept: before.phone }) }),
  };
  const changed = Object.entries(said).filter(
    ([field, value]) => before[field as keyof OwnColumns] !== value,
  );
  return Object.fromEntries(changed) as Partial<OwnColumns>;
}

/** A number that is taken away is called otherwise than one that is written: what comes to be the first then is not theirs. */
function fieldsOf(changes: Partial<OwnColumns>): string[] {
  return Object.entries(changes).map(([field, value]) =>
    field === 'phone' && value === null ? 'phone-removed' : field,
  );
}

type Typed = { groupId: string; typed: string; kept: string | null };

/** What is kept already stays as it is, be it no number that anybody could call. */
async function readPhone(tx: Transaction, { groupId, typed, kept }: Typed): Promise<string | null> {
  if (typed === '') return null;
  const country = await countryOf(tx, groupId);
  if (kept !== null && [kept, shownPhone(kept, country)].includes(typed)) return kept;
  const phone = phoneOf(typed, country);
  if (phone === null) throw new Invalid([{ name: 'phone', code: 'field.phone' }]);
  return phone;
}

/** The first number is no further one besides; where there is none any more, the next one is the first. */
async function settleFurther(tx: Transaction, { id }: Own, phone: string | null): Promise<void> {
  const isTheirs = and(eq(contactPoints.personId, id), eq(contactPoints.kind, 'phone'));
  const next = phone ?? (await nextPhone(tx, id));
  if (next === null) return;
  await tx.delete(contactPoints).where(and(isTheirs, eq(contactPoints.value, next)));
  if (phone === null) await tx.update(people).set({ phone: next }).where(eq(people.id, id));
}

async function nextPhone(tx: Transaction, id: string): Promise<string | null> {
  const [next] = await tx
    .select({ value: contactPoints.value })
    .from(contactPoints)
    .where(and(eq(contactPoints.personId, id), eq(contactPoints.kind, 'phone')))
    .orderBy(asc(contactPoints.addedAt), asc(contactPoints.id))
    .limit(1);
  return next?.value ?? null;
}

const PARTS = ['street', 'city', 'region', 'postcode', 'country'] as const;

/** Answers whether their post goes elsewhere now. A part that is left out stays. */
async function moveTo(tx: Transaction, { id, groupId }: Own, asked: OwnChange): Promise<boolean> {
  const before = await findAddressParts(tx, id);
  const changed = PARTS.filter((part) => {
    const said = asked[part];
    return said !== undefined && (said || null) !== before[part];
  });
  if (changed.length === 0) return false;
  const after = { ...before, ...Object.fromEntries(changed.map((part) => [part, asked[part] || null])) };
  const isNowhere = Object.values(after).every((part) => part === null);
  if (isNowhere) await tx.delete(personAddresses).where(eq(personAddresses.personId, id));
  else
    await tx
      .insert(personAddresses)
      .values({ personId: id, groupId, ...after })
      .onConflictDoUpdate({ target: personAddresses.personId, set: after });
  return true;
}
