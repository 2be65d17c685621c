import { may, type Carrier } from '../groups/responsibilities.ts';
import { unlessFrozen, type Policy } from '../policy.ts';
import type { SeenEvent } from './queries.ts';

type Situation = Pick<
  SeenEvent,
  | 'state'
  | 'hasStarted'
  | 'hasEnded'
  | 'myRole'
  | 'carried'
  | 'isHost'
  | 'isBanned'
  | 'rsvpFrom'
  | 'isFrozen'
  | 'isHidden'
>;

type Answerable = Pick<
  SeenEvent,
  'state' | 'isHidden' | 'hasEnded' | 'isBanned' | 'isFrozen' | 'rsvpFrom' | 'myRole'
>;

/** Whether an answer of this viewer's would be taken: what lists and pages offer, and no form refuses. */
export function takesAnswers(event: Answerable): boolean {
  return isOut(event) && !event.hasEnded && !event.isBanned && !event.isFrozen && isOpenTo(event);
}

const organizes = (event: Carrier) => may(event, 'host_events');
/** A host is given this one event, and nothing else of the group. A list does not say who hosts. */
export const runsEvent = (event: Carrier & { isHost?: boolean }) => event.isHost === true || organizes(event);
const stands = ({ state }: Situation) => state === 'draft' || state === 'published';

/** While it is hidden it can be put right, and nothing else. */
const isOut = ({ state, isHidden }: Pick<Situation, 'state' | 'isHidden'>) =>
  state === 'published' && !isHidden;

/** An event for members is for whoever stands in the group. */
const isOpenTo = ({ rsvpFrom, myRole }: Answerable) => rsvpFrom !== 'members' || myRole !== null;

/** What may be done with an event by who sees it. */
export const eventPolicy = {
  seeDoor: (event) => runsEvent(event) && event.state !== 'draft',
  seeEmails: (event) => may(event, 'see_people'),
  seeSponsors: organizes,
  seeLinks: (event) => may(event, 'publish') && event.state !== 'draft',
  ...unlessFrozen({
    rsvp: takesAnswers,
    edit: (event) => runsEvent(event) && stands(event),
    publish: (event) => organizes(event) && event.state === 'draft' && !event.isHidden,
    cancel: (event) => organizes(event) && isOut(event) && !event.hasEnded,
    remove: (event) => organizes(event) && event.state === 'draft',
    nameHosts: (event) => organizes(event) && stands(event) && !event.isHidden,
    inviteSponsors: (event) => organizes(event) && stands(event) && !event.isHidden && !event.hasEnded,
    dropSponsors: organizes,
    checkIn: (event) => runsEvent(event) && isOut(event),
    close: (event) => runsEvent(event) && isOut(event) && event.hasStarted,
  } satisfies Policy<Situation>),
} satisfies Policy<Situation>;
