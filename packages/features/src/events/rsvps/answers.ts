import { newId, type Transaction } from '@groundwork/database';
import { eq, getTableColumns, sql } from 'drizzle-orm';
import type { Context } from '../../context.ts';
import { Conflict, Invalid } from '../../errors.ts';
import { note } from '../../journal.ts';
import { tell } from '../../notices/actions.ts';
import { noteHistory } from '../../people/actions.ts';
import { unsubscribing } from '../../people/queries.ts';
import type { SeenEvent } from '../queries.ts';
import type { AnnouncedEvent } from '../announced.ts';
import type { Needs, RsvpChange } from './contract.ts';
import { placeCount } from '../holds.ts';
import { settleWaitlist } from '../places.ts';
import { saysTheSame } from './retries.ts';
import { rsvps } from '../tables.ts';
import { eventNeeds } from './tables.ts';
import { agreeToMail, optInAfter, optInOfForm } from './opt-ins.ts';

type Row = typeof rsvps.$inferSelect;

/** What an answer is about, and where its mails go. */
export type Doing = { ctx: Context; event: LockedEvent; email: string | null };
export type LockedEvent = AnnouncedEvent & Pick<SeenEvent, 'capacity'> & Partial<Pick<SeenEvent, 'rsvpFrom'>>;

/** An answer as it stands, with the places it has now. */
export async function findAnswer(tx: Transaction, where: ReturnType<typeof eq> | undefined) {
  const [known] = await tx
    .select({ ...getTableColumns(rsvps), placeCount })
    .from(rsvps)
    .where(where);
  return known;
}
export type KnownAnswer = NonNullable<Awaited<ReturnType<typeof findAnswer>>>;

/** Whose person answers: `sponsorId` is the same group, unless it is the home group. */
export type RsvpOwner = { groupId: string; sponsorId: string | null };
type Answer = Doing & {
  owner: RsvpOwner;
  personId: string;
  known: KnownAnswer | undefined;
  asked: RsvpChange;
  free: number;
};

/** Writes the answer of an address's proven owner, and mails what it came to; nothing where it stands just so. */
export async function putAnswer(
  tx: Transaction,
  { owner, personId, known, asked, free, ...doing }: Answer,
): Promise<Row> {
  const { ctx, event } = doing;
  const state = nextState(known, asked, free);
  const optsIn = await optInOfForm(tx, personId, asked);
  if (known?.state === state && !optsIn && (await saysTheSame(tx, known, asked))) return known;
  const wantsUpdates = optInAfter(known, asked);
  const { guestCount } = asked;
  const { language } = ctx;
  const answered = { state, guestCount, language, wantsUpdates, holdsUntil: null };
  const rsvp = await putRow(tx, { event, owner, personId, known, answered });
  await putNeeds(tx, rsvp, asked.needs);
  if (asked.updates) await agreeToMail(tx, ctx, { event, ...owner, personId });
  const isBack = !known || known.state === 'cancelled';
  if (isBack) noteHistory(tx, { ...historyOf(event, { ...owner, personId }), kind: 'rsvped' });
  const isNew = isBack || known.state === 'unconfirmed';
  const kind = isNew ? 'events.rsvp-given' : 'events.rsvp-changed';
  const entryId = note(tx, null, kind, rsvp, answerOf(rsvp));
  const stop = asked.updates ? unsubscribing(ctx, personId, language) : null;
  const to = giverOf(rsvp, doing.email);
  await tell(tx, ctx, 'events.rsvp-answered', { to, about: event, rsvp, occasion: state, entryId, stop });
  if (known && mayFreePlaces(known, rsvp)) await settleWaitlist(ctx, tx, event.id);
  return rsvp;
}

/** Whoever has a place keeps it: more guests than there are places for is refused, not sent to the waitlist. */
function nextState(
  known: KnownAnswer | undefined,
  { answer, guestCount }: RsvpChange,
  free: number,
): 'going' | 'maybe' | 'waitlisted' {
  const held = known?.placeCount ?? 0;
  if (answer === 'maybe') return 'maybe';
  if (1 + guestCount <= free + held) return 'going';
  if (held === 0) return 'waitlisted';
  const most = Math.max(0, free + held - 1);
  throw new Invalid([{ name: 'guestCount', code: 'events.no-room-for-guests', params: { room: most } }]);
}

type Put = Pick<Answer, 'event' | 'owner' | 'personId' | 'known'> & {
  answered: Pick<Row, 'state' | 'guestCount' | 'language' | 'wantsUpdates' | 'holdsUntil'> &
    Partial<Pick<Row, 'wanted'>>;
};

/** Whoever stays in a state keeps their place in its order: a changed number of guests loses nobody their turn. */
export async function putRow(
  tx: Transaction,
  { event: { id: eventId }, owner: { groupId, sponsorId }, personId, known, answered }: Put,
): Promise<Row> {
  const since = known && known.state !== answered.state ? { stateAt: sql`clock_timestamp()` } : {};
  const [rsvp] = known
    ? await tx
        .update(rsvps)
        .set({ ...answered, ...since })
        .where(eq(rsvps.id, known.id))
        .returning()
    : await tx
        .insert(rsvps)
        .values({ id: newId(), eventId, groupId, sponsorId, personId, ...answered })
        .returning();
  if (!rsvp) throw new Conflict('conflict');
  return rsvp;
}

/** Writes what someone needs; undefined leaves it as it is. */
export async function putNeeds(tx: Transaction, { id, eventId }: Row, needs: Needs | undefined) {
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

function mayFreePlaces(before: KnownAnswer, after: Row) {
  const placesAfter = after.state === 'going' ? 1 + after.guestCount : 0;
  // Someone who waits with fewer guests may fit now.
  return (
    placesAfter < before.placeCount || (after.state === 'waitlisted' && after.guestCount < before.guestCount)
  );
}

/** A line in the history of a person of `groupId`. */
export function historyOf(
  { id, title }: Pick<LockedEvent, 'id' | 'title'>,
  { groupId, personId }: { groupId: string; personId: string },
) {
  return { personId, groupId, subjectId: id, label: title };
}

/** What the journal says of an answer. */
export function answerOf({ eventId, personId, state, guestCount }: Row) {
  return { eventId, personId, state, guestCount };
}

/** Whoever gave an answer, as notices about it reach them. */
export function giverOf({ personId, language }: Pick<Row, 'personId' | 'language'>, email: string | null) {
  return { person: personId, email, language };
}
