import { createHmac } from 'node:crypto';
import type { Transaction } from '@groundwork/database';
import { lt, sql, type SQL, type SQLWrapper } from 'drizzle-orm';
import type { Context, House } from '../../context.ts';
import type { KeptBudget } from '../../groups/budgets/queries.ts';
import { note } from '../../journal.ts';
import { people } from '../../people/tables.ts';
import { contactMarks } from './tables.ts';

type Keys = Pick<House, 'settings'>;

/** How long a mail counts, and how long a mark is kept. */
const WEEK = sql`interval '7 days'`;

/**
 * Lets one mailing at a time look at the marks of these coalitions and write its own, until its transaction ends: of two that
 * begin at once the second sees what the first has marked. A lock, as no one statement could see the marks of a transaction
 * that has not ended. Taken in the order of the budgets, so that nobody waits for each other.
 */
export async function lockMarks(tx: Transaction, budgets: KeptBudget[]): Promise<void> {
  for (const { coalitionId } of budgets)
    await tx.execute(
      sql`select pg_advisory_xact_lock(hashtextextended('contact-marks ' || ${coalitionId}, 0))`,
    );
}

/**
 * Who had as many mails within seven days as one of these budgets allows: what follows `from people`, and the condition over it. A
 * set that is made once and joined, whatever its size: looked up person by person, a million would take half a minute.
 */
export function enoughMarks(keys: Keys, budgets: KeptBudget[]): { joined: SQL; isEnough: SQL } {
  const each = budgets.map(({ coalitionId, mostAWeek }, n) => {
    const name = sql.identifier(`enough_${n}`);
    const joined = sql`left join (
      select mark.hash from ${contactMarks} mark where mark.coalition_id = ${coalitionId}::uuid
        and mark.at > now() - ${WEEK} group by mark.hash having count(*) >= ${mostAWeek}) ${name}
      on ${name}.hash = ${hashOf(keys, coalitionId)}`;
    return { joined, isEnough: sql`${name}.hash is not null` };
  });
  const conditions = each.map(({ isEnough }) => isEnough);
  return {
    joined: sql.join(
      each.map(({ joined }) => joined),
      sql` `,
    ),
    isEnough: conditions.length === 0 ? sql`false` : sql`(${sql.join(conditions, sql` or `)})`,
  };
}

/** Marks a mail to each of `some`, which follows `from people`; `at`: when it goes out, over the same rows. */
export async function addMarks(
  tx: Transaction,
  keys: Keys,
  budgets: KeptBudget[],
  { some, at }: { some: SQL; at: SQLWrapper },
): Promise<void> {
  for (const { coalitionId } of budgets)
    await tx.execute(sql`
      insert into ${contactMarks} (coalition_id, hash, at)
      select ${coalitionId}::uuid, ${hashOf(keys, coalitionId)}, ${hourAfter(at)} from ${people} ${some}`);
}

/** Takes one mark of that moment back for each of `some`: their mail did not go out. */
export async function takeMarksBack(
  tx: Transaction,
  keys: Keys,
  budgets: KeptBudget[],
  { some, at }: { some: SQL; at: SQLWrapper },
): Promise<void> {
  for (const { coalitionId } of budgets)
    await tx.execute(sql`
      delete from ${contactMarks} where ctid = any(array(
        select min(mark.ctid) from (
          select ${hashOf(keys, coalitionId)} as hash, ${hourAfter(at)} as at from ${people} ${some}) taken
        join ${contactMarks} mark on mark.coalition_id = ${coalitionId}::uuid and mark.hash = taken.hash and mark.at = taken.at
        group by mark.hash))`);
}

/** Deletes the marks that count no more, and says how many they were. */
export async function sweepMarks(ctx: Context): Promise<void> {
  await ctx.change(async (tx) => {
    const { rowCount } = await tx.delete(contactMarks).where(lt(contactMarks.at, sql`now() - ${WEEK}`));
    const count = rowCount ?? 0;
    if (count > 0) note(tx, null, 'mailings.marks-deleted', null, { count });
  });
}

/** All that one hour brings has one moment: of two mailings nobody tells whose a mark is. Rounded up, so that none ends too early. */
function hourAfter(at: SQLWrapper): SQL {
  return sql`date_trunc('hour', ${at}) + interval '1 hour'`;
}

/**
 * An HMAC-SHA256 (RFC 2104) of somebody's address, written out for the database, which hashes a million where they are. The key is of this
 * coalition alone: the marks of two are not compared. The address as it is kept, with its `+tag`: were all tags of a mailbox
 * one, whoever adds ten of them to their list would learn from one number whether others write there.
 */
function hashOf({ settings }: Keys, coalitionId: string): SQL {
  const key = createHmac('sha256', settings.secret).update(`contact-marks:${coalitionId}`).digest();
  const padded = (byte: number) => {
    const block = Buffer.alloc(BLOCK, byte);
    for (const [place, own] of key.entries()) block[place] = own ^ byte;
    return sql`decode(${block.toString('hex')}, 'hex')`;
  };
  const inner = sql`sha256(${padded(0x36)} || convert_to(${people.email}, 'UTF8'))`;
  return sql`substr(sha256(${padded(0x5c)} || ${inner}), 1, 16)`;
}

/** Of SHA-256, in bytes. */
const BLOCK = 64;
