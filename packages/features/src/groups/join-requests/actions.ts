import { newId, type Transaction } from '@groundwork/database';
import { say } from '@groundwork/words';
import { and, eq, isNull, lt, sql } from 'drizzle-orm';
import { accounts } from '../../accounts/tables.ts';
import type { Context } from '../../context.ts';
import { Conflict, Invalid, NotFound } from '../../errors.ts';
import { note } from '../../journal.ts';
import { spendQuota } from '../../limits/making.ts';
import { promiseMail } from '../../outbox/actions.ts';
import { permit } from '../../policy.ts';
import { addMember, findManaged, holdGroup } from '../members/actions.ts';
import { groupPolicy } from '../policy.ts';
import { findGroup, type SeenGroup } from '../queries.ts';
import { joinRequests } from '../tables.ts';
import type { JoinDecision } from './contract.ts';

/** The viewer asks to be let in and answers the group's questions. Asking twice while one is open is asking once. */
export async function askToJoin(ctx: Context, slug: string, answers: string[]): Promise<void> {
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
    if (asked.length > 0) await note(tx, ctx, 'groups.join-asked', { groupId: group.id, id });
  });
}

/** The viewer takes an open request back; nothing of it is kept. */
export async function withdrawJoinRequest(ctx: Context, slug: string): Promise<void> {
  const group = await findGroup(ctx, slug);
  if (!group.hasAsked) throw new NotFound('request');
  const own = and(eq(joinRequests.groupId, group.id), eq(joinRequests.accountId, ctx.viewer.id));
  await ctx.change(async (tx) => {
    await tx.delete(joinRequests).where(and(own, isNull(joinRequests.decidedAt)));
    await note(tx, ctx, 'groups.join-withdrawn', { groupId: group.id, id: ctx.viewer.id });
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
  const group = await findManaged(ctx, slug);
  await ctx.change(async (tx) => {
    await holdGroup(tx, group.id);
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
        accountId: asker.accountId,
        actorId: ctx.viewer.id,
        way: 'asked',
      });
    }
    await note(tx, ctx, `groups.join-${decision}`, { groupId: group.id, id });
    await tellAsker(tx, ctx, { group, decision, id, asker });
  });
}

async function findAsker(tx: Transaction, groupId: string, id: string) {
  const [asker] = await tx
    .select({
      accountId: accounts.id,
      name: accounts.name,
      email: accounts.email,
      language: accounts.language,
      decision: joinRequests.decision,
    })
    .from(joinRequests)
    .innerJoin(accounts, eq(accounts.id, joinRequests.accountId))
    .where(and(eq(joinRequests.id, id), eq(joinRequests.groupId, groupId)))
    .for('update', { of: joinRequests });
  if (!asker) throw new NotFound('request');
  return asker;
}

type Told = {
  group: SeenGroup;
  decision: 'accepted' | 'declined';
  id: string;
  asker: Awaited<ReturnType<typeof findAsker>>;
};
async function tellAsker(tx: Transaction, { settings }: Context, { group, decision, id, asker }: Told) {
  const { language, email, name } = asker;
  const words = { name, group: group.name };
  const url = `${settings.publicUrl}/groups/${group.slug}`;
  const isIn = decision === 'accepted';
  await promiseMail(tx, {
    key: `groups.join-decided:${id}`,
    to: email,
    language,
    groupId: group.id,
    subject: say(language, `mail.join-${decision}.subject`, words),
    letter: {
      heading: say(language, `mail.join-${decision}.heading`, words),
      paragraphs: [say(language, `mail.join-${decision}.text`, words)],
      ...(isIn && { button: { label: say(language, 'mail.join-accepted.button', words), url } }),
    },
  });
}
