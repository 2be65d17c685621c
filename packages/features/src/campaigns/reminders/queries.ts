import type { Queryable } from '@groundwork/database';
import { and, eq, isNull, not, sql, type SQL } from 'drizzle-orm';
import type { Context } from '../../context.ts';
import { isFrozen } from '../../groups/queries.ts';
import { groups } from '../../groups/tables.ts';
import { people } from '../../people/tables.ts';
import { permit } from '../../policy.ts';
import { sites } from '../../site/tables.ts';
import { signatureHolds } from '../bursts/tables.ts';
import { campaignPolicy } from '../policy.ts';
import type { SeenCampaign } from '../queries.ts';
import { signatures } from '../signatures/tables.ts';
import { campaigns } from '../tables.ts';

/** Nobody counts further. */
const MANY = sql.raw('1000');

/**
 * To select from: the signatures (`unsure`) of a campaign's own people that a mailbox can be reminded of, once: asked two days ago
 * at least and three weeks at most, held by nobody, of whoever wants to hear nothing at all no more.
 */
export function toRemind(campaignId: SQL): SQL {
  return sql`${signatures} unsure join ${people} signer on signer.id = unsure.person_id
    where unsure.campaign_id = ${campaignId} and unsure.confirmed_at is null and unsure.withdrawn_at is null
      and unsure.reminded_at is null and unsure.sponsor_id is null
      and unsure.mailed_at between now() - interval '21 days' and now() - interval '2 days'
      and signer.email is not null and not signer.do_not_contact
      and not exists (select from ${signatureHolds} hold where hold.signature_id = unsure.id and hold.released_at is null)`;
}

/** How many can be reminded, up to a thousand: a scalar. */
export function countToRemind(campaignId: SQL): SQL<number> {
  return sql<number>`(select count(*)::int from (select from ${toRemind(campaignId)} limit ${MANY}) few)`;
}

/** What came of reminding so far, and who can be reminded now; for those who run the campaign. */
export async function findReminders({ db }: Pick<Context, 'db'>, campaign: SeenCampaign) {
  permit(campaignPolicy, 'count', campaign);
  const { rows } = await db.execute<{
    dueCount: number;
    lastAt: string | null;
    remindedCount: number;
    confirmedCount: number;
  }>(sql`select ${countToRemind(sql`${campaign.id}::uuid`)} as "dueCount",
    to_char(max(reminded_at) at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as "lastAt",
    count(*)::int as "remindedCount", count(*) filter (where stands)::int as "confirmedCount"
    from ${signatures} where campaign_id = ${campaign.id} and reminded_at is not null`);
  return rows[0] ?? { dueCount: 0, lastAt: null, remindedCount: 0, confirmedCount: 0 };
}

/** The campaign as its reminder names it, while it takes names; undefined: it was stopped since somebody asked for that. */
export async function findReminding(db: Queryable, campaignId: string) {
  const [campaign] = await db
    .select({
      id: campaigns.id,
      groupId: campaigns.groupId,
      siteName: sql<string>`(select ${sites.name} from ${sites})`,
    })
    .from(campaigns)
    .innerJoin(groups, eq(groups.id, campaigns.groupId))
    .where(
      and(
        eq(campaigns.id, campaignId),
        eq(campaigns.state, 'published'),
        isNull(campaigns.hiddenAt),
        not(isFrozen),
      ),
    );
  return campaign;
}
