import { sql, type SQL } from 'drizzle-orm';
import type { Context } from '../../context.ts';
import { permit } from '../../policy.ts';
import { isListed } from '../../groups/listed.ts';
import { groups } from '../../groups/tables.ts';
import { links } from '../../links/tables.ts';
import { campaignPolicy } from '../policy.ts';
import { signatures } from '../signatures/tables.ts';
import { signatureBursts, signatureHolds } from './tables.ts';
import type { BurstRow } from './contract.ts';

/** What waits for the organizers or was refused by them, by what it has in common; the newest fifty. No sponsor's person is named. */
export async function listBursts({ db }: Context, campaign: Asked): Promise<BurstRow[]> {
  permit(campaignPolicy, 'seeSignatures', campaign);
  const { rows } = await db.execute<BurstRow>(sql`
    select burst.id, burst.cause,
      case burst.cause when 'domain' then case when held.own > 0 then burst.subject end
        when 'link' then case when link.group_id = burst.group_id then link.label
          when ${isListed(sql`bringer`)} then bringer.name end end as subject,
      to_char(burst.began_at at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as "beganAt",
      held.brought > 0 as "isBrought", held.waiting, held.proven, held.refused, held.names
    from ${signatureBursts} burst
    left join ${links} link on burst.cause = 'link' and link.id::text = burst.subject
    left join ${groups} bringer on bringer.id = link.group_id
    cross join lateral (
      select ${upToTens(sql`refused_at is null`)} as waiting,
        ${upToTens(sql`refused_at is null and proven_at is not null`)} as proven,
        ${upToTens(sql`refused_at is not null`)} as refused,
        count(*) filter (where signature.sponsor_id is null) as own,
        count(*) filter (where signature.sponsor_id is not null) as brought,
        coalesce((array_agg(signature.name order by signature.id) filter (where signature.sponsor_id is null))[1:5], '{}') as names
      from ${signatureHolds} hold join ${signatures} signature on signature.id = hold.signature_id
      where hold.burst_id = burst.id and hold.released_at is null and signature.withdrawn_at is null
    ) held
    where burst.campaign_id = ${campaign.id} and held.waiting + held.refused > 0
    order by burst.last_at desc, burst.id limit 50`);
  return rows;
}

/** How many are so: of the home group's people exactly, of sponsors' up to the next ten, which tells of no few. */
function upToTens(isSo: SQL) {
  const of = (whose: SQL) => sql`count(*) filter (where ${isSo} and ${whose})`;
  return sql`(${of(sql`signature.sponsor_id is null`)} + (${of(sql`signature.sponsor_id is not null`)} + 9) / 10 * 10)::int`;
}

type Asked = { id: string } & Parameters<(typeof campaignPolicy)['seeSignatures']>[0];
