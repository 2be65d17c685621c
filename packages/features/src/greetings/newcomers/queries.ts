import { sql, type SQL } from 'drizzle-orm';
import type { Context } from '../../context.ts';
import { NotFound } from '../../errors.ts';
import { findGroup } from '../../groups/queries.ts';
import { newMembersOf } from '../../groups/standing.ts';
import { channelMembers, channels, messages } from '../../messaging/tables.ts';
import type { Newcomers } from '../contract.ts';
import { greetingPolicy } from '../policy.ts';

const MOST = 50;

/** Who joined at least a week ago and met nobody since, for those who look after members; the longest waiting first. */
export async function listNewcomers(ctx: Context, slug: string): Promise<Newcomers> {
  const group = await findGroup(ctx, slug);
  if (!greetingPolicy.seeNewcomers(group)) throw new NotFound('newcomers');
  const { rows } = await ctx.db.execute<{ id: string; name: string; joinedAt: string }>(sql`
    select newcomer.account_id as id, newcomer.name, newcomer.joined_at as "joinedAt"
    from ${inSilence(sql`${group.id}::uuid`)} newcomer limit ${MOST + 1}`);
  const shown = rows.slice(0, MOST);
  return {
    rows: shown.map(({ joinedAt, ...row }) => ({ ...row, joinedAt: new Date(joinedAt).toISOString() })),
    isMore: rows.length > MOST,
  };
}

/**
 * Those who joined a group a week to two months ago, and to whom nobody said anything there since, neither alone nor after what
 * they said in a room. To select from: `account_id`, `joined_at`, `name`.
 */
export function inSilence(group: SQL): SQL {
  const joined = { since: sql`now() - interval '60 days'`, until: sql`now() - interval '7 days'` };
  return sql`(select joiner.* from ${newMembersOf(group, joined)} joiner
    where not exists (select from ${channelMembers} mine
      join ${channels} room on room.id = mine.channel_id and room.kind = 'direct' and room.group_id = ${group}
      join ${messages} said on said.channel_id = room.id and said.author_id is distinct from joiner.account_id
      where mine.account_id = joiner.account_id)
    and not exists (select from ${messages} asked
      join ${channels} room on room.id = asked.channel_id and room.group_id = ${group} and room.kind = 'room'
      join ${messages} answer on answer.channel_id = room.id and answer.seq > asked.seq
        and answer.author_id is distinct from joiner.account_id
      where asked.author_id = joiner.account_id))`;
}
