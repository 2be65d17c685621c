import type { Transaction } from '@groundwork/database';
import { and, eq, ne, not, or, sql } from 'drizzle-orm';
import { isSuspended } from '../accounts/queries.ts';
import { accountReceiver } from '../accounts/receivers.ts';
import { accounts, siteStewards } from '../accounts/tables.ts';
import type { Context } from '../context.ts';
import { carriersIn } from '../groups/standing.ts';
import { groups } from '../groups/tables.ts';
import { tell } from '../notices/actions.ts';
import { reachesModerator, reachesSteward } from './reach.ts';
import { reports } from './tables.ts';

/** Tells those who may decide a new report that there is one, and nothing of it; not whoever made it. */
export async function tellReportDeciders(tx: Transaction, ctx: Context, reportId: string): Promise<void> {
  const isOfGroup = sql<boolean>`coalesce(${reachesModerator(accounts)}, false)`;
  // Those who could be meant are found by index, and only they are asked about.
  const candidates = sql`(select account_id from ${carriersIn(reports.groupId, 'moderate')} carrier
    union select account_id from ${siteStewards})`;
  const deciders = await tx
    .select({
      to: accountReceiver,
      isOfGroup,
      group: { id: groups.id, name: groups.name },
    })
    .from(reports)
    .innerJoin(accounts, sql`${accounts.id} in ${candidates}`)
    .leftJoin(groups, eq(groups.id, reports.groupId))
    .where(
      and(
        eq(reports.id, reportId),
        ne(accounts.id, ctx.viewer.id),
        not(isSuspended(accounts.id)),
        or(isOfGroup, reachesSteward(accounts)),
      ),
    );
  const notices = deciders.map(({ to, isOfGroup: isInside, group }) => {
    // To a steward of the site it is of the site, whatever group it is in.
    const groupId = isInside ? (group?.id ?? null) : null;
    return {
      ...{ to, reportId, group: isInside ? (group?.name ?? null) : null },
      about: { id: groupId ?? SITE, groupId },
    };
  });
  await tell(tx, ctx, 'reports.made', ...notices);
}

/** What is of the site is gathered as one thing. */
const SITE = '00000000-0000-0000-0000-000000000000';
