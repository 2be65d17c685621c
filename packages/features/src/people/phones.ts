import { newId, type Transaction } from '@groundwork/database';
import { and, asc, eq, sql } from 'drizzle-orm';
import type { Remembered } from './actions.ts';
import { people } from './tables.ts';

/** A phone number as it is kept: as it was typed, in the digits that telephones have; null for what nobody could call. */
export function phoneOf(typed: string): string | null {
  const phone = phoneIn(typed.trim());
  return digitsOf(phone).length < SHORTEST_NUMBER ? null : phone;
}

/** A phone number as it was written, in the digits that telephones have; Facebook's leads begin it with `p:`. */
export function phoneIn(cell: string): string {
  if (/^[+\d() ./-]{0,40}$/.test(cell)) return cell;
  const digits = cell.replaceAll(/[\u0660-\u0669\u06f0-\u06f9]/g, (digit) =>
    String(digit.charCodeAt(0) & 15),
  );
  return digits
    .replaceAll(/\p{Cf}/gu, '')
    .replace(/^p:\s*(?=[+\d])/i, '')
    .slice(0, 40)
    .trim();
}

/** Digits; what is shorter is no number that one could call. */
export const SHORTEST_NUMBER = 4;

/** A number reduced to what tells it from another. */
export function digitsOf(phone: string): string {
  return phone.replaceAll(/\D/g, '');
}

type Reached = Omit<Remembered, 'email' | 'accountId'> & { phone: string };

/**
 * Finds or adds somebody who gave a number and no address: by both number and name, since a household may share the one.
 * A list that is brought in looks the same way, and one at a time does, as nothing else keeps two from adding the same.
 */
export async function rememberByPhone(tx: Transaction, asked: Reached): Promise<{ id: string }> {
  const { groupId, phone, name, language, source, subjectId = null } = asked;
  await lockPhones(tx, groupId);
  const digits = sql`regexp_replace(${people.phone}, '[^0-9]', '', 'g') = ${digitsOf(phone)}`;
  const isThem = and(eq(people.groupId, groupId), digits, sql`lower(${people.name}) = lower(${name})`);
  const [known] = await tx
    .select({ id: people.id })
    .from(people)
    .where(isThem)
    .orderBy(asc(people.id))
    .limit(1);
  const id = known?.id ?? newId();
  if (known)
    await tx
      .update(people)
      .set({ lastSeenAt: sql`now()` })
      .where(eq(people.id, id));
  else await tx.insert(people).values({ id, groupId, phone, name, language, source, sourceId: subjectId });
  return { id };
}

/** Until this transaction ends, nobody else adds people to this group by their numbers. */
export async function lockPhones(tx: Transaction, groupId: string): Promise<void> {
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended('people.by-phone ' || ${groupId}, 0))`);
}
