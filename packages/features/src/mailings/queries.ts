import { atCommit, prepared, type Prepared, type Queryable, type Transaction } from '@groundwork/database';
import { and, eq, sql, type SQL, type SQLWrapper } from 'drizzle-orm';
import { mails } from '../outbox/tables.ts';
import type { Audience, Condition, Receiver } from './audience.ts';
import type { MailingProgress } from './contract.ts';
import { mailingPolicy } from './policy.ts';
import { mailings } from './tables.ts';

type Mailing = typeof mailings.$inferSelect;
type Fates = { all: number; sent: number; waiting: number; kept: number };

/** What became of its mails, counted in the Outbox, where a row stays for a month after its mail went. */
const fates: SQL<Fates> = sql<Fates>`(select json_build_object(
    'all', count(*),
    'sent', count(*) filter (where mail.state = 'sent'),
    'waiting', count(*) filter (where mail.state in ('promised', 'held')),
    'kept', count(*) filter (where mail.state = 'kept'))
  from ${mails} mail where mail.mailing_id = ${mailings}.id)`;

/** The columns that `progressOf` asks for. */
export const progress = {
  id: mailings.id,
  state: mailings.state,
  audience: mailings.audience,
  position: mailings.position,
  dueAt: mailings.dueAt,
  receiverCount: mailings.receiverCount,
  sentCount: mailings.sentCount,
  cameBackCount: mailings.cameBackCount,
  complaintCount: mailings.complaintCount,
  fates,
};
type Underway = Place &
  Pick<Mailing, 'state' | 'dueAt' | 'receiverCount' | 'sentCount' | 'cameBackCount' | 'complaintCount'> & {
    fates: Fates;
    /** Whether the viewer may mail about the thing that it tells of. */
    mayMail: boolean;
  };

/** The condition that a mailing is the one that tells this of a thing. */
export function tells(kind: string, aboutId: SQLWrapper | string, version: SQLWrapper | string = ''): SQL {
  return sql`${and(eq(mailings.kind, kind), eq(mailings.aboutId, aboutId), eq(mailings.version, version))}`;
}

/**
 * How far a mailing has gone, and what the viewer may do with it; exact, also once the Outbox has forgotten its mails. While
 * it is under way or stopped, those who left its audience since it began are among those to come.
 */
export async function progressOf(
  db: Queryable,
  audience: Audience,
  mailing: Underway,
): Promise<MailingProgress> {
  const { state, sentCount, dueAt, mayMail, cameBackCount, complaintCount } = mailing;
  const isPromised = state === 'sent' || (state === 'sending' && dueAt === null);
  const { all, sent, waiting, kept } = mailing.fates;
  const receiverCount = async () => mailing.receiverCount ?? countAudience(db, audience, mailing);
  const toComeCount = isPromised ? 0 : Math.max(0, (await receiverCount()) - all);
  const isOver = isPromised && waiting === 0;
  const standing = { state, mayMail, isOver };
  return {
    sentCount: sentCount ?? sent,
    totalCount: sentCount ?? sent + waiting + toComeCount,
    keptCount: sentCount === null ? kept : 0,
    cameBackCount,
    complaintCount,
    isOver,
    isStopped: state === 'stopped',
    can: { stop: mailingPolicy.stop(standing), resume: mailingPolicy.resume(standing) },
  };
}

type Place = Pick<Mailing, 'id' | 'audience' | 'position'> & Partial<Pick<Mailing, 'isStanding'>>;

/** The next who are to have a mailing, and have it not. */
export async function nextReceivers(
  tx: Transaction,
  audience: Audience,
  mailing: Place,
  limit: number,
): Promise<Receiver[]> {
  return nextOf(tx, audience, mailing.audience, { ...beyond(mailing), limit });
}

const nextOf = askedOfFew<Beyond & { limit: number }, Receiver>(
  (receivers, { limit, ...from }) => sql`
    select person_id as "personId", email, language, variant, own, due_at::text as "dueAt"
    ${toCome(receivers, from)} and (${itsMail(from)}) is null order by person_id limit ${limit}`,
);

/** Who of these is in an audience now, each with the moment before which no mail leaves, if that is still to come. */
export async function findAmong(
  tx: Transaction,
  audience: Audience,
  condition: Condition,
  personIds: string[],
): Promise<Map<string, string | null>> {
  const found = await amongOf(tx, audience, condition, { personIds });
  return new Map(found.map(({ personId, dueAt }) => [personId, dueAt]));
}

const amongOf = askedOfFew<{ personIds: string[] }, { personId: string; dueAt: string | null }>(
  (receivers, { personIds }) => sql`
    select person_id as "personId", (case when due_at > now() then due_at end)::text as "dueAt"
    from ${receivers} receiver where person_id = any(${personIds}::uuid[])`,
);

/**
 * What is asked again and again about few of an audience: prepared for each kind of audience, as to plan it takes longer than
 * to run it, and planned so that it reads few by indexes.
 */
function askedOfFew<Asked extends Record<string, unknown>, Row>(
  write: (receivers: SQLWrapper, asked: Asked) => SQL<Row>,
) {
  const statements = new WeakMap<Audience, Prepared<Condition & Asked, Row[]>>();
  return (tx: Transaction, audience: Audience, condition: Condition, asked: Asked): Promise<Row[]> => {
    const statement =
      statements.get(audience) ??
      prepared((db, all: Condition & Asked) => write(audience.receivers(db, all), all));
    statements.set(audience, statement);
    atCommit(tx, planForFew, {});
    return statement(tx, { ...condition, ...asked });
  };
}

/**
 * Has a transaction read few of many by an index, by one plan for all. Merged or hashed, each batch would read all the
 * people of those before it.
 */
const planForFew = prepared(
  () => sql`select set_config('enable_mergejoin', 'off', true), set_config('enable_hashjoin', 'off', true),
    set_config('enable_sort', 'off', true), set_config('enable_seqscan', 'off', true),
    set_config('plan_cache_mode', 'force_generic_plan', true)`,
);

/** What names the mail to a person: promised again, it is the same mail. */
export function mailKey(mailingId: string, personId: string): string {
  return `mailing:${mailingId}:${personId}`;
}

/** Those who have it, and those to come. */
export async function countAudience(db: Queryable, audience: Audience, mailing: Place): Promise<number> {
  const receivers = audience.receivers(db, mailing.audience);
  const { rows } = await db.execute<{ count: number }>(sql`
    select (select count(*) from ${mails} mail where mail.mailing_id = ${mailing.id})::int
      + (select count(*) ${toCome(receivers, beyond(mailing))} and not exists (${itsMail(beyond(mailing))}))::int as count`);
  return rows[0]?.count ?? 0;
}

/** What the keys of a mailing's mails begin with, and behind whom it goes on; `standing`: its id, if it is one that stands. */
type Beyond = { key: string; position?: string; standing?: string };

function beyond({ id, position, isStanding }: Place): Beyond {
  return {
    key: mailKey(id, ''),
    ...(position !== null && { position }),
    ...(isStanding && { standing: id }),
  };
}

/** The mail of it that somebody has already. Of a few it is looked up: a plan from when there were no mails would join all of them. */
function itsMail({ key }: Beyond): SQL {
  return sql`select true from ${mails} mail where mail.key = ${key}::text || receiver.person_id`;
}

function toCome(receivers: SQLWrapper, { position, standing }: Beyond): SQL {
  const isBeyond = position === undefined ? sql`true` : sql`receiver.person_id > ${position}::uuid`;
  // Whoever was made one with another record meanwhile may have that one's, by its key. Read by the few mails of a person.
  const hasAnothers = standing
    ? sql`exists (select from (select mail.mailing_id from ${mails} mail where mail.person_id = receiver.person_id offset 0) own
        where own.mailing_id = ${standing}::uuid)`
    : sql`false`;
  return sql`from ${receivers} receiver where ${isBeyond} and not ${hasAnothers}`;
}
