import { prepared, type Transaction } from '@groundwork/database';
import { and, asc, eq, not, sql } from 'drizzle-orm';
import { isSuspended } from '../../accounts/queries.ts';
import { accountReceiver } from '../../accounts/receivers.ts';
import { accounts } from '../../accounts/tables.ts';
import type { House } from '../../context.ts';
import { standingOf } from '../../groups/standing.ts';
import { groups } from '../../groups/tables.ts';
import { tell, withdrawNotices } from '../../notices/actions.ts';
import { isNamed, isReadableBy } from '../queries.ts';
import { nameHere } from '../sides.ts';
import { channelMembers, channels } from '../tables.ts';
import { readUpTo, unreadMentions } from './unread.ts';

const NEWS = { named: 'messaging.mentioned', answered: 'messaging.replied' } as const;

type Asked = {
  accountIds: string[];
  /** It may be less than before: what tells nobody of anything any more is taken back. */
  isLess?: boolean;
};

/**
 * Tells these accounts what speaks to them in a room and is unread, once until they read it, as much as it is by the time of
 * the mail. Who may not read the room is told nothing.
 */
export async function tellOfMentions(
  tx: Transaction,
  house: Pick<House, 'settings'>,
  channelId: string,
  { accountIds, isLess = false }: Asked,
): Promise<void> {
  const calls = await listUnread(tx, { channelId, accountIds });
  for (const how of ['named', 'answered'] as const) {
    const [some, none] = [
      calls.filter((call) => call.how === how && call.many > 0),
      calls.filter((call) => call.how === how && call.many === 0),
    ];
    await tell(tx, house, NEWS[how], ...some.map(noticeOf));
    if (isLess) await withdrawNotices(tx, NEWS[how], null, ...none.map(noticeOf));
  }
}

type Call = Awaited<ReturnType<typeof listUnread>>[number];

function noticeOf({ to, groupId, channelId, room, readSeq, name, authors }: Call) {
  return {
    ...{ to, channelId, readSeq, reader: to.account, about: { id: channelId, groupId } },
    ...{ room: room ?? '', name: name ?? '', others: Math.max(0, authors - 1) },
  };
}

/** By account, so that two who tell at once never wait for each other. */
const listUnread = prepared((db, { channelId, accountIds }: { channelId: string; accountIds: string[] }) =>
  db
    .select({
      to: accountReceiver,
      channelId: channels.id,
      groupId: channels.groupId,
      room: channels.name,
      readSeq: readUpTo(accounts.id),
      how: sql<'named' | 'answered'>`call.how`,
      many: sql<number>`unread.many`,
      authors: sql<number>`unread.authors`,
      name: nameHere(sql`unread.author_id`),
    })
    .from(channels)
    .innerJoin(groups, eq(groups.id, channels.groupId))
    .innerJoin(accounts, sql`${accounts.id} = any(${accountIds}::uuid[])`)
    .leftJoin(...standingOf(accounts.id, channels.groupId))
    .leftJoin(channelMembers, isNamed(accounts.id))
    .innerJoin(sql`(values ('named'), ('answered')) as call (how)`, sql`true`)
    .innerJoin(sql`lateral ${unreadMentions({ account: accounts.id, how: sql`call.how` })} unread`, sql`true`)
    .where(and(eq(channels.id, channelId), isReadableBy(accounts.id), not(isSuspended(accounts.id))))
    .orderBy(asc(accounts.id)),
);
