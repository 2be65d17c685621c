import type { Transaction } from '@groundwork/database';
import { eq } from 'drizzle-orm';
import { tell } from '../../notices/actions.ts';
import { recordDeed } from '../../people/actions.ts';
import { findSite } from '../../site/queries.ts';
import {
  answerOf,
  historyOf,
  putNeeds,
  putRow,
  type Doing,
  type KnownAnswer,
  type RsvpOwner,
} from './answers.ts';
import type { NewRsvp, RsvpAccepted, RsvpChange } from './contract.ts';
import { HELD_GUESTS, HOLD_MINUTES } from '../holds.ts';
import { isRetry } from './retries.ts';
import { rsvps } from '../tables.ts';
import { optInOfForm } from './opt-ins.ts';

type Row = typeof rsvps.$inferSelect;
type Asking = Doing & {
  email: string;
  owner: RsvpOwner;
  personId: string;
  known: KnownAnswer | undefined;
  asked: RsvpChange & Pick<NewRsvp, 'website'>;
  name: string;
  free: number;
};

/**
 * Somebody answers for an address that they have not proved. Its mailbox is asked once, in the site's own words; until it
 * says yes, the answer is `unconfirmed` and at most holds places for half an hour. What stands already is changed only
 * by its link or its own account: its mailbox gets the link again. Tells whoever asks what a newcomer would be told.
 */
export async function askToConfirm(tx: Transaction, asking: Asking): Promise<RsvpAccepted> {
  const { event, known, asked, name, free } = asking;
  if (known && (await isRetry(tx, known, { ...asked, name }))) return answerAgain(asking, known);
  const hold = holdFor(asking, asked);
  if (!known || known.state === 'cancelled')
    await askMailbox(tx, asking, await putUnconfirmed(tx, asking, hold));
  else if (known.state === 'unconfirmed') await askMailbox(tx, asking, await holdAgain(tx, asking, known));
  else await sendLinkAgain(tx, asking, known);
  const isSeeking = event.capacity !== null && asked.answer === 'going';
  const holdsUntil = hold?.toISOString() ?? null;
  return { state: 'unconfirmed', holdsUntil, willWait: isSeeking && free < 1, token: null };
}

/** What was answered the first time: the places that this very answer holds are not taken by others. */
function answerAgain(asking: Asking, known: KnownAnswer): RsvpAccepted {
  const { event, asked } = asking;
  const free = asking.free + known.placeCount;
  const isSeeking = event.capacity !== null && asked.answer === 'going';
  const holdsUntil = known.placeCount > 0 ? (known.holdsUntil ?? holdFor({ ...asking, free }, asked)) : null;
  return {
    state: 'unconfirmed',
    holdsUntil: holdsUntil?.toISOString() ?? null,
    willWait: isSeeking && free < 1,
    token: null,
  };
}

async function putUnconfirmed(tx: Transaction, asking: Asking, holdsUntil: Date | null): Promise<Row> {
  const { ctx, event, owner, personId, known, asked } = asking;
  const answered = {
    state: 'unconfirmed' as const,
    wanted: asked.answer,
    guestCount: asked.guestCount,
    language: ctx.language,
    wantsUpdates: await optInOfForm(tx, personId, asked),
    holdsUntil,
  };
  const rsvp = await putRow(tx, { event, owner, personId, known, answered });
  await putNeeds(tx, rsvp, asked.needs);
  const line = { ...historyOf(event, { ...owner, personId }), kind: 'rsvped' as const };
  recordDeed(tx, { kind: 'events.rsvp-asked', subject: rsvp, data: answerOf(rsvp) }, line);
  return rsvp;
}

/** The first to answer for an address stands, whoever it was. Who comes again after the hold ended gets a new one. */
async function holdAgain(tx: Transaction, asking: Asking, known: KnownAnswer): Promise<Row> {
  const holdsUntil = known.placeCount > 0 ? null : holdFor(asking, { ...known, answer: known.wanted });
  if (holdsUntil) await tx.update(rsvps).set({ holdsUntil }).where(eq(rsvps.id, known.id));
  return known;
}

/**
 * Until when a newcomer's answer would hold its places; null when there is no need to, or no place, or when a program
 * seems to have sent it: a person's password manager may have filled the trap, so it is asked to confirm like all.
 */
function holdFor(
  { event, free, asked: { website } }: Asking,
  { answer, guestCount }: Pick<RsvpChange, 'answer' | 'guestCount'>,
) {
  const fits = 1 + Math.min(guestCount, HELD_GUESTS) <= free;
  const isHolding =
    !website && event.capacity !== null && event.rsvpFrom !== 'confirmed' && answer === 'going';
  if (!isHolding || !fits) return null;
  return new Date(Date.now() + HOLD_MINUTES * 60_000);
}

async function askMailbox(tx: Transaction, { ctx, event, email }: Asking, { id, language }: Row) {
  const { name: site } = await findSite({ db: tx });
  const to = { typed: 'form' as const, email, language };
  await tell(tx, ctx, 'events.rsvp-asked', { to, about: event, rsvpId: id, email, site });
}

async function sendLinkAgain(tx: Transaction, { ctx, event, email }: Asking, rsvp: KnownAnswer) {
  const to = { typed: 'form' as const, email, language: rsvp.language };
  await tell(tx, ctx, 'events.rsvp-known', { to, about: event, rsvp });
}
