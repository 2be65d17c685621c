import type { Transaction } from '@groundwork/database';
import { and, eq, sql } from 'drizzle-orm';
import { asStored } from '../../addresses.ts';
import type { Context } from '../../context.ts';
import { openSigner } from '../../campaigns/signatures/signer.ts';
import { findOwnSignature } from '../../campaigns/signatures/queries.ts';
import { Conflict, Forbidden, Invalid, NotFound } from '../../errors.ts';
import { note } from '../../journal.ts';
import { links } from '../../links/tables.ts';
import { tell } from '../../notices/actions.ts';
import { noteHistory, rememberPerson } from '../../people/actions.ts';
import { provePressed } from '../../people/points.ts';
import { refuseFrozen } from '../../policy.ts';
import { sealedId } from '../../site/tokens.ts';
import { permitEventDeed } from '../actions.ts';
import { findEvent, type SeenEvent } from '../queries.ts';
import {
  answerOf,
  findAnswer,
  giverOf,
  historyOf,
  putAnswer,
  type KnownAnswer,
  type RsvpOwner,
} from './answers.ts';
import type { NewRsvp, RsvpAccepted, RsvpChange } from './contract.ts';
import { settleWaitlist, lockEvent } from '../places.ts';
import { rsvpPolicy } from './policy.ts';
import { findOwnRsvp, type OwnRsvp } from './queries.ts';
import { RSVP_SEAL } from '../seal.ts';
import { findEventBringer } from '../sponsors/queries.ts';
import { rsvps } from '../tables.ts';
import { eventNeeds } from './tables.ts';
import { askToConfirm } from './unconfirmed.ts';

/**
 * Someone means to come. A signed-in viewer's own answer takes a place at once, or joins the waitlist when none is left,
 * and a mail says which. Anyone can type an address, so any other waits until it is confirmed from that mailbox.
 */
export async function giveRsvp(ctx: Context, slug: string, asked: NewRsvp): Promise<RsvpAccepted> {
  const event = await findEvent(ctx, slug);
  const owner = await findOwner(ctx, event, asked);
  return giveAs(ctx, event, { who: readWho(ctx, event, asked), owner, asked });
}

/** The viewer means to come, and said no more than that. */
export async function comeTo(ctx: Context, slug: string): Promise<RsvpAccepted> {
  const event = await findEvent(ctx, slug);
  return giveAs(ctx, event, { who: readWho(ctx, event, {}), owner: homeOf(event), asked: null });
}

/**
 * Whoever confirmed a signature, by the link from a mail, means to come to an event of that campaign: that mailbox is proven, so it
 * takes a place at once, as a viewer's own answer does. By a link that was mailed to another address than the one their group has now,
 * they are asked as anybody is.
 */
export async function giveRsvpBySignature(ctx: Context, sealed: string, slug: string): Promise<RsvpAccepted> {
  const { state, name, email, campaignId, groupId, isTheirs } = await findOwnSignature(ctx, sealed);
  const event = await findEvent(ctx, slug);
  if (event.campaignId !== campaignId) throw new NotFound('event');
  refuseUnnamed(event, groupId);
  if (state !== 'confirmed' || email === null) throw new Conflict('events.signature-unconfirmed');
  const who = { email, name, isProven: isTheirs, accountId: null };
  return giveAs(ctx, event, { who, owner: homeOf(event), asked: null });
}

type Who = { email: string; name: string; isProven: boolean; accountId: string | null };
/** `asked` is null for one press with nothing to fill in. */
type Given = { who: Who; owner: RsvpOwner } & {
  asked: (RsvpChange & Pick<NewRsvp, 'website' | 'link'>) | null;
};

/**
 * Whose person will whoever answers be: of the group that holds it too and by whose link they came, if they were told of it, else the
 * home group's. Told of another group than it is by now, they are told anew (409).
 */
async function findOwner(ctx: Context, event: SeenEvent, { owner, link }: NewRsvp): Promise<RsvpOwner> {
  const told = owner ?? '';
  if (told === '') return homeOf(event);
  const bringer = await findEventBringer(ctx, event, link?.trim() ?? '');
  if (told !== (bringer?.slug ?? event.groupSlug)) throw new Conflict('events.owner-changed');
  return bringer ? { groupId: bringer.id, sponsorId: bringer.id } : homeOf(event);
}

function homeOf({ groupId }: SeenEvent): RsvpOwner {
  return { groupId, sponsorId: null };
}

async function giveAs(ctx: Context, event: SeenEvent, { who, owner, asked }: Given): Promise<RsvpAccepted> {
  if (event.rsvpFrom === 'members' && (event.myRole === null || who.accountId === null))
    throw new Forbidden('events.members-only');
  permitEventDeed('rsvp', event);
  return ctx.change(async (tx) => {
    const free = await lockEvent(ctx, tx, event);
    const { id: personId } = await rememberPerson(tx, {
      ...{ groupId: owner.groupId, email: who.email, name: who.name, language: ctx.language },
      accountId: who.accountId,
      source: 'rsvp',
      subjectId: event.id,
    });
    const known = await findAnswer(tx, and(eq(rsvps.eventId, event.id), eq(rsvps.personId, personId)));
    const answer = asked ?? onePress(known, free);
    const answered = { ctx, event, owner, email: who.email, personId, known, asked: answer, free };
    if (!who.isProven) {
      const asking = await askToConfirm(tx, { ...answered, name: who.name });
      // Nobody renames an answer that stands: it may be its owner's.
      if (!known || known.state === 'cancelled')
        await setTyped(tx, { event, owner, personId, name: who.name, link: asked?.link });
      return asking;
    }
    const { id, state } = await putAnswer(tx, answered);
    await setTyped(tx, { event, owner, personId, name: who.name, link: asked?.link });
    const token = sealedId(ctx.settings.secret, RSVP_SEAL, id);
    return { state, holdsUntil: null, willWait: false, token };
  });
}

/** Whoever answered before and presses "I come" again brings as many as they said, as far as there is room. */
function onePress(known: KnownAnswer | undefined, free: number): RsvpChange {
  const stands = known && known.state !== 'cancelled';
  const guestCount = stands ? guestsWithin(known, free) : 0;
  return { answer: 'going', guestCount, updates: false };
}

/** Of the guests somebody said they bring, those who have a place; all, where they wait for one. */
function guestsWithin({ guestCount, placeCount }: KnownAnswer, free: number) {
  return placeCount === 0 ? guestCount : Math.min(guestCount, free + placeCount - 1);
}

/**
 * The mailbox says that the answer was its owner's: it takes the places it held, or what is free, or waits. Where not
 * all guests have a place any more, as many come along as have. Safe to do twice.
 */
export async function confirmRsvp(ctx: Context, sealed: string): Promise<void> {
  const own = await findOwnRsvp(ctx, sealed);
  if (own.state !== 'unconfirmed' && own.state !== 'cancelled') return;
  if (!own.event.isOpenTo) throw new Forbidden('events.members-only');
  refuseFrozen(own.event);
  if (own.event.isHidden) throw new Conflict('events.is-hidden');
  if (!rsvpPolicy.confirm(own)) throw new Conflict(own.state === 'cancelled' ? 'conflict' : 'events.is-over');
  await answerByLink(ctx, { ...own, sealed }, (known, free) => {
    if (known.state !== 'unconfirmed') return null;
    return { answer: known.wanted, guestCount: guestsWithin(known, free), updates: false };
  });
}

/** Changes what the holder of the link answered: to come after all, perhaps, or with more or fewer. */
export async function changeRsvp(ctx: Context, sealed: string, asked: RsvpChange): Promise<void> {
  const own = await findOwnRsvp(ctx, sealed);
  refuseFrozen(own.event);
  if (own.event.isHidden) throw new Conflict('events.is-hidden');
  if (!rsvpPolicy.change(own))
    throw own.event.isOpenTo ? new Conflict('events.is-over') : new Forbidden('events.members-only');
  await answerByLink(ctx, { ...own, sealed }, () => asked);
}

/** Takes the intention back; the next on the waitlist gets the place. Safe to do twice. */
export async function cancelRsvp(ctx: Context, sealed: string): Promise<void> {
  const { event, email, ...own } = await findOwnRsvp(ctx, sealed);
  if (own.state === 'cancelled') return;
  if (!rsvpPolicy.cancel({ ...own, event })) throw new Conflict('events.is-over');
  await ctx.change(async (tx) => {
    await lockEvent(ctx, tx, event);
    const known = await findAnswer(tx, eq(rsvps.id, own.id));
    if (!known || known.state === 'cancelled') return;
    const rsvp = await cancel(tx, known);
    const entryId = note(tx, null, 'events.rsvp-cancelled', rsvp, answerOf(rsvp));
    noteHistory(tx, { ...historyOf(event, own), kind: 'cancelled' });
    if (known.state !== 'unconfirmed') {
      const told = { to: giverOf(rsvp, email), about: event, rsvp, entryId };
      await tell(tx, ctx, 'events.rsvp-answered', { ...told, occasion: 'cancelled' });
    }
    await settleWaitlist(ctx, tx, event.id);
  });
}

async function cancel(tx: Transaction, { id }: KnownAnswer) {
  const off = { state: 'cancelled' as const, guestCount: 0, wantsUpdates: false, holdsUntil: null };
  const [cancelled] = await tx
    .update(rsvps)
    .set({ ...off, stateAt: sql`clock_timestamp()` })
    .where(eq(rsvps.id, id))
    .returning();
  if (!cancelled) throw new Conflict('conflict');
  await tx.delete(eventNeeds).where(eq(eventNeeds.rsvpId, id));
  return cancelled;
}

type Typed = Pick<NewRsvp, 'link'> & { event: SeenEvent; owner: RsvpOwner; personId: string; name: string };

/** What came with an answer's form and is no part of the answer: a name, and which of the group's links led there. */
async function setTyped(tx: Transaction, { event, owner, personId, name, link }: Typed) {
  const code = link?.trim().toLowerCase() ?? '';
  const linkId = sql`coalesce((select ${links.id} from ${links} where ${links.code} = ${code}
    and ${links.groupId} = ${owner.groupId}), ${rsvps.linkId})`;
  await tx
    .update(rsvps)
    .set({ name, linkId })
    .where(and(eq(rsvps.eventId, event.id), eq(rsvps.personId, personId)));
}

/**
 * Who answers. A signed-in viewer who gives no other address is themselves, with a proven address; a program that fills
 * the trap with their session is asked by mail, like a stranger.
 */
function readWho(ctx: Context, event: SeenEvent, { signer, website, ...typed }: Partial<NewRsvp>): Who {
  const { viewer } = ctx;
  const { name, email } = signer ? readSigner(ctx, event, signer) : typed;
  const address = asStored(email ?? viewer.email);
  const called = (name ?? viewer.name).trim();
  if (address === '') throw new Invalid([{ name: 'email', code: 'field.required' }]);
  if (called === '') throw new Invalid([{ name: 'name', code: 'field.required' }]);
  const isProven = viewer.signedIn && viewer.email === address && !website;
  return { email: address, name: called, isProven, accountId: isProven ? viewer.id : null };
}

/** What somebody typed to sign says who they are at that campaign's events, for half an hour, and nowhere else. */
function readSigner(ctx: Context, event: SeenEvent, sealed: string) {
  const { campaignId } = event;
  const signer = openSigner(ctx, sealed);
  if (signer?.campaignId !== campaignId) throw new Invalid([{ name: 'signer', code: 'events.signer-over' }]);
  refuseUnnamed(event, signer.groupId);
  return signer;
}

/** One press tells nobody's address to a group that was not named to them: the form of another group's event says whose they will be. */
function refuseUnnamed({ groupId }: SeenEvent, namedId: string) {
  if (groupId !== namedId) throw new Conflict('events.signed-elsewhere');
}

type Choose = (known: KnownAnswer, free: number) => RsvpChange | null;

/** A press from the mailbox proves that it is theirs; what it comes to is chosen while the event is locked. */
async function answerByLink(ctx: Context, own: OwnRsvp & { sealed: string }, choose: Choose) {
  const { id, groupId, sponsorId, personId, event, email, sealed } = own;
  await ctx.change(async (tx) => {
    const free = await lockEvent(ctx, tx, event);
    const known = await findAnswer(tx, eq(rsvps.id, id));
    if (!known) throw new Conflict('conflict');
    await provePressed(tx, ctx, { personId, sealed, first: email });
    const asked = choose(known, free);
    const owner = { groupId, sponsorId };
    if (asked) await putAnswer(tx, { ctx, event, owner, email, personId, known, asked, free });
  });
}
