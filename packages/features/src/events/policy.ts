import { may } from '../groups/policy.ts';
import { unlessFrozen, type Policy } from '../policy.ts';
import type { SeenEvent } from './queries.ts';

type Standing = Pick<
  SeenEvent,
  'state' | 'hasStarted' | 'hasEnded' | 'myRole' | 'isHost' | 'isBanned' | 'rsvpFrom' | 'isFrozen'
>;

const organizes = ({ myRole }: Standing) => may(myRole, 'host_events');
/** A host is given this one event, and nothing else of the group. */
const runs = (event: Standing) => event.isHost || organizes(event);
const stands = ({ state }: Standing) => state === 'draft' || state === 'published';

/** An event for members is for whoever stands in the group. */
const isOpenTo = ({ rsvpFrom, myRole }: Standing) => rsvpFrom !== 'members' || myRole !== null;

/** What may be done with an event by who sees it. */
export const eventPolicy = {
  seeDoor: (event) => runs(event) && event.state !== 'draft',
  seeEmails: (event) => may(event.myRole, 'see_people'),
  ...unlessFrozen({
    rsvp: (event) => event.state === 'published' && !event.hasEnded && !event.isBanned && isOpenTo(event),
    edit: (event) => runs(event) && stands(event),
    publish: (event) => organizes(event) && event.state === 'draft',
    cancel: (event) => organizes(event) && event.state === 'published' && !event.hasEnded,
    remove: (event) => organizes(event) && event.state === 'draft',
    nameHosts: (event) => organizes(event) && stands(event),
    checkIn: (event) => runs(event) && event.state === 'published',
    close: (event) => runs(event) && event.state === 'published' && event.hasStarted,
  } satisfies Policy<Standing>),
} satisfies Policy<Standing>;
