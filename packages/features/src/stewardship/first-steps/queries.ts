import { sql } from 'drizzle-orm';
import { siteStewards } from '../../accounts/tables.ts';
import { campaigns } from '../../campaigns/tables.ts';
import type { Context } from '../../context.ts';
import { events } from '../../events/tables.ts';
import { isNoAlly } from '../../groups/listed.ts';
import { groups } from '../../groups/tables.ts';
import { imports } from '../../people/imports/tables.ts';
import { sites } from '../../site/tables.ts';
import { findBackupStatus } from '../backups/queries.ts';

/** What a new site still needs, each ticked by what is there; null: a steward waved it away, or all of it is done. */
export async function findFirstSteps(ctx: Context) {
  const [{ rows }, { lastDoneAt }] = await Promise.all([
    ctx.db.execute<Found>(sql`
      select ${sites.firstStepsAwayAt} is not null as "isAway",
        exists (select from ${groups} where ${isNoAlly}) as "group",
        (select count(*) from ${siteStewards}) > 1 as "steward",
        exists (select from ${imports} where ${imports.state} = 'done') as "list",
        exists (select from ${campaigns} where ${campaigns.state} <> 'draft') as "campaign",
        exists (select from ${events} where ${events.state} <> 'draft') as "event"
      from ${sites}`),
    findBackupStatus(ctx),
  ]);
  const [found] = rows;
  if (!found || found.isAway) return null;
  const { group, steward, list, campaign, event } = found;
  const steps = {
    ...{ group, mail: ctx.settings.sendsMail, backup: lastDoneAt !== null },
    ...{ steward, list, campaign, event },
  };
  return Object.values(steps).every(Boolean) ? null : steps;
}

type Step = 'group' | 'steward' | 'list' | 'campaign' | 'event';
type Found = Record<Step | 'isAway', boolean>;
