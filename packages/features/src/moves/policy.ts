import { may, type Carrier } from '../groups/responsibilities.ts';
import { unlessFrozen, type Policy } from '../policy.ts';

type Holder = Carrier & { isFrozen: boolean };

const speaks = (holder: Holder) => may(holder, 'publish') || may(holder, 'contact_people');

/** Whoever speaks for the group, to everyone or to its people, calls them over from elsewhere. */
export const movePolicy = {
  see: speaks,
  ...unlessFrozen({ keep: speaks } satisfies Policy<Holder>),
} satisfies Policy<Holder>;
