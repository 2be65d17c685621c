import { may, type Role } from '../groups/policy.ts';
import type { Policy } from '../policy.ts';

type Holder = { myRole: Role | null };

/** Links are part of publishing: whoever may publish for the group may make them and read their counts. */
export const linkPolicy = {
  make: ({ myRole }) => may(myRole, 'publish'),
  count: ({ myRole }) => may(myRole, 'publish'),
} satisfies Policy<Holder>;
