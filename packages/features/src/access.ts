import { accountAccess } from './accounts/access.ts';
import { campaignAccess } from './campaigns/access.ts';
import { eventAccess } from './events/access.ts';
import { groupAccess } from './groups/access.ts';
import { linkAccess } from './links/access.ts';
import { messagingAccess } from './messaging/access.ts';
import { peopleAccess } from './people/access.ts';
import { reportAccess } from './reports/access.ts';
import type { RouteName } from './routes.ts';
import { siteAccess } from './site/access.ts';
import { stewardshipAccess } from './stewardship/access.ts';
import type { Access } from './testing/access.ts';

/** What the access test knows of every feature, lowest feature first. */
export const access: Access<unknown>[] = [
  siteAccess,
  accountAccess,
  groupAccess,
  peopleAccess,
  linkAccess,
  campaignAccess,
  eventAccess,
  messagingAccess,
  reportAccess,
  stewardshipAccess,
];

/** What every route answers: one that is missing or misspelt does not compile. */
export const expected: Record<RouteName, string> = {
  ...siteAccess.expected,
  ...accountAccess.expected,
  ...groupAccess.expected,
  ...peopleAccess.expected,
  ...linkAccess.expected,
  ...campaignAccess.expected,
  ...eventAccess.expected,
  ...messagingAccess.expected,
  ...reportAccess.expected,
  ...stewardshipAccess.expected,
};
