import type { Transaction } from '@groundwork/database';
import { sql, type SQL, type SQLWrapper } from 'drizzle-orm';
import type { Context } from '../../context.ts';
import { signatures } from '../signatures/tables.ts';
import { campaignProofLeaves } from './tables.ts';

/**
 * A signature's leaf in the list of a proof: SHA-256 over `groundwork-count-1:CAMPAIGN:KEY`, by the function of that name in the
 * database. Whoever does not have the key cannot tell whose it is.
 */
function leafOf(campaignId: SQLWrapper, countKey: SQLWrapper): SQL {
  return sql`count_leaf(${campaignId}, ${countKey})`;
}

/** So many rows are written in one statement. */
const STRETCH = 10_000;

/** Gives keys to those signatures of a campaign that were there before there were any. Safe to do twice, and at once. */
export async function giveCountKeys({ db }: Pick<Context, 'db'>, campaignId: string): Promise<void> {
  let given = STRETCH;
  while (given === STRETCH) {
    const { rowCount } = await db.execute(sql`
      update ${signatures} set count_key = gen_random_uuid() where id in (
        select own.id from ${signatures} own where own.campaign_id = ${campaignId} and own.count_key is null
        order by own.id limit ${STRETCH} for no key update)`);
    given = rowCount ?? 0;
  }
}

/** Keeps the leaves of people who are forgotten and stay counted: of the home group's in the list, of a sponsor's for when more of them are told. */
export async function keepLeaves(tx: Transaction, personIds: string[]): Promise<void> {
  await tx.execute(sql`
    insert into ${campaignProofLeaves} (campaign_id, group_id, leaf, is_told)
    select own.campaign_id, own.group_id,
      ${leafOf(sql`own.campaign_id`, sql`coalesce(own.count_key, gen_random_uuid())`)}, own.sponsor_id is null
    from ${signatures} own where own.stands and own.person_id = any(${sql.param(personIds)}::uuid[])
    on conflict do nothing`);
}

/**
 * Parts of a `with`: after one that has of sponsors, as `wanted`, how many `more` of their people are to be told, `growing` has how many
 * come in, by tens as well, and their leaves are drawn. Those who were forgotten come first, then whoever stands longest. It is
 * never asked who of them stands through another group too: which of its people are in the list must tell a group nothing of them.
 */
export const drawing: SQL = sql`drawable as materialized (
    select wanted.campaign_id, wanted.group_id, wanted.more, one.leaf,
      row_number() over (partition by wanted.campaign_id, wanted.group_id order by one.at nulls first, one.leaf) as place
    from wanted cross join lateral (
      select kept.leaf, null::timestamptz as at from ${campaignProofLeaves} kept
      where kept.campaign_id = wanted.campaign_id and kept.group_id = wanted.group_id and not kept.is_told
      union all
      select ${leafOf(sql`own.campaign_id`, sql`own.count_key`)}, own.confirmed_at from ${signatures} own
      where own.campaign_id = wanted.campaign_id and own.sponsor_id = wanted.group_id and own.stands
        and own.count_key is not null
        and not exists (select from ${campaignProofLeaves} kept where kept.campaign_id = own.campaign_id
          and kept.leaf = ${leafOf(sql`own.campaign_id`, sql`own.count_key`)})
    ) one where wanted.more > 0
  ), growing as (
    select campaign_id, group_id, least(more, count(*)::int / 10 * 10) as more from drawable
    group by campaign_id, group_id, more
  ), drawn as (
    insert into ${campaignProofLeaves} (campaign_id, group_id, leaf, is_told)
    select drawable.campaign_id, drawable.group_id, drawable.leaf, true
    from drawable join growing using (campaign_id, group_id) where drawable.place <= growing.more
    on conflict (campaign_id, leaf) do update set is_told = true
  )`;

/** The list of a campaign, as hexadecimal digits in their order. */
export function leavesOf(campaignId: string): SQL {
  return sql`select encode(listed.leaf, 'hex') as leaf from (
    select ${leafOf(sql`own.campaign_id`, sql`own.count_key`)} as leaf from ${signatures} own
    where own.campaign_id = ${campaignId} and own.stands and own.sponsor_id is null
    union all
    select kept.leaf from ${campaignProofLeaves} kept where kept.campaign_id = ${campaignId} and kept.is_told
  ) listed order by listed.leaf`;
}
