import { sql, type SQL } from 'drizzle-orm';
import type { AnyPgColumn } from 'drizzle-orm/pg-core';
import { channelReads, channels, directBlocks, messages } from '../tables.ts';
import { mentions } from './tables.ts';

/** As many are counted of one room, and looked at for that. */
const MOST = sql.raw('100');

type Asked = { account: SQL | AnyPgColumn; how: SQL };

/**
 * What somebody did not read of what speaks to them in a room (`channels`), to join laterally, always one row: `many`, from how
 * many (`authors`), who said the latest and what (`author_id`, `last`, `at`), and where the first stands (`first_id`, `first_seq`).
 * Not what was removed or is hidden, and nothing of those whom they blocked.
 */
export function unreadMentions({ account, how }: Asked): SQL {
  return sql`(select count(*)::int as many, count(distinct one.author_id)::int as authors, max(one.sent_at) as at,
      (array_agg(one.author_id order by one.seq desc))[1] as author_id,
      (array_agg(one.body order by one.seq desc))[1] as last,
      (array_agg(one.id order by one.seq))[1] as first_id, min(one.seq) as first_seq
    from (
      select message.* from ${mentions} mention join ${messages} message on message.id = mention.message_id
      where mention.account_id = ${account} and mention.how = ${how} and mention.channel_id = ${channels.id}
        and mention.seq > ${readUpTo(account)}
        and message.removed_at is null and message.hidden_at is null and message.author_id <> mention.account_id
        and not exists (select from ${directBlocks} block
          where block.account_id = mention.account_id and block.blocked_id = message.author_id)
      order by mention.seq desc limit ${MOST}
    ) one)`;
}

/** How far somebody has read a room (`channels`). */
export function readUpTo(account: SQL | AnyPgColumn): SQL<number> {
  return sql<number>`coalesce((select mark.last_seq from ${channelReads} mark
    where mark.channel_id = ${channels.id} and mark.account_id = ${account}), 0)`.mapWith(Number);
}

/** The names that a message marks, as they stand in it. */
export function writtenIn(messageId: AnyPgColumn): SQL<string[]> {
  return sql<string[]>`array(select distinct mention.written from ${mentions} mention
    where mention.message_id = ${messageId} and mention.how = 'named')`;
}
