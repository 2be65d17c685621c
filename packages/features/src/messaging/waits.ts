import { sql, type SQL } from 'drizzle-orm';
import { insideOf, nameIn, standing, standingOf } from '../groups/standing.ts';
import { groups } from '../groups/tables.ts';
import { waiting, type Wait } from '../wait.ts';
import { mentions } from './mentions/tables.ts';
import { unreadMentions } from './mentions/unread.ts';
import { isNamed, isReadableBy } from './queries.ts';
import { nameHere } from './sides.ts';
import { channelMembers, channelReads, channels, messages } from './tables.ts';

/** As many are counted of one conversation, and looked at for that. */
const MOST = sql.raw('100');

export const messagingWaits = [
  {
    kind: 'messaging.direct',
    section: 'addressed',
    rows: (account) =>
      waiting(
        {
          id: sql`room.id`,
          at: sql`room.last_sent_at`,
          group: sql`home.id`,
          path: sql`'/messages/' || room.id`,
          who: sql`(select string_agg(${nameIn(sql`other.account_id`, sql`room.group_id`)}, ', ' order by other.account_id)
            from ${channelMembers} other where other.channel_id = room.id and other.account_id <> ${account})`,
          said: sql`unread.last`,
          many: sql`unread.count`,
        },
        sql`${insideOf(account)}
          join ${channelMembers} mine on mine.account_id = own.account_id
          join ${channels} room on room.id = mine.channel_id and room.kind = 'direct' and room.group_id = home.id
          left join ${channelReads} mark on mark.channel_id = room.id and mark.account_id = mine.account_id
          cross join lateral (
            select count(*), (array_agg(heard.body order by heard.seq desc))[1] as last from (
              select message.seq, message.body from ${messages} message
              where message.channel_id = room.id and message.seq > coalesce(mark.last_seq, 0)
                and message.author_id is distinct from mine.account_id and message.removed_at is null
                and message.hidden_at is null and message.sent_at >= own.joined_at
              order by message.seq desc limit ${MOST}
            ) heard
          ) unread
          where mine.left_at is null and mine.muted_at is null
            and room.last_seq > coalesce(mark.last_seq, 0) and unread.count > 0`,
      ),
  },
  {
    kind: 'messaging.mention',
    section: 'addressed',
    rows: (account) => spokenTo(account, 'named'),
  },
  {
    kind: 'messaging.reply',
    section: 'addressed',
    rows: (account) => spokenTo(account, 'answered'),
  },
] as const satisfies Wait[];

/** The rooms in which somebody is spoken to, and did not read it: what was said last, and the way to the first of it. */
function spokenTo(account: string, how: 'named' | 'answered'): SQL {
  const who = sql`${account}::uuid`;
  const [memberships, isTheirs] = standingOf(who, channels.groupId);
  return waiting(
    {
      id: sql`${channels.id}`,
      at: sql`unread.at`,
      // Whoever is not in the first of two groups that share it is there by the other.
      group: sql`case when ${channels.otherGroupId} is null or ${standing.isMember} then ${channels.groupId}
        else ${channels.otherGroupId} end`,
      path: sql`'/messages/' || ${channels.id} || '?after=' || greatest(unread.first_seq - 10, 0) || '#message-' || unread.first_id`,
      who: nameHere(sql`unread.author_id`),
      title: sql`${channels.name}`,
      said: sql`unread.last`,
      many: sql`unread.many`,
    },
    sql`(select distinct mention.channel_id from ${mentions} mention where mention.account_id = ${who}
        and mention.how = ${sql.raw(`'${how}'`)}) called
      join ${channels} on ${channels.id} = called.channel_id
      join ${groups} on ${groups.id} = ${channels.groupId}
      left join ${memberships} on ${isTheirs}
      left join ${channelMembers} on ${isNamed(who)}
      cross join lateral ${unreadMentions({ account: who, how: sql.raw(`'${how}'`) })} unread
      where unread.many > 0 and ${isReadableBy(who)}`,
  );
}
