import { may, type Role } from '../groups/policy.ts';
import { unlessFrozen, type Policy } from '../policy.ts';

type Holder = { myRole: Role | null; isFrozen: boolean };

/** Links are part of publishing: whoever may publish for the group may make them and read their counts. */
export const linkPolicy = {
  count: ({ myRole }) => may(myRole, 'publish'),
  ...unlessFrozen({ make: ({ myRole }) => may(myRole, 'publish') } satisfies Policy<Holder>),
} satisfies Policy<Holder>;
