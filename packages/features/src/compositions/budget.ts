import { randomInt } from 'node:crypto';
import type { Queryable, Transaction } from '@groundwork/database';
import { and, eq, sql, type SQL } from 'drizzle-orm';
import type { House } from '../context.ts';
import type { KeptBudget } from '../groups/budgets/queries.ts';
import { tells } from '../mailings/queries.ts';
import { addMarks, enoughMarks, lockMarks, takeMarksBack } from '../mailings/marks/marking.ts';
import { mailings } from '../mailings/tables.ts';
import { mails } from '../outbox/tables.ts';
import { people } from '../people/tables.ts';
import { LOT_DAYS, LOTS } from './learning.ts';
import { LETTER } from './queries.ts';
import { budgetsFor, type Budgeted } from './rules.ts';
import { compositionBudgets, compositionReceivers, compositions } from './tables.ts';

type Keys = Pick<House, 'settings'>;

/** To so many and more a mailing goes by what all groups wrote. To fewer only the group's own letters count: nobody is singled out. */
export const BUDGETED_FROM = 50;
/** Under so many no number is said. */
const LEAST_SAID = 10;

/** The fewest mails a week that one of these budgets allows; null: there is none. */
export function narrowestOf(budgets: Pick<KeptBudget, 'mostAWeek'>[]): number | null {
  return budgets.length === 0 ? null : Math.min(...budgets.map(({ mostAWeek }) => mostAWeek));
}

/**
 * Who is passed over, of all rows of a select at once: whoever had as many mails as a budget allows, where it goes to enough
 * others. What follows `from people`, and the condition.
 */
export function passingOver(keys: Keys, budgets: KeptBudget[]): { joined: SQL; isPassedOver: SQL } {
  const { joined, isEnough } = enoughMarks(keys, budgets);
  if (budgets.length === 0) return { joined, isPassedOver: isEnough };
  return { joined, isPassedOver: sql`(count(*) over () >= ${BUDGETED_FROM} and ${isEnough})` };
}

/** By when all who had enough at a moment are free again, whoever they are. */
export function freeAgainBy(at: Date): Date {
  return new Date(at.getTime() + WEEK_MS);
}
const WEEK_MS = 7 * 86_400_000;

/** A number of people as it is said, with a lot: see decision 0066. Down to the ten, and null for fewer than ten. */
export function saidCount(count: number): number | null {
  const said = Math.floor((count - randomInt(LEAST_SAID)) / LEAST_SAID) * LEAST_SAID;
  return said < LEAST_SAID ? null : said;
}

/** Marks those who are written down and get it, and keeps how many are passed over, as it may be said. */
export async function markReceivers(
  tx: Transaction,
  keys: Keys,
  { id, groupId, count, budgets }: { id: string; groupId: string; count: number; budgets: KeptBudget[] },
): Promise<void> {
  if (budgets.length === 0) return;
  const at = sql`now() + ${delay}`;
  await addMarks(tx, keys, budgets, { some: sql`${receiving} where ${isOf(id)} and ${isMailed}`, at });
  const isBudgeted = count >= BUDGETED_FROM;
  const passedOver = isBudgeted ? await tx.$count(compositionReceivers, and(isOf(id), isHeldOut)) : 0;
  await tx
    .insert(compositionBudgets)
    .values({ compositionId: id, groupId, markedAt: sql`now()`, passedOver: saidCount(passedOver) })
    .onConflictDoUpdate({
      target: compositionBudgets.compositionId,
      set: { markedAt: sql`now()`, passedOver: sql`excluded.passed_over` },
    });
  if (isBudgeted) await tx.update(mailings).set({ isBudgeted }).where(tells(LETTER, id));
}

/**
 * Marks anew those whom a mailing that was stopped did not reach, as it goes on: what they were marked with is taken back, and
 * who had enough meanwhile is passed over. Who has it keeps their mark.
 */
export async function markAgain(
  tx: Transaction,
  keys: Keys,
  { id, groupId, purpose }: Budgeted & { id: string },
): Promise<void> {
  const budgets = await budgetsFor(tx, { groupId, purpose });
  if (budgets.length === 0) return;
  await lockMarks(tx, budgets);
  const isIt = eq(compositionBudgets.compositionId, id);
  const [marked] = await tx.select({ at: compositionBudgets.markedAt }).from(compositionBudgets).where(isIt);
  const isLeft = sql`${isOf(id)} and ${isMailed} and ${isToCome}`;
  if (marked?.at)
    await takeMarksBack(tx, keys, budgets, {
      some: sql`${receiving} where ${isLeft}`,
      at: sql`${marked.at.toISOString()}::timestamptz + ${delay}`,
    });
  const isMany = (await tx.$count(compositionReceivers, isOf(id))) >= BUDGETED_FROM;
  const { joined, isEnough } = enoughMarks(keys, budgets);
  await tx.execute(sql`
    update ${compositionReceivers} set is_passed_over = ${isMany ? isEnough : sql`false`}
    from ${people} ${joined}
    where ${people.id} = ${compositionReceivers.personId} and ${isOf(id)} and ${isToCome}`);
  await addMarks(tx, keys, budgets, { some: sql`${receiving} where ${isLeft}`, at: sql`now() + ${delay}` });
  await tx
    .insert(compositionBudgets)
    .values({ compositionId: id, groupId, markedAt: sql`now()` })
    .onConflictDoUpdate({ target: compositionBudgets.compositionId, set: { markedAt: sql`now()` } });
  if (isMany) await tx.update(mailings).set({ isBudgeted: true }).where(tells(LETTER, id));
}

/** Who of these is passed over by it. */
export async function findPassedOver(tx: Transaction, id: string, personIds: string[]): Promise<Set<string>> {
  const { rows } = await tx.execute<{ id: string }>(sql`
    select ${compositionReceivers.personId} as id from ${compositionReceivers}
    where ${isOf(id)} and ${compositionReceivers.isPassedOver}
      and ${compositionReceivers.personId} = any(${sql.param(personIds)}::uuid[])`);
  return new Set(rows.map((row) => row.id));
}

/** Forgets who was passed over, once none of a mailing's mails is to come. */
export async function forgetPassedOver({ db }: { db: Queryable }): Promise<void> {
  await db.execute(sql`
    with over as (
      update ${compositionBudgets} set marked_at = null
      where ${compositionBudgets.markedAt} is not null and exists (
        select from ${mailings} where ${tells(LETTER, compositionBudgets.compositionId)} and ${mailings.state} = 'sent'
          and not exists (select from ${mails} mail where mail.mailing_id = ${mailings.id}
            and mail.state in ('promised', 'held', 'kept')))
      returning composition_id)
    update ${compositionReceivers} due set is_passed_over = false from over
    where due.composition_id = over.composition_id and due.is_passed_over`);
}

function isOf(id: string): SQL {
  return sql`${compositionReceivers.compositionId} = ${id}::uuid`;
}

/** What follows `from people`. */
const receiving = sql`join ${compositionReceivers} on ${compositionReceivers.personId} = ${people.id}
  join ${compositions} on ${compositions.id} = ${compositionReceivers.compositionId}`;

/** The lot did not leave them out for good. */
const isLotted = sql`(${compositionReceivers.variant} is not null or not exists (select from ${compositions} own
  where own.id = ${compositionReceivers.compositionId} and own.lot = 'never'))`;
const isMailed = sql`not ${compositionReceivers.isPassedOver} and ${isLotted}`;
const isHeldOut = sql`${compositionReceivers.isPassedOver} and ${isLotted}`;

/** No mail of it went to them. */
const isToCome = sql`not exists (select from ${mails} mail join ${mailings} sent on sent.id = mail.mailing_id
  where mail.person_id = ${compositionReceivers.personId} and mail.state = 'sent'
    and sent.kind = ${LETTER} and sent.about_id = ${compositionReceivers.compositionId})`;

/** How long after it began somebody gets it: by lot some days, and at an hour of their own place up to one. */
const delay = sql`make_interval(days => case when ${compositionReceivers.variant} is null then case ${compositions.lot} ${sql.join(
  LOTS.map((lot) => sql.raw(`when '${lot}' then ${LOT_DAYS[lot]}`)),
  sql` `,
)} else 0 end when ${compositions.readersHour} is not null then 1 else 0 end)`;
