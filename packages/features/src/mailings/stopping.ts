import type { Queryable, Transaction } from '@groundwork/database';
import { and, eq, isNull, sql, type SQLWrapper } from 'drizzle-orm';
import { contextFor, type House } from '../context.ts';
import { mailReturns, mails } from '../outbox/tables.ts';
import { halt } from './actions.ts';
import { kindOf, type MailingRegistry } from './reading.ts';
import { mailings } from './tables.ts';

/** A list is old when of so many one in ten is not there; and after so many that went out, it is not. */
const OLD_LIST = { least: 10, share: 0.1, upTo: 2_000 };
/** Large providers turn a sender away when three of a thousand readers call it spam. */
const UNWANTED = { least: 10, share: 0.003 };

/**
 * Stops mailings of which too many addresses are not there, or that too many readers called spam: who goes on is soon taken
 * for one who sends spam, and so are all groups of the site. It happens once to each: whoever goes on knows what they do.
 */
export async function judgeMailings(
  house: House,
  known: MailingRegistry,
  mailingIds: string[],
): Promise<void> {
  for (const mailingId of mailingIds) {
    const why = await findFault(house.db, mailingId);
    if (why) await contextFor(house).change((tx) => stopItself(house, tx, known, { mailingId, why }));
  }
}

type Fault = 'addresses' | 'complaints';

async function findFault(db: Queryable, mailingId: string): Promise<Fault | null> {
  const [mailing] = await db
    .select({ complaintCount: mailings.complaintCount })
    .from(mailings)
    .where(and(eq(mailings.id, mailingId), isNull(mailings.stoppedFor)));
  if (!mailing) return null;
  const { complaintCount } = mailing;
  if (complaintCount >= UNWANTED.least) {
    const most = Math.ceil(complaintCount / UNWANTED.share);
    if ((await countSent(db, mailingId, most)) < most) return 'complaints';
  }
  const goneCount = await countGone(db, mailingId);
  if (goneCount < OLD_LIST.least) return null;
  const sentCount = await countSent(db, mailingId, OLD_LIST.upTo);
  const isOld = sentCount < OLD_LIST.upTo && goneCount > (goneCount + sentCount) * OLD_LIST.share;
  return isOld ? 'addresses' : null;
}

async function countSent(db: Queryable, mailingId: string, most: number): Promise<number> {
  const isSent = and(eq(mails.mailingId, mailingId), eq(mails.state, 'sent'));
  return countUpTo(db, db.select({ id: mails.id }).from(mails).where(isSent), most);
}

/** Of how many no mailbox is there: as the mail server said at once, or was reported since. */
async function countGone(db: Queryable, mailingId: string): Promise<number> {
  const isGone = and(eq(mailReturns.mailingId, mailingId), sql`${mailReturns.kind} = 'gone'`);
  return countUpTo(db, db.select({ id: mailReturns.mailId }).from(mailReturns).where(isGone), OLD_LIST.upTo);
}

async function countUpTo(db: Queryable, found: SQLWrapper, most: number): Promise<number> {
  const { rows } = await db.execute<{ count: number }>(
    sql`select count(*)::int as count from (${found} limit ${most}) counted`,
  );
  return rows[0]?.count ?? 0;
}

async function stopItself(
  house: House,
  tx: Transaction,
  known: MailingRegistry,
  { mailingId, why }: { mailingId: string; why: Fault },
) {
  const [mailing] = await tx
    .select({
      id: mailings.id,
      groupId: mailings.groupId,
      state: mailings.state,
      kind: mailings.kind,
      aboutId: mailings.aboutId,
      createdBy: mailings.createdBy,
    })
    .from(mailings)
    .where(and(eq(mailings.id, mailingId), eq(mailings.state, 'sending'), isNull(mailings.stoppedFor)))
    .for('update');
  if (!mailing) return;
  await halt(tx, null, mailing, why);
  await kindOf(known, mailing).stopped?.(house, tx, {
    ...{ aboutId: mailing.aboutId, sentBy: mailing.createdBy },
    why,
  });
}
