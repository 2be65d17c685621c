import { newId, type Transaction } from '@groundwork/database';
import { eq, sql } from 'drizzle-orm';
import type { Context } from '../../context.ts';
import { Conflict, Invalid } from '../../errors.ts';
import { note } from '../../journal.ts';
import { spendQuota } from '../../limits/making.ts';
import { permit } from '../../policy.ts';
import { OVERLAP_DAYS, type Clause } from '../bounds.ts';
import { changeCompact, refuseOff, type CompactPlace } from '../changing.ts';
import { overlapPolicy } from '../policy.ts';
import type { SeenCompact } from '../queries.ts';
import { compactUses } from '../tables.ts';
import { tellCompactSide } from '../telling.ts';
import { lastAgreed, outsideOf, overBy } from '../uses/clauses.ts';
import { findUse, type SeenUse, type UsePlace } from '../uses/queries.ts';
import type { OverlapAsk, OverlapDecision } from './contract.ts';
import { findNextMoment, findOpenOverlap } from './queries.ts';

/**
 * One of the two asks how many people they have in common. Too soon after the last time, or when the agreement is over, it is refused
 * by the clause (409), and that is a row of the ledger too. Answers its id.
 */
export async function askForOverlap(
  ctx: Context,
  place: CompactPlace,
  { isShown = false }: OverlapAsk,
): Promise<string> {
  const id = newId();
  const refused = await changeCompact(ctx, place, 'count', async (tx, compact) => {
    const terms = lastAgreed(compact);
    refuseOff(compact);
    await lockPair(tx, compact);
    if (await findOpenOverlap({ db: tx, viewer: ctx.viewer }, compact))
      throw new Conflict('compacts.overlap-open');
    await spendQuota(ctx, tx, 'compact-uses', compact.own.id);
    const isSoon = (await findNextMoment(tx, compact)) !== null;
    const clause: Clause | null = overBy(compact) ?? (isSoon ? 'too-soon' : null);
    await tx.insert(compactUses).values({
      ...{ id, compactId: compact.id, number: terms.number, kind: 'overlap', title: '', isShown },
      ...{ askedSide: compact.side, askedBy: ctx.viewer.id, clause, state: clause ? 'refused' : 'asked' },
      goesAt: sql`now() + make_interval(days => ${OVERLAP_DAYS.toAnswer}::int)`,
    });
    if (clause) {
      note(tx, ctx, 'compacts.use-refused', aboutIt(compact), { useId: id, clause });
      return { clause, terms };
    }
    note(tx, ctx, 'compacts.overlap-asked', aboutIt(compact), { useId: id });
    await tellOther(tx, ctx, compact, { news: 'compacts.overlap-asked' });
    return null;
  });
  if (refused) throw outsideOf(refused.clause, refused.terms);
  return id;
}

/** The side that did not ask says yes, and it is counted at once and once; or no, with a word. It takes two people. */
export async function decideOverlap(
  ctx: Context,
  { useId, ...place }: UsePlace,
  { decision, word: typed = '' }: OverlapDecision,
): Promise<void> {
  const word = typed.trim();
  if (decision === 'declined' && word === '') throw new Invalid([{ name: 'word', code: 'field.required' }]);
  const deed = decision === 'agreed' ? 'agree' : 'decline';
  await changeOverlap(ctx, { useId, ...place }, deed, async (tx, compact, use) => {
    if (use.state === decision) return;
    mustWait(use);
    if (decision === 'agreed') {
      refuseOff(compact);
      if (use.isAskedByViewer) throw new Conflict('compacts.takes-two');
      const clause = overBy(compact);
      if (clause) throw outsideOf(clause, lastAgreed(compact));
      await lockPair(tx, compact);
      if ((await findNextMoment(tx, compact)) !== null) throw outsideOf('too-soon', lastAgreed(compact));
    }
    await tx
      .update(compactUses)
      .set({ state: decision, answeredBy: ctx.viewer.id, answeredAt: sql`now()`, answer: word })
      .where(eq(compactUses.id, useId));
    note(tx, ctx, `compacts.overlap-${decision}`, aboutIt(compact), { useId });
    if (decision === 'declined')
      await tellOther(tx, ctx, compact, { news: 'compacts.overlap-declined', word });
  });
}

/** The side that asked takes it back, as long as there was no answer. */
export async function withdrawOverlap(ctx: Context, place: UsePlace): Promise<void> {
  await changeOverlap(ctx, place, 'takeBack', async (tx, compact, { id: useId, ...use }) => {
    if (use.state === 'withdrawn') return;
    mustWait(use);
    await tx.update(compactUses).set({ state: 'withdrawn' }).where(eq(compactUses.id, useId));
    note(tx, ctx, 'compacts.overlap-withdrawn', aboutIt(compact), { useId });
  });
}

/** One that was asked, under the lock of its agreement, for those who may do this about it. */
async function changeOverlap(
  ctx: Context,
  { useId, ...place }: UsePlace,
  deed: keyof typeof overlapPolicy,
  work: (tx: Transaction, compact: SeenCompact, use: SeenUse) => Promise<void>,
): Promise<void> {
  await changeCompact(ctx, place, 'decideOverlap', async (tx, compact) => {
    const use = await findUse({ db: tx, viewer: ctx.viewer }, compact, { kind: 'overlap', useId });
    permit(overlapPolicy, deed, { ...compact, askedSide: use.askedSide });
    await work(tx, compact, use);
  });
}

/** Two groups may have an agreement each way: what they count together goes by both, so one at a time. */
async function lockPair(tx: Transaction, { groupId, writerId }: SeenCompact): Promise<void> {
  const pair = [groupId, writerId].sort().join(' ');
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`compacts.overlap ${pair}`}, 0))`);
}

function mustWait({ state }: Pick<SeenUse, 'state'>): void {
  if (state !== 'asked') throw new Conflict('compacts.use-decided');
}

function aboutIt(compact: SeenCompact) {
  return { groupId: compact.own.id, id: compact.id };
}

type Told = { news: 'compacts.overlap-asked' | 'compacts.overlap-declined'; word?: string };

function tellOther(tx: Transaction, ctx: Context, compact: SeenCompact, told: Told): Promise<void> {
  const { id, side, own, groupId, writerId, agreed } = compact;
  return tellCompactSide(tx, ctx, told.news, {
    ...{ compactId: id, group: own.name, title: agreed?.about ?? '', word: told.word },
    to: { groupId: side === 'group' ? writerId : groupId, responsibility: 'manage_group' },
  });
}
