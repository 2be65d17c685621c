import { may, type Role } from '../groups/policy.ts';
import type { Policy } from '../policy.ts';

type Holder = { myRole: Role | null };

/** What may be done with the people a group holds. */
export const peoplePolicy = {
  see: ({ myRole }) => may(myRole, 'see_people'),
  tag: ({ myRole }) => may(myRole, 'contact_people'),
  bringIn: ({ myRole }) => may(myRole, 'contact_people'),
  takeOut: ({ myRole }) => may(myRole, 'export_people'),
  erase: ({ myRole }) => may(myRole, 'manage_members'),
} satisfies Policy<Holder>;
