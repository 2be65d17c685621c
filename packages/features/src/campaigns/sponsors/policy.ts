import { may, type Role } from '../../groups/policy.ts';
import type { Policy } from '../../policy.ts';

/** A group's yes to a campaign is given by those who publish for it. */
export const sponsorPolicy = {
  answer: ({ myRole }) => may(myRole, 'publish'),
} satisfies Policy<{ myRole: Role | null }>;
