import { newId, type Transaction } from '@groundwork/database';
import { and, asc, eq, sql } from 'drizzle-orm';
import type { Context } from '../../context.ts';
import { Conflict, Invalid } from '../../errors.ts';
import { changeUnderLock } from '../../groups/locks.ts';
import { findGroup, type ReadContext, type SeenGroup } from '../../groups/queries.ts';
import { groups } from '../../groups/tables.ts';
import { note } from '../../journal.ts';
import { spendQuota } from '../../limits/making.ts';
import { permit, refuseFrozen } from '../../policy.ts';
import { eachByItself } from '../../work.ts';
import { closeAs } from '../ending.ts';
import { listingPolicy, ownListingPolicy } from '../policy.ts';
import { findAudiences, findListing, lockListing, type SeenListing } from '../queries.ts';
import { isInCoalition } from '../sight.ts';
import { listingAnswers, listings } from '../tables.ts';
import { tellAnswerers, tellListingSide } from '../telling.ts';
import type { ListingDecision, NewListingAnswer } from './contract.ts';
import { answerPolicy } from './policy.ts';
import { findListingAnswer, type SeenAnswer } from './queries.ts';
import { mayBecome, type GivenState } from './states.ts';

/** After a no, or the third word that it took back, a group says nothing to the same listing for so long. */
const PEACE = sql`interval '7 days'`;
const MOST_TRIES = 3;

/** A group says that it has what is needed, or would take what is offered; those who publish for the listing's group hear of it. */
export async function answerListing(
  ctx: Context,
  listingId: string,
  asked: NewListingAnswer,
): Promise<{ id: string }> {
  const find = async (asker: ReadContext) => {
    const listing = await findListing(asker, listingId);
    const group = await findGroup(asker, asked.group);
    permit(ownListingPolicy, 'answer', group);
    return { groupId: group.id, group, listing };
  };
  return changeUnderLock(ctx, find, async (tx, { group }) => {
    await lockListing(tx, listingId);
    const listing = await findListing({ db: tx, viewer: ctx.viewer }, listingId);
    await refuseUnanswerable(tx, listing, group);
    await spendQuota(ctx, tx, 'listing-answers', group.id);
    const [answerId, word] = [newId(), asked.word.trim()];
    await tx
      .insert(listingAnswers)
      .values({ id: answerId, listingId, groupId: group.id, word, answeredBy: ctx.viewer.id });
    note(tx, ctx, 'directory.answered', { groupId: group.id, id: listingId }, { answerId });
    const told = { listing, answerId, toGroupId: listing.groupId, group: group.name, word };
    await tellListingSide(tx, ctx, 'answered', told);
    return { id: answerId };
  });
}

export type AnswerAt = { listingId: string; answerId: string };

/**
 * The group of the listing says yes, to one at a time, or no, also after a yes that came to nothing; then it is open again. The
 * same twice changes nothing; what has been settled meanwhile is refused (409).
 */
export async function decideAnswer(ctx: Context, at: AnswerAt, asked: ListingDecision): Promise<void> {
  const find = async (asker: ReadContext) => {
    const listing = await findListing(asker, at.listingId);
    const answer = await findListingAnswer(asker, listing, at.answerId);
    permit(listingPolicy, 'decide', listing);
    return { groupId: listing.groupId, listing, answer };
  };
  await changeAnswer(ctx, at, find, async (tx, { listing, answer }) => {
    const { decision, word = '' } = asked;
    if (answer.state === decision) return;
    mustBecome(answer, decision);
    if (decision === 'taken') refuseUntakeable(listing, answer);
    const reply = word.trim();
    await tx
      .update(listingAnswers)
      .set({ state: decision, reply, decidedBy: ctx.viewer.id, decidedAt: sql`now()` })
      .where(eq(listingAnswers.id, answer.id));
    const { groupId, groupName } = listing;
    note(tx, ctx, `directory.${decision}`, { groupId, id: listing.id }, { answerId: answer.id });
    const told = { listing, answerId: answer.id, toGroupId: answer.groupId, group: groupName, word: reply };
    await tellListingSide(tx, ctx, decision, told);
  });
}

/** Either side says that it is done: the listing is closed as fulfilled. */
export async function fulfilAnswer(ctx: Context, at: AnswerAt): Promise<void> {
  await changeAnswer(ctx, at, bySide(at, 'fulfil'), async (tx, { listing, answer }) => {
    if (answer.state === 'fulfilled') return;
    mustBecome(answer, 'fulfilled');
    await end(tx, ctx, { listing, answer }, 'fulfilled');
    await closeAs(tx, ctx, listing, 'fulfilled');
  });
}

/** The group that answered takes it back, also after a yes. */
export async function withdrawAnswer(ctx: Context, at: AnswerAt): Promise<void> {
  await changeAnswer(ctx, at, bySide(at, 'withdraw'), async (tx, { listing, answer }) => {
    if (answer.state === 'withdrawn') return;
    mustBecome(answer, 'withdrawn');
    await end(tx, ctx, { listing, answer: { ...answer, isListingSide: false } }, 'withdrawn');
  });
}

/** Ends what waits for a yes or a no of a group that is no more among those whom the listing is for. For the worker. */
export async function endUnheardAnswers(ctx: Context): Promise<void> {
  const isGone = sql`(not ${listings.isForAll} and not ${isInCoalition(sql`${listingAnswers.groupId}`)}
    and not exists (select from coalition_groups stands where stands.coalition_id = ${listings.coalitionId}
      and stands.group_id = ${listingAnswers.groupId} and stands.state = 'suspended'))`;
  const due = await ctx.db
    .select({ id: listings.id, title: listings.title, answerId: listingAnswers.id })
    .from(listingAnswers)
    .innerJoin(listings, eq(listings.id, listingAnswers.listingId))
    .innerJoin(groups, eq(groups.id, listingAnswers.groupId))
    .where(and(eq(listingAnswers.state, 'offered'), isGone))
    .orderBy(asc(listingAnswers.id))
    .limit(500);
  await eachByItself(due, ({ answerId, ...listing }) =>
    ctx.change(async (tx) => {
      await lockListing(tx, listing.id);
      const ended = await tx
        .update(listingAnswers)
        .set({ state: 'ended', endedAt: sql`now()` })
        .where(and(eq(listingAnswers.id, answerId), eq(listingAnswers.state, 'offered')))
        .returning({ answerId: listingAnswers.id, groupId: listingAnswers.groupId });
      await tellAnswerers(tx, ctx, listing, ended);
    }),
  );
}

type Between = { groupId: string; listing: SeenListing; answer: SeenAnswer };
type Find = (asker: ReadContext) => Promise<Between>;

/** One at a time in the group that does it, and on the listing: as the viewer stands to both by then. */
function changeAnswer(
  ctx: Context,
  { listingId }: AnswerAt,
  find: Find,
  work: (tx: Transaction, between: Between) => Promise<void>,
): Promise<void> {
  return changeUnderLock(ctx, find, async (tx) => {
    await lockListing(tx, listingId);
    await work(tx, await find({ db: tx, viewer: ctx.viewer }));
  });
}

/** `groupId` is the side's on which the viewer stands: of both, the listing's, unless it takes an answer back. */
function bySide({ listingId, answerId }: AnswerAt, deed: keyof typeof answerPolicy): Find {
  return async (asker) => {
    const listing = await findListing(asker, listingId);
    const answer = await findListingAnswer(asker, listing, answerId);
    permit(answerPolicy, deed, answer);
    const isListingSide = answer.isListingSide && deed === 'fulfil';
    return { groupId: isListingSide ? listing.groupId : answer.groupId, listing, answer };
  };
}

async function end(
  tx: Transaction,
  ctx: Context,
  { listing, answer }: Pick<Between, 'listing' | 'answer'>,
  state: 'fulfilled' | 'withdrawn',
) {
  const { id: answerId, isListingSide } = answer;
  const [own, other] = isListingSide
    ? [{ id: listing.groupId, name: listing.groupName }, answer.groupId]
    : [{ id: answer.groupId, name: answer.groupName }, listing.groupId];
  await tx
    .update(listingAnswers)
    .set({
      ...{ state, endedSide: isListingSide ? 'listing' : 'answer' },
      ...{ endedBy: ctx.viewer.id, endedAt: sql`now()` },
    })
    .where(eq(listingAnswers.id, answerId));
  note(tx, ctx, `directory.${state}`, { groupId: own.id, id: listing.id }, { answerId });
  const told = { listing, answerId, toGroupId: other, group: own.name, word: '' };
  await tellListingSide(tx, ctx, state, told);
}

async function refuseUnanswerable(tx: Transaction, listing: SeenListing, group: SeenGroup) {
  if (group.id === listing.groupId) throw new Conflict('directory.own');
  refuseFrozen(listing);
  if (listing.state === 'taken') throw new Conflict('directory.taken');
  if (!listing.isStanding || listing.isHidden) throw new Conflict('directory.closed');
  const lately = and(
    eq(listingAnswers.listingId, listing.id),
    eq(listingAnswers.groupId, group.id),
    sql`${listingAnswers.answeredAt} > now() - ${PEACE}`,
  );
  const noes = await tx.$count(listingAnswers, and(lately, eq(listingAnswers.state, 'declined')));
  if (noes > 0 || (await tx.$count(listingAnswers, lately)) >= MOST_TRIES)
    throw new Conflict('directory.answered-lately');
  if (listing.isForAll) return;
  const { coalitions } = await findAudiences(tx, group.id);
  if (!coalitions.some(({ id }) => id === listing.coalitionId))
    throw new Invalid([{ name: 'group', code: 'directory.not-in' }]);
}

function refuseUntakeable(listing: SeenListing, answer: SeenAnswer) {
  if (listing.state === 'taken') throw new Conflict('directory.taken');
  if (!listing.isStanding || listing.isHidden || !listing.isHeard) throw new Conflict('directory.closed');
  if (!answer.isThere) throw new Conflict('directory.gone');
}

function mustBecome({ state }: SeenAnswer, next: GivenState) {
  if (!mayBecome(state, next)) throw new Conflict('directory.settled');
}
