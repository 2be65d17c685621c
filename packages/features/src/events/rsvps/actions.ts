import { newId, type Transaction } from '@groundwork/database';
import { record } from '@groundwork/database/journal';
import { and, eq, sql } from 'drizzle-orm';
import type { Context } from '../../context.ts';
import { Conflict, Invalid } from '../../errors.ts';
import { promiseMail } from '../../outbox/actions.ts';
import type { Letter } from '../../outbox/letter.ts';
import { noteHistory, rememberPerson } from '../../people/actions.ts';
import { unsubscribing } from '../../people/queries.ts';
import { sealedId } from '../../site/tokens.ts';
import { permitNow } from '../actions.ts';
import { findEvent, type SeenEvent, type ToldEvent } from '../queries.ts';
import type { Needs, NewRsvp, RsvpAccepted, RsvpChange } from './contract.ts';
import { rsvpLetter, type Occasion } from './letters.ts';
import { settleWaitlist, takeDoor } from './places.ts';
import { rsvpPolicy } from './policy.ts';
import { findOwnRsvp } from './queries.ts';
import { RSVP_SEAL } from './seal.ts';
import { eventNeeds, rsvps } from './tables.ts';
import { agreeToMail, wishAfter } from './wishes.ts';

type Row = typeof rsvps.$inferSelect;
type RsvpState = Row['state'];

/**
 * Someone means to come. It takes a place at once, or joins the waitlist when none is left, and a mail says which,
 * with the link to change it. Anyone can type an address, so an RSVP that already stands is changed only by that link
 * or by its own account: the form just sends the link again, and its answer is what a newcomer's would be.
 */
export async function giveRsvp(ctx: Context, slug: string, asked: NewRsvp): Promise<RsvpAccepted> {
  const event = await findEvent(ctx, slug);
  permitNow('rsvp', event);
  const who = readWho(ctx, asked);
  return ctx.change(async (tx) => {
    const free = await takeDoor(tx, event);
    const person = await rememberPerson(tx, {
      ...{ groupId: event.groupId, email: who.email, name: who.name, language: ctx.language },
      accountId: who.isOwn ? ctx.viewer.id : null,
      source: 'rsvp',
      subjectId: event.id,
    });
    const [known] = await tx
      .select()
      .from(rsvps)
      .where(and(eq(rsvps.eventId, event.id), eq(rsvps.personId, person.id)));
    if (known && known.state !== 'cancelled' && !who.isOwn) {
      await sendLinkAgain(tx, { ctx, event, rsvp: known, email: who.email });
      return { state: placeFor(asked, free), token: null };
    }
    const answered = {
      ctx,
      event,
      email: who.email,
      personId: person.id,
      known,
      asked,
      free,
      isOwn: who.isOwn,
    };
    const rsvp = await putAnswer(tx, answered);
    return { state: rsvp.state, token: who.isOwn ? sealedId(ctx.settings.secret, RSVP_SEAL, rsvp.id) : null };
  });
}

/** Changes what the holder of the link answered: to come after all, perhaps, or with more or fewer. */
export async function changeRsvp(ctx: Context, sealed: string, asked: RsvpChange): Promise<void> {
  const { event, email, ...own } = await findOwnRsvp(ctx, sealed);
  if (!rsvpPolicy.change({ ...own, event })) throw new Conflict('events.is-over');
  await ctx.change(async (tx) => {
    const free = await takeDoor(tx, event);
    const [known] = await tx.select().from(rsvps).where(eq(rsvps.id, own.id));
    if (!known) throw new Conflict('conflict');
    await putAnswer(tx, { ctx, event, email, personId: own.personId, known, asked, free, isOwn: true });
  });
}

/** Takes the intention back; the next on the waitlist gets the place. Safe to do twice. */
export async function cancelRsvp(ctx: Context, sealed: string): Promise<void> {
  const { event, email, ...own } = await findOwnRsvp(ctx, sealed);
  if (own.state === 'cancelled') return;
  if (!rsvpPolicy.cancel({ ...own, event })) throw new Conflict('events.is-over');
  await ctx.change(async (tx) => {
    await takeDoor(tx, event);
    const [cancelled] = await tx
      .update(rsvps)
      .set({ state: 'cancelled', guestCount: 0, wantsUpdates: false, stateAt: sql`clock_timestamp()` })
      .where(and(eq(rsvps.id, own.id), sql`${rsvps.state} <> 'cancelled'`))
      .returning();
    if (!cancelled) return;
    await tx.delete(eventNeeds).where(eq(eventNeeds.rsvpId, own.id));
    await noteHistory(tx, { ...historyOf(event, own.personId), kind: 'cancelled' });
    const entry = await log(tx, event, cancelled, 'events.rsvp-cancelled');
    await tell(tx, { ctx, event, email, rsvp: cancelled, occasion: 'cancelled', key: `rsvp:${entry.id}` });
    await settleWaitlist(ctx, tx, event.id);
  });
}

/** Who answers. A signed-in viewer who gives no other address is themselves, with a proven address. */
function readWho({ viewer }: Context, { name, email }: NewRsvp) {
  const address = (email ?? viewer.email).trim().toLowerCase();
  const called = (name ?? viewer.name).trim();
  if (address === '') throw new Invalid([{ name: 'email', code: 'field.required' }]);
  if (called === '') throw new Invalid([{ name: 'name', code: 'field.required' }]);
  return { email: address, name: called, isOwn: viewer.signedIn && viewer.email === address };
}

type Doing = { ctx: Context; event: DoorEvent; email: string | null };
type DoorEvent = ToldEvent & Pick<SeenEvent, 'capacity'>;
type Answer = Doing & {
  personId: string;
  known: Row | undefined;
  asked: RsvpChange;
  free: number;
  isOwn: boolean;
};

async function putAnswer(
  tx: Transaction,
  { personId, known, asked, free, isOwn, ...doing }: Answer,
): Promise<Row> {
  const { ctx, event } = doing;
  const state = nextState(known, asked, free);
  const isYes = asked.updates && isOwn;
  const wantsUpdates = await wishAfter(tx, { personId, known, asked, isOwn });
  const rsvp = await putRow(tx, {
    ...{ event, personId, known, state, asked, wantsUpdates, language: ctx.language },
  });
  await putNeeds(tx, rsvp, asked.needs);
  if (isYes) await agreeToMail(tx, event, personId);
  const isNew = !known || known.state === 'cancelled';
  if (isNew) await noteHistory(tx, { ...historyOf(event, personId), kind: 'rsvped' });
  const entry = await log(tx, event, rsvp, isNew ? 'events.rsvp-given' : 'events.rsvp-changed');
  const stop = isYes ? unsubscribing(ctx, personId, ctx.language) : null;
  await tell(tx, { ...doing, rsvp, occasion: state, key: `rsvp:${entry.id}`, stop });
  if (known && mayFreePlaces(known, rsvp)) await settleWaitlist(ctx, tx, event.id);
  return rsvp;
}

/** What a newcomer gets: `maybe` takes no place. */
function placeFor({ answer, guestCount }: RsvpChange, free: number): RsvpState {
  if (answer === 'maybe') return 'maybe';
  return 1 + guestCount <= free ? 'going' : 'waitlisted';
}

/** Whoever has a place keeps it: more guests than there are places for is refused, not sent to the waitlist. */
function nextState(known: Row | undefined, asked: RsvpChange, free: number): RsvpState {
  const held = known?.state === 'going' ? 1 + known.guestCount : 0;
  const state = placeFor(asked, free + held);
  if (held === 0 || state !== 'waitlisted') return state;
  const room = Math.max(0, free + held - 1);
  throw new Invalid([{ name: 'guestCount', code: 'events.no-room-for-guests', params: { room } }]);
}

type Put = Pick<Answer, 'event' | 'personId' | 'known' | 'asked'> &
  Pick<Row, 'state' | 'language' | 'wantsUpdates'>;
async function putRow(
  tx: Transaction,
  { event, personId, known, state, asked, language, wantsUpdates }: Put,
): Promise<Row> {
  const { guestCount } = asked;
  const answered = { state, guestCount, language, wantsUpdates };
  const { id: eventId, groupId } = event;
  // Whoever stays in a state keeps their place in its order: a changed number of guests loses nobody their turn.
  const since = known && known.state !== state ? { stateAt: sql`clock_timestamp()` } : {};
  const [rsvp] = known
    ? await tx
        .update(rsvps)
        .set({ ...answered, ...since })
        .where(eq(rsvps.id, known.id))
        .returning()
    : await tx
        .insert(rsvps)
        .values({ id: newId(), eventId, groupId, personId, ...answered })
        .returning();
  if (!rsvp) throw new Conflict('conflict');
  return rsvp;
}

async function putNeeds(tx: Transaction, { id, eventId }: Row, needs: Needs | undefined) {
  if (needs === undefined) return;
  const note = needs.note.trim();
  if (needs.kinds.length === 0 && note === '') {
    await tx.delete(eventNeeds).where(eq(eventNeeds.rsvpId, id));
    return;
  }
  const written = { kinds: needs.kinds, note };
  await tx
    .insert(eventNeeds)
    .values({ rsvpId: id, eventId, ...written })
    .onConflictDoUpdate({ target: eventNeeds.rsvpId, set: written });
}

function mayFreePlaces(before: Row, after: Row) {
  const held = (row: Row) => (row.state === 'going' ? 1 + row.guestCount : 0);
  // Someone who waits with fewer guests may fit now.
  return held(after) < held(before) || (after.state === 'waitlisted' && after.guestCount < before.guestCount);
}

function historyOf({ id, groupId, title }: DoorEvent, personId: string) {
  return { personId, groupId, subjectId: id, label: title };
}

async function log(tx: Transaction, { id: eventId, groupId }: DoorEvent, rsvp: Row, kind: string) {
  const { personId, state, guestCount } = rsvp;
  return record(tx, { kind, groupId, subjectId: rsvp.id, data: { eventId, personId, state, guestCount } });
}

/** At most once an hour: the form must not be a way to fill somebody's mailbox. */
async function sendLinkAgain(tx: Transaction, doing: Doing & { rsvp: Row }) {
  const hour = Math.floor(Date.now() / 3_600_000);
  await tell(tx, { ...doing, occasion: 'known', key: `rsvp-known:${doing.rsvp.id}:${hour}` });
}

type Telling = Doing & {
  rsvp: Row;
  occasion: Occasion;
  key: string;
  stop?: Letter['unsubscribe'] | null;
};
async function tell(tx: Transaction, { ctx, event, email, rsvp, occasion, key, stop }: Telling) {
  if (email === null) return;
  const { language } = rsvp;
  const { subject, letter } = rsvpLetter(ctx, { event, rsvp, occasion });
  await promiseMail(tx, {
    ...{ key, to: email, language, groupId: event.groupId, subject },
    letter: { ...letter, ...(stop && { unsubscribe: stop }) },
  });
}
