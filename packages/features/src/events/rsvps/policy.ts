import type { Policy } from '../../policy.ts';
import type { OwnRsvp } from './queries.ts';

type Held = Pick<OwnRsvp, 'state'> & {
  event: Pick<OwnRsvp['event'], 'state' | 'hasEnded' | 'isOpenTo' | 'isFrozen' | 'isHidden'>;
};

const isOpen = ({ event }: Held) => event.state === 'published' && !event.hasEnded;
/** What is new: a frozen group, and a hidden event, takes no answer, and lets everyone take theirs back. */
const mayAnswer = (rsvp: Held) => isOpen(rsvp) && !rsvp.event.isFrozen && !rsvp.event.isHidden;

const stands = ({ state }: Held) => state !== 'unconfirmed' && state !== 'cancelled';

/** What the holder of an RSVP's link may do with it. */
export const rsvpPolicy = {
  /** The yes of the mailbox to what somebody answered with its address. */
  confirm: (rsvp) => mayAnswer(rsvp) && rsvp.event.isOpenTo && rsvp.state === 'unconfirmed',
  change: (rsvp) => mayAnswer(rsvp) && (rsvp.event.isOpenTo || stands(rsvp)),
  cancel: (rsvp) => isOpen(rsvp) && rsvp.state !== 'cancelled',
} satisfies Policy<Held>;
