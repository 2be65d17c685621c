import type { Policy } from '../../policy.ts';
import type { OwnRsvp } from './queries.ts';

type Held = Pick<OwnRsvp, 'state'> & { event: Pick<OwnRsvp['event'], 'state' | 'hasEnded'> };

const isOpen = ({ event }: Held) => event.state === 'published' && !event.hasEnded;

/** What the holder of an RSVP's link may do with it. */
export const rsvpPolicy = {
  /** The yes of the mailbox to what somebody answered with its address. */
  confirm: (rsvp) => isOpen(rsvp) && rsvp.state === 'unconfirmed',
  change: isOpen,
  cancel: (rsvp) => isOpen(rsvp) && rsvp.state !== 'cancelled',
} satisfies Policy<Held>;
