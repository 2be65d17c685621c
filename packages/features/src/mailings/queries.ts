import type { Queryable, Transaction } from '@groundwork/database';
import { and, eq, sql, type SQL, type SQLWrapper } from 'drizzle-orm';
import { mails } from '../outbox/tables.ts';
import type { Audience, Receiver } from './audience.ts';
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

type Place = Pick<Mailing, 'id' | 'audience' | 'position'>;

/** The next who are to have a mailing, and have it not. */
export async function nextReceivers(
  tx: Transaction,
  audience: Audience,
  mailing: Place,
  limit: number,
): Promise<Receiver[]> {
  await planForFew(tx);
  const { rows } = await tx.execute<Receiver>(sql`
    select person_id as "personId", email, language, variant, own, due_at as "dueAt"
    ${toCome(tx, audience, mailing)} order by person_id limit ${limit}`);
  return rows;
}

/**
 * Has a transaction read few of many by an index. Merged or hashed, each batch would read all the people of those before
 * it.
 */
export async function planForFew(tx: Transaction): Promise<void> {
  await tx.execute(
    sql`select set_config('enable_mergejoin', 'off', true), set_config('enable_hashjoin', 'off', true), set_config('enable_sort', 'off', true)`,
  );
}

/** What names the mail to a person: promised again, it is the same mail. */
export function mailKey(mailingId: string, personId: string): string {
  return `mailing:${mailingId}:${personId}`;
}

/** Those who have it, and those to come. */
export async function countAudience(db: Queryable, audience: Audience, mailing: Place): Promise<number> {
  const { rows } = await db.execute<{ count: number }>(sql`
    select (select count(*) from ${mails} mail where mail.mailing_id = ${mailing.id})::int
      + (select count(*) ${toCome(db, audience, mailing)})::int as count`);
  return rows[0]?.count ?? 0;
}

function toCome(db: Queryable, audience: Audience, { id, audience: condition, position }: Place): SQL {
  const beyond = position === null ? sql`true` : sql`receiver.person_id > ${position}::uuid`;
  return sql`from ${audience.receivers(db, condition)} receiver where ${beyond}
    and not exists (select from ${mails} mail where mail.key = ${mailKey(id, '')} || receiver.person_id)`;
}
