import { and, eq, inArray, isNotNull, isNull, sql, type SQL } from 'drizzle-orm';
import type { Context } from '../../context.ts';
import { mails } from '../../outbox/tables.ts';
import type { UpdateProgress } from './contract.ts';
import { campaignUpdates } from './tables.ts';

type Fates = { sent: number; waiting: number; kept: number };

/** What became of the mails of an update, counted in the Outbox, where a row stays for a month after its mail went. */
export const fates: SQL<Fates> = sql<Fates>`(select json_build_object(
    'sent', count(*) filter (where mail.state = 'sent'),
    'waiting', count(*) filter (where mail.state in ('promised', 'held')),
    'kept', count(*) filter (where mail.state = 'kept'))
  from ${mails} mail where mail.key like 'update:%' and split_part(mail.key, ':', 2) = ${campaignUpdates}.id::text)`;

type Mailed = {
  isMailed: boolean;
  mailedAt: Date | null;
  sentCount: number | null;
  fates: Fates;
  toComeCount: number;
};

/** How far an update's mails have gone, as it leaves; exact, also once the Outbox has forgotten them. */
export function mailingOf({
  isMailed,
  mailedAt,
  sentCount,
  fates,
  toComeCount,
}: Mailed): UpdateProgress['mailing'] {
  if (!isMailed) return null;
  if (sentCount !== null) return { sentCount, totalCount: sentCount, keptCount: 0, isOver: true };
  return {
    sentCount: fates.sent,
    totalCount: fates.sent + fates.waiting + toComeCount,
    keptCount: fates.kept,
    isOver: mailedAt !== null && fates.waiting === 0,
  };
}

/**
 * Notes how many mails of an update went out, once none waits: before the Outbox forgets them. What it keeps for want of a
 * mail server may go out yet, and is waited for as long as it is kept.
 */
export async function noteMailed({ db }: Context): Promise<void> {
  const under = await db
    .select({ id: campaignUpdates.id, fates, isOld })
    .from(campaignUpdates)
    .where(and(isNull(campaignUpdates.sentCount), isNotNull(campaignUpdates.mailedAt)))
    .orderBy(campaignUpdates.mailedAt)
    .limit(500);
  const over = under.filter(({ fates, isOld }) => isOld || fates.waiting + fates.kept === 0);
  const bySent = Map.groupBy(over, ({ fates }) => fates.sent);
  for (const [sentCount, updates] of bySent) {
    const ids = updates.map(({ id }) => id);
    await db
      .update(campaignUpdates)
      .set({ sentCount })
      .where(and(inArray(campaignUpdates.id, ids), eq(campaignUpdates.isMailed, true)));
  }
}

const isOld = sql<boolean>`${campaignUpdates.mailedAt} < now() - interval '25 days'`;
