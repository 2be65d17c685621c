import { newId, type Transaction } from '@groundwork/database';
import { and, eq, sql } from 'drizzle-orm';
import type { Context } from '../../context.ts';
import { Conflict, Forbidden, Invalid, NotFound } from '../../errors.ts';
import { listCarriers } from '../../groups/carriers.ts';
import { changeUnderLock } from '../../groups/locks.ts';
import { findGroup, type ReadContext, type SeenGroup } from '../../groups/queries.ts';
import { note } from '../../journal.ts';
import { spendQuota } from '../../limits/making.ts';
import { openSharedChannel } from '../../messaging/actions.ts';
import { permit } from '../../policy.ts';
import { COMPACT_BOUNDS } from '../bounds.ts';
import { changeCompact, refuseOff, type CompactPlace } from '../changing.ts';
import type { CompactTerms } from '../contract.ts';
import { compactsPolicy } from '../policy.ts';
import { findCompact, findSigner, lockCompact, type SeenCompact, type SeenVersion } from '../queries.ts';
import { compactAgreements, compacts, compactVersions } from '../tables.ts';
import { tellCompactSide } from '../telling.ts';
import { dropUsesBeyond } from '../uses/dropping.ts';
import type { CompactEnding, NewCompact, NewTerms, TermsDecision } from './contract.ts';

/** A group proposes an agreement to another one, which its stewards hear of. The proposal is its own yes. Answers its id. */
export async function proposeCompact(ctx: Context, slug: string, asked: NewCompact): Promise<string> {
  const find = async (asker: ReadContext) => {
    const own = await findSigner(asker, slug);
    permit(compactsPolicy, 'propose', own);
    return { groupId: own.id, own, other: await findAsked(asker, asked.with) };
  };
  return changeUnderLock(ctx, find, async (tx, { own, other }) => {
    if (own.id === other.id) throw new Invalid([{ name: 'with', code: 'compacts.with-itself' }]);
    refuseOff({ isOtherOff: other.isFrozen || other.isHidden });
    if ((await listCarriers(tx, other.id, 'manage_group')).length === 0)
      throw new Invalid([{ name: 'with', code: 'compacts.nobody-answers' }]);
    await spendQuota(ctx, tx, 'compacts', own.id);
    const [group, writer] = asked.hears === 'ours' ? [own, other] : [other, own];
    const compactId = await pairedOf(tx, group, writer);
    await lockCompact(tx, compactId);
    const compact = await findCompact({ db: tx, viewer: ctx.viewer }, slug, compactId);
    await propose(tx, ctx, compact, asked);
    return compactId;
  });
}

/** Other terms: of what is proposed they take the place at once, of what is in force with the other side's yes. */
export async function proposeTerms(ctx: Context, place: CompactPlace, asked: NewTerms): Promise<void> {
  await changeCompact(ctx, place, 'propose', async (tx, compact) => {
    refuseOff(compact);
    await spendQuota(ctx, tx, 'compacts', compact.own.id);
    await propose(tx, ctx, compact, asked);
  });
}

const DEEDS = { agreed: 'decide', declined: 'withdraw', withdrawn: 'withdraw' } as const;

/** The other side says yes or no to these very terms, or who proposed them takes them back. Terms that were replaced meanwhile are refused (409). */
export async function decideTerms(
  ctx: Context,
  { number, ...place }: CompactPlace & { number: number },
  { decision, word = '' }: TermsDecision,
): Promise<void> {
  await changeCompact(ctx, place, DEEDS[decision], async (tx, compact) => {
    const terms = openTerms(compact, number);
    const isOwn = terms.proposedSide === compact.side;
    if (isOwn !== (decision === 'withdrawn')) throw new Forbidden();
    if (decision === 'agreed') await agree(tx, ctx, compact, terms);
    await tx
      .update(compactVersions)
      .set({ state: decision, decidedBy: ctx.viewer.id, decidedAt: sql`now()`, answer: word.trim() })
      .where(isVersion(compact.id, number));
    note(tx, ctx, `compacts.${decision}`, { groupId: compact.own.id, id: compact.id }, { number });
    if (decision === 'withdrawn') return;
    const news = decision === 'agreed' ? 'compacts.agreed' : 'compacts.declined';
    await tellCompactSide(tx, ctx, news, { ...toOther(compact), title: terms.about, word: word.trim() });
  });
}

/** Either side ends it, after as many days as they agreed on. What would go out later does not; the ledger stays. */
export async function endCompact(
  ctx: Context,
  place: CompactPlace,
  { word = '' }: CompactEnding,
): Promise<void> {
  await changeCompact(ctx, place, 'end', async (tx, compact) => {
    const { id, agreed, isRunning, endsAt, side, own } = compact;
    if (!agreed || !isRunning) throw new Conflict('compacts.not-in-force');
    if (endsAt !== null) return;
    await tx
      .update(compacts)
      .set({
        endsAt: sql`now() + make_interval(days => ${agreed.endingDays}::int)`,
        ...{ endSide: side, endedBy: ctx.viewer.id, endSaidAt: sql`now()` },
      })
      .where(eq(compacts.id, id));
    await dropUsesBeyond(tx, ctx, id);
    note(tx, ctx, 'compacts.ended', { groupId: own.id, id });
    await tellCompactSide(tx, ctx, 'compacts.ended', {
      ...{ ...toOther(compact), title: agreed.about, word: word.trim() },
    });
  });
}

async function findAsked(asker: ReadContext, slug: string): Promise<SeenGroup> {
  try {
    return await findGroup(asker, slug);
  } catch (error) {
    if (!(error instanceof NotFound)) throw error;
    throw new Invalid([{ name: 'with', code: 'compacts.no-group' }]);
  }
}

/** What is between the two, in this direction; made where nothing was. */
async function pairedOf(tx: Transaction, group: SeenGroup, writer: SeenGroup): Promise<string> {
  const isPair = and(eq(compacts.groupId, group.id), eq(compacts.writerId, writer.id));
  const [known] = await tx.select({ id: compacts.id }).from(compacts).where(isPair);
  if (known) return known.id;
  const [made] = await tx
    .insert(compacts)
    .values({
      ...{ id: newId(), groupId: group.id, writerId: writer.id },
      ...{ groupName: group.name, writerName: writer.name },
    })
    .onConflictDoNothing()
    .returning({ id: compacts.id });
  const [found] = made ? [made] : await tx.select({ id: compacts.id }).from(compacts).where(isPair);
  if (!found) throw new Conflict('conflict');
  return found.id;
}

async function propose(tx: Transaction, ctx: Context, compact: SeenCompact, asked: NewTerms): Promise<void> {
  const { id, side, own, newest, refused } = compact;
  if (refused?.proposedSide === side && refused.refusedFor)
    throw new Conflict('compacts.asked-lately', { days: refused.refusedFor });
  refuseDay(asked.until);
  await tx
    .update(compactVersions)
    .set({ state: 'replaced' })
    .where(and(eq(compactVersions.compactId, id), eq(compactVersions.state, 'open')));
  const number = (newest?.number ?? 0) + 1;
  const proposed = { compactId: id, number, proposedSide: side, proposedBy: ctx.viewer.id };
  await tx
    .insert(compactVersions)
    .values({ ...proposed, ...termsOf(asked), word: (asked.word ?? '').trim() });
  await sign(tx, ctx, compact, number);
  if (compact.channelId === null) await openChannel(tx, compact);
  note(tx, ctx, 'compacts.proposed', { groupId: own.id, id }, { number });
  await tellCompactSide(tx, ctx, 'compacts.proposed', {
    ...{ ...toOther(compact), title: asked.about, word: (asked.word ?? '').trim() },
  });
}

function termsOf({ about, fields = [], mostAYear, noticeHours, until, endingDays }: CompactTerms) {
  return { about, fields: [...new Set(fields)], mostAYear, noticeHours, until, endingDays };
}

/** From tomorrow to three years ahead. */
function refuseDay(until: string): void {
  const now = new Date();
  const today = now.toISOString().slice(0, 10);
  now.setUTCFullYear(now.getUTCFullYear() + COMPACT_BOUNDS.years);
  if (until <= today || until > now.toISOString().slice(0, 10))
    throw new Invalid([{ name: 'until', code: 'compacts.until' }]);
}

/** Whoever signs says what their group is called now. */
async function sign(tx: Transaction, ctx: Context, { id, side, own }: SeenCompact, number: number) {
  await tx.insert(compactAgreements).values({ compactId: id, number, side, accountId: ctx.viewer.id });
  await tx
    .update(compacts)
    .set(side === 'group' ? { groupName: own.name } : { writerName: own.name })
    .where(eq(compacts.id, id));
}

async function openChannel(tx: Transaction, { id, groupId, writerId, own, side, otherSlug }: SeenCompact) {
  const writerSlug = side === 'writer' ? own.slug : otherSlug;
  const shared = { groupId, otherGroupId: writerId, name: `compact ${writerSlug}`.slice(0, 40) };
  const channelId = await openSharedChannel(tx, shared);
  await tx.update(compacts).set({ channelId }).where(eq(compacts.id, id));
}

/** The terms that wait for an answer, if they are these. */
function openTerms({ open, newest }: SeenCompact, number: number): SeenVersion {
  if (open?.number === number) return open;
  // Of what is no number there is none either.
  if (newest === null || !(number <= newest.number)) throw new NotFound('terms');
  throw new Conflict(newest.number > number ? 'compacts.replaced' : 'compacts.decided');
}

/** It takes two accounts: whoever manages both groups has somebody else say yes. */
async function agree(tx: Transaction, ctx: Context, compact: SeenCompact, terms: SeenVersion): Promise<void> {
  refuseOff(compact);
  if (terms.isPast) throw new Conflict('compacts.past');
  const isSigner = and(
    eq(compactAgreements.compactId, compact.id),
    eq(compactAgreements.number, terms.number),
    eq(compactAgreements.accountId, ctx.viewer.id),
  );
  if ((await tx.$count(compactAgreements, isSigner)) > 0) throw new Conflict('compacts.takes-two');
  await sign(tx, ctx, compact, terms.number);
  // What was ended before is in force again.
  await tx
    .update(compacts)
    .set({ endsAt: null, endSide: null, endedBy: null, endSaidAt: null })
    .where(eq(compacts.id, compact.id));
}

function isVersion(compactId: string, number: number) {
  return and(eq(compactVersions.compactId, compactId), eq(compactVersions.number, number));
}

/** Those who decide on the other side, and who did it, as they know them. */
function toOther({ id, otherId, own }: SeenCompact): {
  compactId: string;
  to: { groupId: string; responsibility: 'manage_group' };
  group: string;
} {
  return { compactId: id, to: { groupId: otherId, responsibility: 'manage_group' }, group: own.name };
}
