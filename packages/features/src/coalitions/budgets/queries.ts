import type { Queryable } from '@groundwork/database';
import { and, asc, eq, sql } from 'drizzle-orm';
import { NotFound } from '../../errors.ts';
import { contactBudgets, contactBudgetYeses } from '../../groups/budgets/tables.ts';
import { findGroup, listedFor, type ReadContext } from '../../groups/queries.ts';
import { nameIn } from '../../groups/standing.ts';
import { coalitionReach, groups } from '../../groups/tables.ts';
import { findCoalitionOf } from '../belonging/queries.ts';
import type { BothSlugs } from '../belonging/sides.ts';
import { belongingPolicy } from '../policy.ts';
import { findCoalition } from '../queries.ts';

/** As many as are shown: a coalition of more says the first by name. */
const MOST = 500;

/** The budget of a coalition with the groups that keep it, for those who stand in it; those who speak there know of all its groups. */
export async function findBudget(ctx: ReadContext, slug: string) {
  const coalition = await findCoalition(ctx, slug);
  if (!coalition.isInside) throw new NotFound('budget');
  const proposed = await findProposal(ctx.db, coalition.id);
  const keepers = await ctx.db
    .select({ slug: groups.slug, name: groups.name, mostAWeek: contactBudgetYeses.mostAWeek })
    .from(contactBudgetYeses)
    .innerJoin(
      coalitionReach,
      and(
        eq(coalitionReach.coalitionId, contactBudgetYeses.coalitionId),
        eq(coalitionReach.groupId, contactBudgetYeses.groupId),
        eq(coalitionReach.isDirect, true),
      ),
    )
    .innerJoin(groups, eq(groups.id, contactBudgetYeses.groupId))
    .where(
      and(
        eq(contactBudgetYeses.coalitionId, coalition.id),
        coalition.myRole === null ? listedFor(ctx) : undefined,
      ),
    )
    .orderBy(asc(sql`lower(${groups.name})`), asc(groups.id))
    .limit(MOST);
  return { mostAWeek: proposed?.mostAWeek ?? null, proposedAt: proposed?.proposedAt ?? null, keepers };
}

/** What a coalition proposes now, if anything. */
export async function findProposal(db: Queryable, coalitionId: string) {
  const [proposed] = await db
    .select()
    .from(contactBudgets)
    .where(eq(contactBudgets.coalitionId, coalitionId));
  return proposed;
}

/** What a coalition proposes to a group and what that keeps, for its stewards. */
export async function findOwnBudget(ctx: ReadContext, { slug, other }: BothSlugs) {
  const group = await findGroup(ctx, slug);
  if (!belongingPolicy.seeProposals(group)) throw new NotFound('budget');
  const coalition = await findCoalitionOf(ctx.db, group.id, other);
  if (coalition.state !== 'accepted' && coalition.state !== 'suspended') throw new NotFound('budget');
  const proposed = await findProposal(ctx.db, coalition.id);
  const [kept] = await ctx.db
    .select({
      mostAWeek: contactBudgetYeses.mostAWeek,
      saidBy: nameIn(contactBudgetYeses.saidBy, contactBudgetYeses.groupId),
      saidAt: contactBudgetYeses.saidAt,
    })
    .from(contactBudgetYeses)
    // Of two tables, whose columns are named with theirs, also where a name is looked for.
    .innerJoin(groups, eq(groups.id, contactBudgetYeses.groupId))
    .where(and(eq(contactBudgetYeses.coalitionId, coalition.id), eq(contactBudgetYeses.groupId, group.id)));
  return { mostAWeek: proposed?.mostAWeek ?? null, kept: kept ?? null };
}
