import { may, type Carrier } from '../groups/responsibilities.ts';
import { unlessFrozen, type Policy } from '../policy.ts';

type Holder = Carrier & { isFrozen: boolean };

/** What may be done with the people a group holds. */
export const peoplePolicy = {
  see: (holder) => may(holder, 'see_people'),
  takeOut: (holder) => may(holder, 'export_people'),
  erase: (holder) => may(holder, 'manage_members'),
  seeImports: (holder) => may(holder, 'contact_people'),
  ...unlessFrozen({
    tag: (holder) => may(holder, 'contact_people'),
    /** How they are reached, and what they say to that. */
    bringIn: (holder) => may(holder, 'contact_people'),
    correct: (holder) => may(holder, 'contact_people'),
    /** Grave, and taken back within 30 days; they see every field of both. */
    merge: (holder) => may(holder, 'contact_people') && may(holder, 'manage_members'),
    note: (holder) => may(holder, 'contact_people'),
  } satisfies Policy<Holder>),
} satisfies Policy<Holder>;
