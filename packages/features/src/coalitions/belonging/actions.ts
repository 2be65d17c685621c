import { newId, type Transaction } from '@groundwork/database';
import { and, eq, sql } from 'drizzle-orm';
import type { Context } from '../../context.ts';
import { Conflict, Forbidden, Invalid, NotFound } from '../../errors.ts';
import { changeUnderLock } from '../../groups/locks.ts';
import { findGroup, type ReadContext } from '../../groups/queries.ts';
import { note } from '../../journal.ts';
import { spendQuota } from '../../limits/making.ts';
import { permit, refuseFrozen } from '../../policy.ts';
import { endDelegatesOf } from '../delegates/ending.ts';
import { belongingPolicy, coalitionPolicy, mayBeInvited } from '../policy.ts';
import { findCoalition } from '../queries.ts';
import { dropYes } from '../budgets/ending.ts';
import { coalitionGroups, coalitionSteps } from '../tables.ts';
import { tellStep, type BelongingStepName } from '../telling.ts';
import type { Application, ApplicationDecision, GroupInvitation, InvitationDecision } from './contract.ts';
import { findState, type Neighbour } from './queries.ts';
import { changeBoth, fromCoalition, fromGroup, type BothSlugs } from './sides.ts';

/** The two that something is done between. */
export type Sides = { coalition: Side; group: Side };
type Side = Pick<Neighbour, 'id' | 'slug' | 'name'>;

/** A group asks to be in a coalition and answers its questions. Where it was invited, that is its yes; asking twice is asking once. */
export async function applyToCoalition(ctx: Context, slug: string, asked: Application): Promise<void> {
  const find = async (asker: ReadContext) => {
    const group = await findGroup(asker, slug);
    permit(belongingPolicy, 'apply', group);
    return { group, coalition: await findCoalition(asker, asked.coalition) };
  };
  await changeBoth(ctx, find, async (tx, { coalition, group }) => {
    const isIn = and(eq(coalitionGroups.coalitionId, coalition.id), eq(coalitionGroups.state, 'accepted'));
    if ((await tx.$count(coalitionGroups, isIn)) === 0) throw new Conflict('coalitions.nobody-decides');
    const now = await stateToAsk(tx, { coalition, group }, 'group');
    if (now?.state === 'accepted' || (now?.state === 'proposed' && now.askedBy === 'group')) return;
    refuseFrozen(coalition);
    const { questions } = coalition;
    const said = answersTo(questions, asked.answers);
    const isInvited = now?.state === 'proposed';
    if (!isInvited && coalition.joining === 'invitation') throw new Forbidden('coalitions.by-invitation');
    await spendQuota(ctx, tx, 'coalition-asks', group.id);
    const step = isInvited ? 'accepted' : 'applied';
    await take(tx, ctx, { coalition, group }, { step, side: 'group', word: asked.word, said });
  });
}

/** A coalition asks a group in. Where it had applied, that is the coalition's yes; asking twice is asking once. */
export async function inviteToCoalition(ctx: Context, slug: string, asked: GroupInvitation): Promise<void> {
  const find = async (asker: ReadContext) => {
    const coalition = await findCoalition(asker, slug);
    permit(coalitionPolicy, 'invite', coalition);
    const group = await findGroup(asker, asked.group);
    if (!mayBeInvited(group)) throw new NotFound('group');
    return { groupId: coalition.id, coalition, group };
  };
  await changeUnderLock(ctx, find, async (tx, { coalition, group }) => {
    const now = await stateToAsk(tx, { coalition, group }, 'coalition');
    if (now?.state === 'accepted' || (now?.state === 'proposed' && now.askedBy === 'coalition')) return;
    await spendQuota(ctx, tx, 'coalition-asks', coalition.id);
    const step = now?.state === 'proposed' ? 'accepted' : 'invited';
    await take(tx, ctx, { coalition, group }, { step, side: 'coalition', word: asked.word });
  });
}

/** The coalition says yes or no to a group that applied. The same answer twice changes nothing; another is refused (409). */
export async function answerApplication(
  ctx: Context,
  named: BothSlugs,
  asked: ApplicationDecision,
): Promise<void> {
  await changeUnderLock(ctx, fromCoalition(named, 'answer'), async (tx, { coalition, group }) => {
    if (isAnswered(group, { askedBy: 'group', decision: asked.decision })) return;
    await take(tx, ctx, { coalition, group }, { step: asked.decision, side: 'coalition', word: asked.word });
  });
}

/** The group says yes or no to a coalition that invited it; with its yes it answers what the coalition asks. */
export async function answerInvitation(
  ctx: Context,
  named: BothSlugs,
  asked: InvitationDecision,
): Promise<void> {
  await changeBoth(ctx, fromGroup(named, 'answer'), async (tx, { coalition, group }) => {
    if (asked.decision === 'accepted') refuseFrozen(coalition);
    if (isAnswered(coalition, { askedBy: 'coalition', decision: asked.decision })) return;
    const said =
      asked.decision === 'accepted' ? answersTo(coalition.questions, asked.answers ?? []) : undefined;
    await take(
      tx,
      ctx,
      { coalition, group },
      { step: asked.decision, side: 'group', word: asked.word, said },
    );
  });
}

/** The group goes, or takes back what it asked for. */
export async function leaveCoalition(ctx: Context, named: BothSlugs): Promise<void> {
  await changeBoth(ctx, fromGroup(named, 'leave'), async (tx, { coalition, group }) => {
    if (coalition.state === 'left') return;
    const isAsking = coalition.state === 'proposed';
    if (isAsking && coalition.askedBy === 'coalition') throw new Conflict('coalitions.already-decided');
    await take(tx, ctx, { coalition, group }, { step: isAsking ? 'withdrawn' : 'left', side: 'group' });
  });
}

/** The coalition ends it for good and says why, or takes back an invitation. */
export async function endBelonging(ctx: Context, named: BothSlugs, reason: string): Promise<void> {
  await changeUnderLock(ctx, fromCoalition(named, 'end'), async (tx, { coalition, group }) => {
    if (group.state === 'left') return;
    const isAsking = group.state === 'proposed';
    if (isAsking && group.askedBy === 'group') throw new Conflict('coalitions.already-decided');
    if (!isAsking && reason.trim() === '') throw new Invalid([{ name: 'reason', code: 'field.required' }]);
    const step = isAsking ? 'withdrawn' : 'ended';
    await take(tx, ctx, { coalition, group }, { step, side: 'coalition', word: reason });
  });
}

/** The coalition keeps a group out until it says otherwise: nobody of it hears or speaks there meanwhile. */
export async function suspendGroup(ctx: Context, named: BothSlugs, reason: string): Promise<void> {
  await changeUnderLock(ctx, fromCoalition(named, 'suspend'), async (tx, { coalition, group }) => {
    if (group.state === 'suspended') return;
    if (group.state !== 'accepted') throw new Conflict('coalitions.not-in');
    await take(tx, ctx, { coalition, group }, { step: 'suspended', side: 'coalition', word: reason });
  });
}

/** It is in again. Who spoke for it is named anew. */
export async function resumeGroup(ctx: Context, named: BothSlugs): Promise<void> {
  await changeUnderLock(ctx, fromCoalition(named, 'resume'), async (tx, { coalition, group }) => {
    if (group.state === 'accepted') return;
    if (group.state !== 'suspended') throw new Conflict('coalitions.not-in');
    await take(tx, ctx, { coalition, group }, { step: 'resumed', side: 'coalition' });
  });
}

async function stateToAsk(tx: Transaction, { coalition, group }: Sides, asking: 'group' | 'coalition') {
  if (coalition.id === group.id) throw new Conflict('coalitions.circle');
  const now = await findState(tx, coalition.id, group.id);
  if (now?.state === 'suspended') throw new Conflict('coalitions.suspended');
  if (now?.refusedFor && now.askedBy === asking)
    throw new Conflict('coalitions.asked-lately', { days: now.refusedFor });
  return now;
}

type Answered = { askedBy: 'group' | 'coalition'; decision: 'accepted' | 'declined' };

/** Whether this very answer was given; throws when nothing waits for it. */
function isAnswered(now: Pick<Neighbour, 'state' | 'askedBy'>, { askedBy, decision }: Answered): boolean {
  if (now.state === 'proposed' && now.askedBy === askedBy) return false;
  if ((now.state === 'accepted') === (decision === 'accepted') && now.state !== 'proposed') return true;
  throw new Conflict('coalitions.already-decided');
}

function answersTo(questions: string[], answers: string[]) {
  if (answers.length !== questions.length)
    throw new Invalid([{ name: 'answers', code: 'groups.questions-changed' }]);
  return { questions, answers: answers.map((answer) => answer.trim()) };
}

const STATES = {
  founded: 'accepted',
  applied: 'proposed',
  invited: 'proposed',
  accepted: 'accepted',
  declined: 'left',
  withdrawn: 'left',
  suspended: 'suspended',
  resumed: 'accepted',
  left: 'left',
  ended: 'left',
} as const satisfies Record<BelongingStepName, string>;

type Taken = {
  step: BelongingStepName;
  side: 'group' | 'coalition';
  word?: string | undefined;
  said?: { questions: string[]; answers: string[] } | undefined;
};

/** Does a step between the two, under the lock of the coalition: on record, and told to the other side. */
export async function take(tx: Transaction, ctx: Context, sides: Sides, taken: Taken): Promise<void> {
  const { step, side, word = '', said } = taken;
  const { coalition, group } = sides;
  const state = STATES[step];
  const asks = step === 'applied' || step === 'invited' || step === 'founded';
  // Before, so that whoever loses it is still known.
  if (state !== 'accepted') await endDelegatesOf(tx, ctx, sides);
  // Kept out for a while it keeps no budget, and does again when it is in.
  if (state === 'left') await dropYes(tx, { coalitionId: coalition.id, groupId: group.id });
  await tx
    .insert(coalitionGroups)
    .values({ coalitionId: coalition.id, groupId: group.id, state, askedBy: side, ...said })
    .onConflictDoUpdate({
      target: [coalitionGroups.coalitionId, coalitionGroups.groupId],
      set: {
        ...{ state, since: sql`now()`, ...said },
        ...(asks && { askedBy: side, ...(!said && { questions: [], answers: [] }) }),
      },
    });
  const id = newId();
  await tx.insert(coalitionSteps).values({
    ...{ id, coalitionId: coalition.id, groupId: group.id, step, side },
    ...{ takenBy: ctx.viewer.id, word: word.trim() },
  });
  const about = { groupId: coalition.id, id: group.id };
  note(tx, ctx, `coalitions.${step}`, about);
  await tellStep(tx, ctx, sides, { step, side, stepId: id, word: word.trim() });
}
