import { newId, type Transaction } from '@groundwork/database';
import { and, eq } from 'drizzle-orm';
import type { Context } from '../../context.ts';
import { Invalid, NotFound } from '../../errors.ts';
import { note } from '../../journal.ts';
import { countryOf, phoneOf, shownPhone } from '../phones.ts';
import { findNextPoint } from '../points.ts';
import { ADDRESS_PARTS, findAddressParts, writeAddress } from '../postal.ts';
import { findOwnRecord } from '../queries.ts';
import { contactPoints, people, personHistory } from '../tables.ts';
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
  const next = phone ?? (await findNextPoint(tx, id, 'phone'));
  if (next === null) return;
  await tx.delete(contactPoints).where(and(isTheirs, eq(contactPoints.value, next)));
  if (phone === null) await tx.update(people).set({ phone: next }).where(eq(people.id, id));
}

/** Answers whether their post goes elsewhere now. A part that is left out stays. */
async function moveTo(tx: Transaction, own: Own, asked: OwnChange): Promise<boolean> {
  const before = await findAddressParts(tx, own.id);
  const changed = ADDRESS_PARTS.filter((part) => {
    const said = asked[part];
    return said !== undefined && (said || null) !== before[part];
  });
  if (changed.length === 0) return false;
  const after = { ...before, ...Object.fromEntries(changed.map((part) => [part, asked[part] || null])) };
  await writeAddress(tx, own, after);
  return true;
}
