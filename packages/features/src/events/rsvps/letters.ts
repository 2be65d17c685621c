import { say, type Language } from '@groundwork/words';
import { whenParts } from '@groundwork/words/moments';
import type { House } from '../../context.ts';
import type { Letter } from '../../outbox/letter.ts';
import { eventCalendar } from '../calendar.ts';
import type { AnnouncedEvent } from '../announced.ts';
import type { rsvps } from '../tables.ts';

type Site = Pick<House, 'settings'>;
type Row = typeof rsvps.$inferSelect;
/** The RSVP a mail is about, in the language of the one who gave it, with the page where it is changed. */
export type MailedRsvp = Pick<Row, 'state' | 'guestCount' | 'language'> & {
  url: string;
  wantsUpdates?: boolean;
  /** The group through which they came, where that is another than the event's own. */
  sponsorId?: string | null;
};
/** What happened: an answer stands (`going` ...), was given before (`known`), or something befell it. */
export type Occasion =
  'going' | 'maybe' | 'waitlisted' | 'cancelled' | 'known' | 'promoted' | 'moved' | 'called-off' | 'reminder';

/**
 * The mail to someone who RSVPed. It says nothing that the form's sender typed, so that nobody can use the form to
 * write to a stranger. The address, the online link and the calendar file are for those whose RSVP stands.
 */
export function rsvpLetter(
  site: Site,
  {
    event,
    rsvp,
    occasion,
    reason = '',
  }: { event: AnnouncedEvent; rsvp: MailedRsvp; occasion: Occasion; reason?: string },
): { subject: string; letter: Letter } {
  const { language, state, guestCount, wantsUpdates = false, sponsorId } = rsvp;
  const named = { title: event.title, group: event.groupName, reason };
  const optIn = sponsorId ? 'mail.rsvp.opt-in.through' : 'mail.rsvp.opt-in';
  const isComing = state === 'going' || state === 'maybe';
  const isOff = occasion === 'called-off' || occasion === 'cancelled';
  const letter = {
    heading: say(language, `mail.rsvp-${occasion}.heading`, named),
    paragraphs: [
      say(language, `mail.rsvp-${occasion}.text`, named),
      say(language, 'events.when', whenParts(language, event)),
      ...(isComing && !isOff ? placeLines(language, event) : []),
      ...(guestCount > 0 && !isOff ? [say(language, 'mail.rsvp.guests', { count: guestCount })] : []),
      ...(wantsUpdates && !isOff ? [say(language, optIn, named)] : []),
    ],
    button: {
      label: say(language, isOff ? 'mail.rsvp.see' : 'mail.rsvp.change'),
      url: rsvp.url,
    },
    ...(isComing && { attachments: [calendarFile(site, event, rsvp)] }),
  };
  return { subject: say(language, `mail.rsvp-${occasion}.subject`, named), letter };
}

function placeLines(language: Language, { placeName, address, onlineUrl, held }: AnnouncedEvent) {
  const place = [placeName, address].filter((part) => part !== null).join(', ');
  return [
    ...(held !== 'online' && place !== '' ? [say(language, 'mail.rsvp.place', { place })] : []),
    ...(held !== 'in-person' && onlineUrl ? [say(language, 'mail.rsvp.online', { url: onlineUrl })] : []),
  ];
}

function calendarFile(site: Site, event: AnnouncedEvent, { url, language }: MailedRsvp) {
  const method = event.state === 'cancelled' ? 'CANCEL' : 'PUBLISH';
  return {
    filename: `${event.slug}.ics`,
    contentType: `text/calendar; charset=utf-8; method=${method}`,
    content: eventCalendar(site, event, { language, isComing: true, url }),
  };
}
