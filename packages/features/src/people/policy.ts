import { may, type Role } from '../groups/policy.ts';
import { unlessFrozen, type Policy } from '../policy.ts';

type Holder = { myRole: Role | null; isFrozen: boolean };

/** What may be done with the people a group holds. */
export const peoplePolicy = {
  see: ({ myRole }) => may(myRole, 'see_people'),
  takeOut: ({ myRole }) => may(myRole, 'export_people'),
  erase: ({ myRole }) => may(myRole, 'manage_members'),
  seeImports: ({ myRole }) => may(myRole, 'contact_people'),
  ...unlessFrozen({
    tag: ({ myRole }) => may(myRole, 'contact_people'),
    bringIn: ({ myRole }) => may(myRole, 'contact_people'),
  } satisfies Policy<Holder>),
} satisfies Policy<Holder>;
