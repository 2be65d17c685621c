import { may, type Carrier } from '../../groups/responsibilities.ts';
import { unlessFrozen, type Policy } from '../../policy.ts';

type Holder = Carrier & { isFrozen: boolean };

/** Whoever manages the group says what it wants to know of its people; whoever writes to them fills it in. */
export const fieldPolicy = {
  see: (holder) => may(holder, 'see_people'),
  /** Fields that only stewards see, too. */
  seeAll: (holder) => may(holder, 'see_people') && may(holder, 'manage_members'),
  ...unlessFrozen({
    define: (holder) => may(holder, 'manage_group'),
    fill: (holder) => may(holder, 'contact_people'),
  } satisfies Policy<Holder>),
} satisfies Policy<Holder>;
