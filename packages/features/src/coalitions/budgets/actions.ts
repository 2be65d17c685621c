import { newId, type Transaction } from '@groundwork/database';
import { and, eq, sql } from 'drizzle-orm';
import type { Context } from '../../context.ts';
import { Conflict } from '../../errors.ts';
import { changeUnderLock } from '../../groups/locks.ts';
import { contactBudgets, contactBudgetYeses } from '../../groups/budgets/tables.ts';
import type { ReadContext } from '../../groups/queries.ts';
import { coalitionReach } from '../../groups/tables.ts';
import { note, theGroup } from '../../journal.ts';
import { spendQuota } from '../../limits/making.ts';
import { permit, refuseFrozen } from '../../policy.ts';
import { changeBoth, fromGroup, type BothSlugs } from '../belonging/sides.ts';
import { coalitionPolicy } from '../policy.ts';
import { findCoalition } from '../queries.ts';
import { dropYes } from './ending.ts';
import { findProposal } from './queries.ts';
import { tellOfBudget, withdrawProposal } from './telling.ts';

/**
 * Proposes how many mails a week somebody gets at most from the groups of a coalition together. Each group decides for itself, also
 * where the number goes up: until then it keeps what it said yes to. Null ends it for all.
 */
export async function proposeBudget(ctx: Context, slug: string, mostAWeek: number | null): Promise<void> {
  const find = async (asker: ReadContext) => {
    const coalition = await findCoalition(asker, slug);
    permit(coalitionPolicy, 'proposeBudget', coalition);
    return { ...coalition, groupId: coalition.id };
  };
  await changeUnderLock(ctx, find, async (tx, coalition) => {
    const isIts = eq(contactBudgets.coalitionId, coalition.id);
    const before = await findProposal(tx, coalition.id);
    if ((before?.mostAWeek ?? null) === mostAWeek) return;
    const groupIds = await listGroupIds(tx, coalition.id);
    if (before) await withdrawProposal(tx, before.proposalId, groupIds);
    note(tx, ctx, 'coalitions.budget-proposed', theGroup(coalition.id), { mostAWeek });
    if (mostAWeek === null) return void (await tx.delete(contactBudgets).where(isIts));
    await spendQuota(ctx, tx, 'coalition-asks', coalition.id);
    const proposed = { proposalId: newId(), mostAWeek, proposedBy: ctx.viewer.id, proposedAt: sql`now()` };
    await tx
      .insert(contactBudgets)
      .values({ coalitionId: coalition.id, ...proposed })
      .onConflictDoUpdate({ target: contactBudgets.coalitionId, set: proposed });
    await tellOfBudget(tx, ctx, { ...proposed, coalition }, groupIds);
  });
}

/** Says yes for a group to the number that is proposed: from now on its mailings mark, and pass over who had enough. */
export async function keepBudget(ctx: Context, named: BothSlugs, mostAWeek: number): Promise<void> {
  await changeBoth(ctx, fromGroup(named, 'keepBudget'), async (tx, { coalition, group }) => {
    if (coalition.state !== 'accepted') throw new Conflict('coalitions.not-in');
    refuseFrozen(coalition);
    const proposed = await findProposal(tx, coalition.id);
    if (proposed?.mostAWeek !== mostAWeek) throw new Conflict('coalitions.budget-changed');
    const said = { mostAWeek, saidBy: ctx.viewer.id, saidAt: sql`now()` };
    const kept = await tx
      .insert(contactBudgetYeses)
      .values({ coalitionId: coalition.id, groupId: group.id, ...said })
      .onConflictDoUpdate({
        target: [contactBudgetYeses.coalitionId, contactBudgetYeses.groupId],
        set: said,
        setWhere: sql`${contactBudgetYeses.mostAWeek} <> excluded.most_a_week`,
      })
      .returning({ groupId: contactBudgetYeses.groupId });
    if (kept.length === 0) return;
    await withdrawProposal(tx, proposed.proposalId, [group.id]);
    note(tx, ctx, 'coalitions.budget-kept', { groupId: coalition.id, id: group.id }, { mostAWeek });
  });
}

/** Takes the yes of a group back: from now on it neither marks nor passes anybody over. */
export async function dropBudget(ctx: Context, named: BothSlugs): Promise<void> {
  await changeBoth(ctx, fromGroup(named, 'dropBudget'), async (tx, { coalition, group }) => {
    if (await dropYes(tx, { coalitionId: coalition.id, groupId: group.id }))
      note(tx, ctx, 'coalitions.budget-dropped', { groupId: coalition.id, id: group.id });
  });
}

async function listGroupIds(tx: Transaction, coalitionId: string): Promise<string[]> {
  const rows = await tx
    .select({ id: coalitionReach.groupId })
    .from(coalitionReach)
    .where(and(eq(coalitionReach.coalitionId, coalitionId), eq(coalitionReach.isDirect, true)));
  return rows.map(({ id }) => id);
}
