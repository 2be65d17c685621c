import type { Transaction } from '@groundwork/database';
import { and, eq, isNotNull, sql } from 'drizzle-orm';
import type { Context } from '../../context.ts';
import { Conflict, NotFound } from '../../errors.ts';
import { findGroup, isGroupAt } from '../../groups/queries.ts';
import { groups } from '../../groups/tables.ts';
import { note } from '../../journal.ts';
import { spendQuota } from '../../limits/making.ts';
import { makeLink } from '../../links/actions.ts';
import { permit } from '../../policy.ts';
import { awaits, endSponsoring, mayBeAskedAgain, wasAskedLately } from '../../sponsoring.ts';
import { permitEventDeed } from '../actions.ts';
import { findEvent } from '../queries.ts';
import { events, eventSponsors } from '../tables.ts';
import { eventSponsorPolicy } from './policy.ts';
import { findAskedEvent } from './queries.ts';
import { tellHosts } from './telling.ts';

/** Asks another group to hold an event together, with a word or without. Asking twice is asking once. */
export async function inviteEventSponsor(
  ctx: Context,
  slug: string,
  { groupSlug, word }: { groupSlug: string; word: string },
): Promise<void> {
  const event = await findEvent(ctx, slug);
  permitEventDeed('inviteSponsors', event);
  const group = await findGroup(ctx, groupSlug);
  if (group.id === event.groupId) throw new Conflict('events.own-sponsor');
  const { title, groupName } = event;
  const asking = { asked: { title, groupName }, word, invitedBy: ctx.viewer.id };
  await ctx.change(async (tx) => {
    await spendQuota(ctx, tx, 'sponsors', event.groupId);
    const isIt = isPair({ eventId: event.id, groupId: group.id });
    const toldLately = await tx.$count(eventSponsors, and(isIt, wasAskedLately(eventSponsors)));
    const invited = await tx
      .insert(eventSponsors)
      .values({ eventId: event.id, groupId: group.id, ...asking })
      .onConflictDoUpdate({
        target: [eventSponsors.eventId, eventSponsors.groupId],
        set: { ...asking, invitedAt: sql`now()`, declinedAt: null, leftAt: null, answer: '' },
        setWhere: mayBeAskedAgain(eventSponsors),
      })
      .returning({ groupId: eventSponsors.groupId });
    if (invited.length === 0) return refuseWhereNo(tx, isIt);
    const entryId = note(tx, ctx, 'events.sponsor-invited', event, { sponsorId: group.id });
    // Of a draft they hear once it is out; of a question that was taken back and asked again, no second time.
    if (event.state === 'draft' || toldLately > 0) return;
    await tellHosts(tx, ctx, 'asked', { entryId, groupId: group.id, title, group: groupName, word });
  });
}

async function refuseWhereNo(tx: Transaction, isIt: ReturnType<typeof isPair>) {
  const declined = await tx.$count(eventSponsors, and(isIt, isNotNull(eventSponsors.declinedAt)));
  if (declined > 0) throw new Conflict('events.sponsor-said-no');
}

/** The event's organizers take back that they asked, or end that a group holds it too. The people whom it brought stay its own. */
export async function dropEventSponsor(ctx: Context, slug: string, groupSlug: string): Promise<void> {
  const event = await findEvent(ctx, slug);
  permitEventDeed('dropSponsors', event);
  const group = (await findAskedGroup(ctx, event.id, groupSlug)) ?? (await findGroup(ctx, groupSlug));
  await ctx.change(async (tx) => {
    const isIt = isPair({ eventId: event.id, groupId: group.id });
    const before = await endSponsoring(tx, eventSponsors, { isPair: isIt });
    if (!before) return;
    const entryId = note(tx, ctx, 'events.sponsor-left', { groupId: group.id, id: event.id });
    const { title, groupName } = event;
    if (before === 'stood')
      await tellHosts(tx, ctx, 'dropped', { entryId, groupId: group.id, title, group: groupName });
  });
}

/** A group that was asked, also one that the event's organizers may not see any more. */
async function findAskedGroup({ db }: Context, eventId: string, slug: string) {
  const [asked] = await db
    .select({ id: groups.id })
    .from(eventSponsors)
    .innerJoin(groups, eq(groups.id, eventSponsors.groupId))
    .where(and(eq(eventSponsors.eventId, eventId), isGroupAt(slug)));
  return asked;
}

/** A group says whether it holds an event that it was asked to. With its first yes it gets a link of its own. */
export async function answerEventSponsorship(
  ctx: Context,
  groupSlug: string,
  slug: string,
  { isYes, word }: { isYes: boolean; word: string },
): Promise<void> {
  const { group, event } = await findHeld(ctx, groupSlug, slug);
  if (event.hasEnded) throw new Conflict('events.is-over');
  const isIt = isPair({ eventId: event.id, groupId: group.id });
  const answer = isYes
    ? { acceptedAt: sql`now()`, acceptedAs: group.name, declinedAt: null }
    : { declinedAt: sql`now()` };
  await ctx.change(async (tx) => {
    await spendQuota(ctx, tx, 'sponsors', group.id);
    const answered = await tx
      .update(eventSponsors)
      .set({ answer: word, ...answer })
      .where(and(isIt, awaits(eventSponsors, { isYes })))
      .returning({ linkId: eventSponsors.linkId });
    if (answered.length === 0) return;
    if (isYes) await share(tx, ctx, { event, groupId: group.id, hasLink: answered[0]?.linkId !== null });
    const kind = isYes ? 'events.sponsor-accepted' : 'events.sponsor-declined';
    const entryId = note(tx, ctx, kind, { groupId: group.id, id: event.id });
    const news = isYes ? 'accepted' : 'declined';
    await tellHosts(tx, ctx, news, { ...toHome(event, group), entryId, word });
  });
}

/** A group holds an event no longer. */
export async function leaveEventSponsorship(ctx: Context, groupSlug: string, slug: string): Promise<void> {
  const { group, event } = await findHeld(ctx, groupSlug, slug);
  await ctx.change(async (tx) => {
    const isIt = isPair({ eventId: event.id, groupId: group.id });
    if ((await endSponsoring(tx, eventSponsors, { isPair: isIt, isLeaving: true })) !== 'stood') return;
    const entryId = note(tx, ctx, 'events.sponsor-left', { groupId: group.id, id: event.id });
    await tellHosts(tx, ctx, 'left', { ...toHome(event, group), entryId });
  });
}

type Held = Awaited<ReturnType<typeof findHeld>>['event'];

function isPair({ eventId, groupId }: { eventId: string; groupId: string }) {
  return and(eq(eventSponsors.eventId, eventId), eq(eventSponsors.groupId, groupId));
}

function toHome({ groupId, slug, title }: Held, { name: group }: { name: string }) {
  return { groupId, slug, title, group };
}

/** The invitation makes an event known to the invited group's hosts, even one of a private group. */
async function findHeld(ctx: Context, groupSlug: string, slug: string) {
  const group = await findGroup(ctx, groupSlug);
  permit(eventSponsorPolicy, 'answer', group);
  const event = await findAskedEvent(ctx.db, { groupId: group.id, slug });
  if (!event) throw new NotFound('event');
  return { group, event };
}

type Sharing = { event: Held; groupId: string; hasLink: boolean };

async function share(tx: Transaction, ctx: Context, { event, groupId, hasLink }: Sharing) {
  await tx.update(events).set({ isShared: true }).where(eq(events.id, event.id));
  if (hasLink) return;
  const { slug, title: label } = event;
  const link = { groupId, path: `/events/${slug}`, label, createdBy: ctx.viewer.id };
  const { id: linkId } = await makeLink(tx, link);
  await tx
    .update(eventSponsors)
    .set({ linkId })
    .where(isPair({ eventId: event.id, groupId }));
}
