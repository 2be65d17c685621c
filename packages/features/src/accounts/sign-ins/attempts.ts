import type { Queryable } from '@groundwork/database';
import { eq, isNull, like, lte, or, sql } from 'drizzle-orm';
import type { House } from '../../context.ts';
import { TooMany } from '../../errors.ts';
import { emailKey } from '../emails/keys.ts';
import { signInFailures } from '../tables.ts';

const FREE = 4;
const LONGEST_WAIT_MINUTES = 15;

/**
 * Who guesses at the password of `email`: a stranger; a browser that was let into this account before (see devices.ts);
 * or a session that is in it now. Each is counted apart, so a stranger's guesses keep nobody else waiting.
 */
export type Guesser = { email: string; device?: string | null; session?: string | null };

/**
 * Counts one attempt at an email's password before it is checked, so that attempts sent at once are counted too.
 * From the fifth in a row on, each is followed by a wait: 1, 2, 4, 8, then 15 minutes; during it, throws TooMany.
 * Emails without an account are counted alike, so a wait tells nothing. A day without attempts forgets them.
 */
export async function countAttempt(house: House, guesser: Guesser): Promise<void> {
  const key = keyOf(house, guesser);
  const { db } = house;
  const count = sql`case when ${signInFailures.lastAt} < now() - interval '1 day' then 1 else ${signInFailures.failureCount} + 1 end`;
  const minutes = sql`least(power(2, least(${count} - ${FREE + 1}::int, 8)), ${LONGEST_WAIT_MINUTES}::int)::int`;
  const counted = await db
    .insert(signInFailures)
    .values({ key, failureCount: 1, lastAt: sql`now()` })
    .onConflictDoUpdate({
      target: signInFailures.key,
      set: {
        failureCount: count,
        lastAt: sql`now()`,
        blockedUntil: sql`case when ${count} > ${FREE}::int then now() + make_interval(mins => ${minutes}) end`,
      },
      setWhere: or(isNull(signInFailures.blockedUntil), lte(signInFailures.blockedUntil, sql`now()`)),
    })
    .returning({ key: signInFailures.key });
  if (counted.length === 0) throw new TooMany(await minutesLeft(db, key));
}

/** The password was right: what this guesser had wrong before no longer counts. */
export async function forgiveAttempts(db: Queryable, house: House, guesser: Guesser): Promise<void> {
  await db.delete(signInFailures).where(eq(signInFailures.key, keyOf(house, guesser)));
}

/** The password has been set anew: nobody waits any more, whoever guessed. */
export async function forgiveEveryone(db: Queryable, house: House, email: string): Promise<void> {
  const key = emailKey(house, email);
  const apart = like(signInFailures.key, `${key.replaceAll('_', String.raw`\_`)}:%`);
  await db.delete(signInFailures).where(or(eq(signInFailures.key, key), apart));
}

function keyOf(house: House, { email, device, session }: Guesser) {
  const key = emailKey(house, email);
  if (session) return `${key}:session:${session}`;
  return device ? `${key}:device:${device}` : key;
}

async function minutesLeft(db: Queryable, key: string) {
  const [row] = await db
    .select({
      minutes: sql<number>`ceil(extract(epoch from ${signInFailures.blockedUntil} - now()) / 60)::int`,
    })
    .from(signInFailures)
    .where(eq(signInFailures.key, key));
  return Math.max(1, row?.minutes ?? 1);
}
