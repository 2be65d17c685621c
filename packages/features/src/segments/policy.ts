import { may, type Carrier } from '../groups/responsibilities.ts';
import { unlessFrozen, type Policy } from '../policy.ts';

type Holder = Carrier & { isFrozen: boolean };

/** Whoever sees the people sees how they are sorted; whoever writes to them sorts them. */
export const segmentPolicy = {
  see: (holder) => may(holder, 'see_people'),
  ...unlessFrozen({ save: (holder) => may(holder, 'contact_people') } satisfies Policy<Holder>),
} satisfies Policy<Holder>;
