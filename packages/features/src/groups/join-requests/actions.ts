import { newId, type Transaction } from '@groundwork/database';
import { and, eq, isNull, lt, sql } from 'drizzle-orm';
import { accountReceiver } from '../../accounts/receivers.ts';
import { accounts } from '../../accounts/tables.ts';
import type { Context } from '../../context.ts';
import { Conflict, Invalid, NotFound } from '../../errors.ts';
import { note, theGroup } from '../../journal.ts';
import { spendQuota } from '../../limits/making.ts';
import { tell, withdrawNotices } from '../../notices/actions.ts';
import { permit } from '../../policy.ts';
import { listCarriers } from '../carriers.ts';
import { changeGroup } from '../locks.ts';
import { addMember } from '../members/actions.ts';
import { groupPolicy } from '../policy.ts';
import { findGroup } from '../queries.ts';
import { joinRequests } from '../tables.ts';
import type { JoinDecision, NewJoinRequest } from './contract.ts';

/** The viewer asks to be let in, and answers the group's questions in their order. Asking twice while one is open is asking once. */
export async function askToJoin(ctx: Context, slug: string, { answers, via }: NewJoinRequest): Promise<void> {
  const group = await findGroup(ctx, slug);
  if (group.hasAsked && group.myRole === null) return;
  permit(groupPolicy, 'askToJoin', group);
  if (answers.length !== group.questions.length)
    throw new Invalid([{ name: 'answers', code: 'groups.questions-changed' }]);
  await ctx.change(async (tx) => {
    await spendQuota(ctx, tx, 'join-requests');
    const id = newId();
    const asked = await tx
      .insert(joinRequests)
      .values({
        id,
        groupId: group.id,
        accountId: ctx.viewer.id,
        questions: group.questions,
        answers: answers.map((answer) => answer.trim()),
      })
      .onConflictDoNothing()
      .returning({ id: joinRequests.id });
    if (asked.length === 0) return;
    note(tx, ctx, 'groups.join-asked', { groupId: group.id, id }, via ? { via } : {});
    const deciders = await listCarriers(tx, group.id, 'manage_members');
    const said = { requestId: id, name: ctx.viewer.name };
    await tell(tx, ctx, 'groups.join-asked', ...deciders.map((decider) => ({ ...decider, ...said })));
  });
}

/** The viewer takes an open request back; nothing of it is kept. */
export async function withdrawJoinRequest(ctx: Context, slug: string): Promise<void> {
  const group = await findGroup(ctx, slug);
  if (!group.hasAsked) throw new NotFound('request');
  const own = and(eq(joinRequests.groupId, group.id), eq(joinRequests.accountId, ctx.viewer.id));
  await ctx.change(async (tx) => {
    const gone = await tx
      .delete(joinRequests)
      .where(and(own, isNull(joinRequests.decidedAt)))
      .returning({ requestId: joinRequests.id });
    await withdrawNotices(tx, 'groups.join-asked', null, ...gone);
    note(tx, ctx, 'groups.join-withdrawn', { groupId: group.id, id: ctx.viewer.id });
  });
}

/** Forgets what people wrote when they asked to join, `days` after it was decided. */
export async function forgetDecidedRequests({ db }: Context, days = 90): Promise<void> {
  await db
    .delete(joinRequests)
    .where(lt(joinRequests.decidedAt, sql`now() - make_interval(days => ${days})`));
}

/**
 * A steward lets someone in or not, and a mail tells them. Two who decide at once: the first counts, the same answer
 * again changes nothing, another one is refused (409 groups.already-decided).
 */
export async function decideJoinRequest(
  ctx: Context,
  slug: string,
  id: string,
  { decision }: JoinDecision,
): Promise<void> {
  await changeGroup(ctx, slug, 'manageMembers', async (tx, group) => {
    const asker = await findAsker(tx, group.id, id);
    if (asker.decision === decision) return;
    if (asker.decision !== null) throw new Conflict('groups.already-decided');
    await tx
      .update(joinRequests)
      .set({ decision, decidedAt: new Date(), decidedBy: ctx.viewer.id })
      .where(eq(joinRequests.id, id));
    if (decision === 'accepted') {
      await addMember(tx, {
        groupId: group.id,
        accountId: asker.to.account,
        actorId: ctx.viewer.id,
        way: 'asked',
      });
    }
    await withdrawNotices(tx, 'groups.join-asked', null, { requestId: id });
    note(tx, ctx, `groups.join-${decision}`, { groupId: group.id, id });
    const about = { ...theGroup(group.id), name: group.name, slug: group.slug };
    await tell(tx, ctx, `groups.join-${decision}`, { to: asker.to, about, requestId: id, name: asker.name });
  });
}

async function findAsker(tx: Transaction, groupId: string, id: string) {
  const [asker] = await tx
    .select({
      to: accountReceiver,
      name: accounts.name,
      decision: joinRequests.decision,
    })
    .from(joinRequests)
    .innerJoin(accounts, eq(accounts.id, joinRequests.accountId))
    .where(and(eq(joinRequests.id, id), eq(joinRequests.groupId, groupId)))
    .for('update', { of: joinRequests });
  if (!asker) throw new NotFound('request');
  return asker;
}
