import { sql, type SQL } from 'drizzle-orm';
import { visibleTo } from '../groups/queries.ts';
import { decidingIn } from '../groups/standing.ts';
import { groups } from '../groups/tables.ts';
import { waiting, type Wait } from '../wait.ts';
import { signatureBursts, signatureHolds } from './bursts/tables.ts';
import { tellerStands } from './frames/queries.ts';
import { campaignFrames } from './frames/tables.ts';
import { countToRemind } from './reminders/queries.ts';
import { signatures } from './signatures/tables.ts';
import { campaigns, campaignSponsors } from './tables.ts';

const isOn = sql`${campaigns.state} in ('published', 'paused') and ${campaigns.hiddenAt} is null`;

export const campaignWaits = [
  {
    kind: 'campaigns.sponsor-ask',
    section: 'decide',
    rows: (account) => {
      // Being asked lets them know of it as it was then; what became of it since, where they may see its group.
      const asked = (part: 'title' | 'groupName', now: SQL) =>
        sql`case when ${visibleTo({ viewer: { id: account } })} then ${now} else ${campaignSponsors.asked} ->> '${sql.raw(part)}' end`;
      return waiting(
        {
          id: sql`${campaigns.id}`,
          at: sql`${campaignSponsors.invitedAt}`,
          group: sql`home.id`,
          path: sql`'/groups/' || home.slug || '/campaigns#sponsorships'`,
          key: sql`${campaigns.slug}`,
          who: asked('groupName', sql`${groups.name}`),
          title: asked('title', sql`${campaigns.title}`),
          said: sql`nullif(${campaignSponsors.word}, '')`,
        },
        sql`${decidingIn(account, 'publish')}
          join ${campaignSponsors} on ${campaignSponsors.groupId} = home.id
            and num_nonnulls(${campaignSponsors.acceptedAt}, ${campaignSponsors.declinedAt}, ${campaignSponsors.leftAt}) = 0
          join ${campaigns} on ${campaigns.id} = ${campaignSponsors.campaignId} and ${isOn}
          join ${groups} on ${groups.id} = ${campaigns.groupId}
          where ${visibleTo({ viewer: { id: account } })} or ${campaignSponsors.asked} is not null`,
      );
    },
  },
  {
    kind: 'campaigns.frame-ask',
    section: 'decide',
    rows: (account) =>
      waiting(
        {
          id: sql`${campaignFrames.id}`,
          at: sql`${campaignFrames.askedAt}`,
          group: sql`home.id`,
          path: sql`'/campaigns/' || ${campaigns.slug} || '/manage#frames'`,
          who: sql`teller.name`,
          title: sql`${campaigns.title}`,
          said: sql`${campaignFrames.title}`,
        },
        sql`${decidingIn(account, 'publish')}
          join ${campaigns} on ${campaigns.groupId} = home.id and ${isOn}
          join ${campaignFrames} on ${campaignFrames.campaignId} = ${campaigns.id}
            and ${campaignFrames.state} = 'asked' and ${tellerStands}
          join ${groups} teller on teller.id = ${campaignFrames.sponsorId}`,
      ),
  },
  {
    kind: 'campaigns.held',
    section: 'decide',
    rows: (account) =>
      waiting(
        {
          id: sql`burst.id`,
          at: sql`burst.began_at`,
          group: sql`home.id`,
          path: sql`'/campaigns/' || ${campaigns.slug} || '/manage#held'`,
          title: sql`${campaigns.title}`,
        },
        sql`${decidingIn(account, 'moderate')}
          join ${campaigns} on ${campaigns.groupId} = home.id and ${isOn}
          join ${signatureBursts} burst on burst.campaign_id = ${campaigns.id} and exists (
            select from ${signatureHolds} hold join ${signatures} signature on signature.id = hold.signature_id
            where hold.burst_id = burst.id and hold.released_at is null and hold.refused_at is null
              and signature.withdrawn_at is null)`,
      ),
  },
  {
    kind: 'campaigns.unconfirmed',
    section: 'due',
    rows: (account) =>
      waiting(
        {
          id: sql`${campaigns.id}`,
          at: sql`${campaigns.publishedAt}`,
          group: sql`home.id`,
          path: sql`'/campaigns/' || ${campaigns.slug} || '/manage#unconfirmed'`,
          key: sql`${campaigns.slug}`,
          title: sql`${campaigns.title}`,
          many: sql`unsure.count`,
        },
        sql`${decidingIn(account, 'publish')}
          join ${campaigns} on ${campaigns.groupId} = home.id and ${campaigns.state} = 'published'
            and ${campaigns.hiddenAt} is null
          cross join lateral (select ${countToRemind(sql`${campaigns.id}`)} as count) unsure
          where unsure.count > 0`,
      ),
  },
  {
    kind: 'campaigns.draft',
    section: 'began',
    rows: (account) =>
      waiting(
        {
          id: sql`${campaigns.id}`,
          at: sql`${campaigns.createdAt}`,
          group: sql`home.id`,
          path: sql`'/campaigns/' || ${campaigns.slug} || '/manage'`,
          title: sql`${campaigns.title}`,
        },
        sql`${decidingIn(account, 'publish')}
          join ${campaigns} on ${campaigns.groupId} = home.id and ${campaigns.createdBy} = ${account}
            and ${campaigns.state} = 'draft' and ${campaigns.hiddenAt} is null`,
      ),
  },
] as const satisfies Wait[];
