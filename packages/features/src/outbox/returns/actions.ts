import { lt, sql } from 'drizzle-orm';
import { contextFor, type Context, type House } from '../../context.ts';
import { note } from '../../journal.ts';
import { hearOutcomes, type HeardOutcome } from '../../paces/actions.ts';
import { providerOf } from '../../paces/providers.ts';
import { keepReturns, type KeptReturn, type MailReturn } from '../returned.ts';
import type { MailWatch } from '../sending.ts';
import { openFull } from '../shut-mailboxes.ts';
import { mailReturns } from '../tables.ts';
import { inboxes } from './tables.ts';

/** Days for which it is known what came back. */
const RETURN_DAYS = 90;

/** Takes what came back of mails, all in one transaction. Told twice, it is known once. */
export async function takeReturns(house: House & ReturnWatch, told: MailReturn[]): Promise<void> {
  if (told.length === 0) return;
  const fresh = await contextFor(house).change(async (tx) => {
    const kept = await keepReturns(tx, house, told);
    for (const { groupId, mailId, kind } of kept)
      note(tx, null, 'outbox.mail-returned', { groupId, id: mailId }, { kind });
    return kept;
  });
  await hearOutcomes(house, heardInReturns(fresh));
  const doubtful = fresh.filter(({ kind }) => kind === 'gone' || kind === 'complaint');
  await house.judge(house, [...new Set(doubtful.flatMap(({ mailingId }) => mailingId ?? []))]);
}

/** What the features above do with what came back. */
export type ReturnWatch = Pick<MailWatch, 'returned' | 'judge'>;

/**
 * What providers said of mails that had been taken: that they are slow, or did not want the letter. It makes a provider slower,
 * and by itself stops nothing: it comes hours later and many at a time. A full mailbox, and a reader's complaint, are not about
 * how fast it goes.
 */
export function heardInReturns(
  fresh: Pick<KeptReturn, 'kind' | 'domain' | 'code'>[],
): Map<string, HeardOutcome> {
  const unwelcome = fresh.filter(
    ({ kind, domain, code }) =>
      domain !== null && ['later', 'refused', 'delayed'].includes(kind) && !/^[45]\.[12]\./.test(code ?? ''),
  );
  const byProvider = Map.groupBy(unwelcome, ({ domain }) => providerOf(`@${domain}`));
  return new Map(
    [...byProvider].map(([provider, { length: putOffCount, 0: first }]) => [
      provider,
      { takenCount: putOffCount, putOffCount, code: first?.code ?? null },
    ]),
  );
}

/** Forgets what came back long ago, and tries mailboxes again that were full. */
export async function forgetReturns(ctx: Context): Promise<void> {
  await ctx.db
    .delete(mailReturns)
    .where(lt(mailReturns.at, sql`now() - make_interval(days => ${RETURN_DAYS})`));
  await openFull(ctx);
}

type Inbox = typeof inboxes.$inferSelect;

/** Of several workers of one machine one has the port: that another has it not is no failure while that one listens. */
const isQuiet = sql`coalesce(${inboxes.workedAt} < now() - interval '3 minutes', true)`;

/** Says how a way by which mail comes back is doing: well, or why not. */
export async function noteInbox(
  { db }: Pick<House, 'db'>,
  way: Inbox['way'],
  why: Inbox['why'],
): Promise<void> {
  const now = sql`now()`;
  const state = {
    lookedAt: now,
    ...(why ? { failedAt: now, why } : { workedAt: now, failedAt: null, why: null }),
  };
  await db
    .insert(inboxes)
    .values({ way, ...state })
    .onConflictDoUpdate({
      target: inboxes.way,
      set: why ? { ...state, failedAt: sql`coalesce(${inboxes.failedAt}, now())` } : state,
      setWhere: why && way === 'lmtp' ? isQuiet : undefined,
    });
}
