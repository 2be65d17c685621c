import { may, type Carrier } from '../groups/responsibilities.ts';
import { unlessFrozen, type Policy } from '../policy.ts';

type Holder = Carrier & { isFrozen: boolean };

/** Links are part of publishing: whoever may publish for the group may make them and read their counts. */
export const linkPolicy = {
  count: (holder) => may(holder, 'publish'),
  ...unlessFrozen({ make: (holder) => may(holder, 'publish') } satisfies Policy<Holder>),
} satisfies Policy<Holder>;
