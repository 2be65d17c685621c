import { sql } from 'drizzle-orm';
import { accounts, siteStewards } from '../accounts/tables.ts';
import { events } from '../events/tables.ts';
import { allies } from '../groups/allies/tables.ts';
import { decidingIn, insideOf } from '../groups/standing.ts';
import { groups } from '../groups/tables.ts';
import { waiting, type Wait } from '../wait.ts';
import { allyClaims } from './allies/tables.ts';
import { spokeAt, DAYS_TO_REPORT } from './councils/queries.ts';
import { councilReports, councils } from './councils/tables.ts';
import { coalitionGroups, delegates } from './tables.ts';

/** How long after its day a report back is asked for. */
const DAYS_ASKED_FOR = 30;

const claim = {
  id: sql`claim.id`,
  at: sql`claim.made_at`,
  path: sql`'/allies/' || named.slug || '/manage#claims'`,
  who: sql`claimant.name`,
  title: sql`named.name`,
  said: sql`claim.word`,
};
const claimed = sql`and ally.taken_down_at is null
  join ${groups} named on named.id = ally.group_id and named.kind = 'ally'
  join ${allyClaims} claim on claim.group_id = ally.group_id and claim.decided_at is null
  join ${accounts} claimant on claimant.id = claim.account_id`;

export const coalitionWaits = [
  {
    kind: 'coalitions.application',
    section: 'decide',
    rows: (account) =>
      waiting(
        {
          id: sql`asker.id`,
          at: sql`between_them.since`,
          group: sql`home.id`,
          path: sql`'/groups/' || home.slug || '/groups#door'`,
          key: sql`asker.slug`,
          who: sql`asker.name`,
          said: sql`nullif(array_to_string(between_them.answers, ' · '), '')`,
        },
        sql`${decidingIn(account, 'manage_members')}
          join ${coalitionGroups} between_them on between_them.coalition_id = home.id
            and between_them.state = 'proposed' and between_them.asked_by = 'group'
          join ${groups} asker on asker.id = between_them.group_id`,
      ),
  },
  {
    kind: 'coalitions.invitation',
    section: 'decide',
    rows: (account) =>
      waiting(
        {
          id: sql`asker.id`,
          at: sql`between_them.since`,
          group: sql`home.id`,
          path: sql`'/groups/' || home.slug || '/coalitions'`,
          key: sql`asker.slug`,
          who: sql`asker.name`,
        },
        sql`${decidingIn(account, 'manage_group')}
          join ${coalitionGroups} between_them on between_them.group_id = home.id
            and between_them.state = 'proposed' and between_them.asked_by = 'coalition'
          join ${groups} asker on asker.id = between_them.coalition_id`,
      ),
  },
  {
    kind: 'coalitions.ally-claim',
    section: 'decide',
    rows: (account) =>
      waiting(
        { ...claim, group: sql`home.id` },
        sql`${decidingIn(account, 'manage_members')} join ${allies} ally on ally.kept_by = home.id ${claimed}`,
      ),
  },
  {
    // The coalition that kept the page is gone: nobody else is left to decide.
    kind: 'coalitions.ally-claim-left',
    section: 'decide',
    rows: (account) =>
      waiting(
        { ...claim, group: sql`null` },
        sql`${siteStewards} steward join ${allies} ally on steward.account_id = ${account} and ally.kept_by is null ${claimed}`,
      ),
  },
  {
    kind: 'coalitions.report-back',
    section: 'due',
    rows: (account) =>
      waiting(
        {
          id: sql`${events.id}`,
          at: sql`${events.endsAt} + make_interval(days => ${sql.raw(String(DAYS_TO_REPORT))})`,
          group: sql`home.id`,
          path: sql`'/groups/' || home.slug || '/coalitions/' || coalition.slug || '#reports'`,
          who: sql`coalition.name`,
          title: sql`${events.title}`,
        },
        sql`${insideOf(account)} and home.frozen_at is null
          join ${delegates} spoken on spoken.group_id = home.id and spoken.account_id = own.account_id
          join ${groups} coalition on coalition.id = spoken.coalition_id
          join ${coalitionGroups} between_them on between_them.coalition_id = spoken.coalition_id
            and between_them.group_id = spoken.group_id and between_them.state in ('accepted', 'suspended')
          join ${councils} on ${councils.coalitionId} = spoken.coalition_id
          join ${events} on ${events.id} = ${councils.eventId} and ${spokeAt(sql`spoken`)}
            and ${events.state} in ('published', 'closed') and ${events.hiddenAt} is null
            and ${events.endsAt} between now() - make_interval(days => ${sql.raw(String(DAYS_TO_REPORT + DAYS_ASKED_FOR))}) and now()
          where not exists (select from ${councilReports} report
            where report.event_id = ${events.id} and report.group_id = spoken.group_id)`,
      ),
  },
] as const satisfies Wait[];
