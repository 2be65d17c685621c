import { sql } from 'drizzle-orm';
import { visibleTo } from '../groups/queries.ts';
import { decidingIn } from '../groups/standing.ts';
import { groups } from '../groups/tables.ts';
import { waiting, type Wait } from '../wait.ts';
import { events, eventSponsors } from './tables.ts';

export const eventWaits = [
  {
    kind: 'events.sponsor-ask',
    section: 'decide',
    rows: (account) =>
      waiting(
        {
          id: sql`${events.id}`,
          at: sql`${eventSponsors.invitedAt}`,
          group: sql`home.id`,
          path: sql`'/groups/' || home.slug || '/events#sponsorships'`,
          key: sql`${events.slug}`,
          who: sql`case when ${visibleTo({ viewer: { id: account } })} then ${groups.name} else ${eventSponsors.asked} ->> 'groupName' end`,
          title: sql`case when ${visibleTo({ viewer: { id: account } })} then ${events.title} else ${eventSponsors.asked} ->> 'title' end`,
          said: sql`nullif(${eventSponsors.word}, '')`,
        },
        sql`${decidingIn(account, 'host_events')}
          join ${eventSponsors} on ${eventSponsors.groupId} = home.id
            and num_nonnulls(${eventSponsors.acceptedAt}, ${eventSponsors.declinedAt}, ${eventSponsors.leftAt}) = 0
          join ${events} on ${events.id} = ${eventSponsors.eventId} and ${events.state} = 'published'
            and ${events.hiddenAt} is null and ${events.endsAt} > now()
          join ${groups} on ${groups.id} = ${events.groupId}`,
      ),
  },
  {
    kind: 'events.draft',
    section: 'began',
    rows: (account) =>
      waiting(
        {
          id: sql`${events.id}`,
          at: sql`${events.createdAt}`,
          group: sql`home.id`,
          path: sql`'/events/' || ${events.slug} || '/manage'`,
          title: sql`${events.title}`,
        },
        sql`${decidingIn(account, 'host_events')}
          join ${events} on ${events.groupId} = home.id and ${events.createdBy} = ${account}
            and ${events.state} = 'draft' and ${events.hiddenAt} is null`,
      ),
  },
] as const satisfies Wait[];
