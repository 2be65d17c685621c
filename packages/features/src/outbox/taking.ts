import { prepared, type Queryable, type Transaction } from '@groundwork/database';
import { sql } from 'drizzle-orm';
import type { House } from '../context.ts';
import type { Sender } from './composing.ts';
import { isLaneDue, type Hand } from './lanes.ts';
import type { Weighed } from './ledger.ts';
import { OWN_SERVER } from '../paces/actions.ts';
import { providerOf } from '../paces/providers.ts';
import { isStale } from './settling.ts';
import { mails } from './tables.ts';

/** How many are sent at the same time, and settled together. A crash repeats at most so many of each bundle that was under way. */
export const BUNDLE = 50;

type Row = typeof mails.$inferSelect;
type Said = Pick<
  Row,
  'language' | 'subject' | 'letter' | 'letterId' | 'values' | 'mailingId' | 'personId' | 'lane'
>;
/** One that is about to be sent. */
export type Due = Weighed & Said & { isStale: boolean; group: Sender | null };

/** What is sent next; where nothing is, whether something will be in a moment. */
type Taken = { due: Due[]; isSoon: boolean };

/**
 * Takes the next few that nobody else is sending. What one receiver waits for goes before what many are told; of that, as
 * much as its providers have room for, group by group.
 */
export async function takeDue(house: House, tx: Transaction, hand: Hand): Promise<Taken> {
  return hand.inTurn(() => takeInTurn(house, tx, hand));
}

async function takeInTurn(house: House, tx: Transaction, hand: Hand): Promise<Taken> {
  const singles = await takeSingles(tx, {});
  if (singles.length > 0) {
    await hand.paces.spend(house, new Map([[OWN_SERVER, singles.length]]));
    return { due: singles, isSoon: false };
  }
  const turn = await hand.next(house, tx);
  if (typeof turn === 'string') return { due: [], isSoon: turn === 'soon' };
  const names = turn.lanes.map(({ lane }) => lane);
  const due = await takeInLanes(tx, { names, counts: turn.counts, most: turn.most });
  hand.took(
    turn,
    countBy(due, ({ lane }) => lane ?? ''),
  );
  await hand.paces.spend(house, countBy(due, providerOfMail).set(OWN_SERVER, due.length));
  // Empty lanes are known by now: there may be others.
  return { due, isSoon: due.length === 0 };
}

/** Who keeps the mailbox that a mail is to. */
export function providerOfMail({ toAddress }: Pick<Due, 'toAddress'>): string {
  return providerOf(toAddress ?? '');
}

/** How many there are of each. */
function countBy<Thing>(things: Thing[], nameOf: (thing: Thing) => string): Map<string, number> {
  return new Map([...Map.groupBy(things, nameOf)].map(([name, { length }]) => [name, length]));
}

// In words rather than parameters: with these, no index of some rows only would serve a prepared statement.
const isSingleDue = sql`${mails.state} = 'promised' and ${mails.letterId} is null and ${mails.dueAt} <= now()`;

/** Whether there is mail to send that nobody is sending at this moment. */
export async function isMailDue({ db }: { db: Queryable }): Promise<boolean> {
  return (await findFreeSingle(db, {})).length > 0 || isLaneDue(db);
}

const findFreeSingle = prepared(
  () => sql<object>`select from ${mails} where ${isSingleDue} limit 1 for update skip locked`,
);

/** Their groups are asked about once each. `may_hear_from` no address in particular: whether anybody may. */
const asDue = sql`
  home as materialized (
    select group_id, mail_sender(group_id) as sender, may_hear_from(group_id, null) as is_heard
    from due where group_id is not null group by group_id
  )
  select id, due.group_id as "groupId", typed, to_address as "toAddress", admitted_at as "admittedAt",
    language, subject, letter, letter_id as "letterId", "values", mailing_id as "mailingId",
    person_id as "personId", lane, ${isStale} as "isStale", home.sender as "group",
    home.is_heard is not false or may_hear_from(due.group_id, to_address) as "isInside"
  from due left join home using (group_id)
  order by due_at`;

const takeSingles = prepared(
  () => sql<Due>`
    with due as materialized (
      select * from ${mails} where ${isSingleDue} order by due_at limit ${sql.raw(`${BUNDLE}`)}
      for update skip locked
    ), ${asDue}`,
);

const takeInLanes = prepared(
  (_, { names, counts, most }: { names: string[]; counts: number[]; most: number }) => sql<Due>`
    with due as materialized (
      select mail.* from unnest(${names}::text[], ${counts}::int[]) with ordinality as asked(lane, count, turn)
      cross join lateral (
        select * from ${mails} waiting
        where waiting.lane = asked.lane and waiting.state = 'promised' and waiting.lane is not null
          and waiting.due_at <= now()
        order by waiting.due_at limit asked.count for update skip locked) mail
      limit ${most}
    ), ${asDue}`,
);
