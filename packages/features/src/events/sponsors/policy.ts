import { may, type Carrier } from '../../groups/responsibilities.ts';
import { unlessFrozen, type Policy } from '../../policy.ts';

type Holder = Carrier & { isFrozen: boolean };

/** A group's yes to an event is given by those who host its own. */
export const eventSponsorPolicy = {
  see: (holder) => may(holder, 'host_events'),
  ...unlessFrozen({ answer: (holder) => may(holder, 'host_events') } satisfies Policy<Holder>),
} satisfies Policy<Holder>;
