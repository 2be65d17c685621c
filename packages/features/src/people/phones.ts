import { newId, type Transaction } from '@groundwork/database';
import { and, asc, eq, sql } from 'drizzle-orm';
import type { Remembered } from './actions.ts';
import { digitsOf, phoneIn, SHORTEST_NUMBER } from './imports/cells.ts';
import { people } from './tables.ts';

/** A phone number as it is kept: as it was typed, in the digits that telephones have; null for what nobody could call. */
export function phoneOf(typed: string): string | null {
  const phone = phoneIn(typed.trim());
  return digitsOf(phone).length < SHORTEST_NUMBER ? null : phone;
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
