import { audit, brief, heard, lasting, type KindsOf } from '../kinds.ts';

type OfPerson = { eventId: string; personId: string };
type Answered = OfPerson & { state: string; guestCount: number };
type Attended = { eventId: string; personId: string | null };

export const eventEntries = {
  'events.created': lasting(),
  'events.changed': audit<{ sequence: number }>(),
  'events.moved': audit<{ sequence: number }>(),
  'events.published': heard(audit()),
  'events.cancelled': audit(),
  'events.removed': audit(),
  'events.closed': audit<{ noShowCount: number }>(),
  'events.hidden': audit<{ withdrawnCount: number }>(),
  'events.shown': audit(),
  'events.exported': audit(),
  'events.sponsor-invited': audit<{ sponsorId: string }>(),
  'events.sponsor-accepted': audit(),
  'events.sponsor-declined': audit(),
  'events.sponsor-left': audit(),
  'events.host-named': audit<{ accountId: string }>(),
  'events.host-removed': audit<{ accountId: string }>(),
  'events.rsvp-asked': brief<Answered>(),
  'events.rsvp-given': brief<Answered>(),
  'events.rsvp-changed': brief<Answered>(),
  'events.rsvp-cancelled': brief<Answered>(),
  'events.rsvp-promoted': brief<OfPerson>(),
  'events.rsvp-subscribed': brief<OfPerson>(),
  'events.rsvps-forgotten': brief<{ count: number; peopleCount: number }>(),
  'events.attended': brief<Attended>(),
  'events.attendance-undone': brief<Attended>(),
  'events.guests-counted': brief<Attended>(),
} satisfies KindsOf<'events'>;
