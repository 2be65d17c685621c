import { may, type Role } from '../../groups/policy.ts';
import { unlessFrozen, type Policy } from '../../policy.ts';

type Holder = { myRole: Role | null; isFrozen: boolean };

/** A group's yes to a campaign is given by those who publish for it. */
export const sponsorPolicy = {
  see: ({ myRole }) => may(myRole, 'publish'),
  ...unlessFrozen({ answer: ({ myRole }) => may(myRole, 'publish') } satisfies Policy<Holder>),
} satisfies Policy<Holder>;
