import { place } from '@groundwork/mail';
import type { MailingKind } from '../mailings/content.ts';
import { readVariant } from './audiences.ts';
import { rsvpLetter, type Occasion } from './rsvps/letters.ts';
import { rsvpSeal, rsvpUrlBy } from './seal.ts';
import { findAnnouncedEvent, type AnnouncedEvent } from './announced.ts';

/** What is told to those who answered to an event: that it moved, that it is off, that it is soon. */
export const eventMailings: MailingKind[] = [
  // A later telling makes an earlier one moot.
  telling(
    'events.move',
    'moved',
    ({ state, toldSequence }, sequence) => state === 'published' && toldSequence <= Number(sequence),
  ),
  telling('events.cancellation', 'called-off', ({ state }) => state === 'cancelled'),
  telling(
    'events.reminder',
    'reminder',
    ({ state, startsAt }, at) => state === 'published' && startsAt > new Date() && startOf(startsAt) === at,
  ),
];

/** The version of a reminder: the time that it reminds of. */
export function startOf(startsAt: Date): string {
  return startsAt.toISOString();
}

function telling(
  kind: string,
  occasion: Occasion,
  stands: (event: AnnouncedEvent, version: string) => boolean,
): MailingKind {
  return {
    kind,
    isOwed: true,
    async read(house, db, { aboutId, version }) {
      const event = await findAnnouncedEvent({ db }, aboutId);
      if (!event || !stands(event, version)) return 'moot';
      if (event.isHidden) return 'hidden';
      const reason = event.reason ?? '';
      const url = rsvpUrlBy(house, place('seal'));
      return {
        write: (language, variant) =>
          rsvpLetter(house, { event, rsvp: { ...readVariant(variant), language, url }, occasion, reason }),
        values: ({ own }) => ({ seal: rsvpSeal(house, own) }),
      };
    },
  };
}
