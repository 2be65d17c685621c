import { accountAccess } from './accounts/access.ts';
import { campaignAccess } from './campaigns/access.ts';
import { coalitionAccess } from './coalitions/access.ts';
import { compactAccess } from './compacts/access.ts';
import { compositionAccess } from './compositions/access.ts';
import { commonGroundAccess } from './common-ground/access.ts';
import { directoryAccess } from './directory/access.ts';
import { eventAccess } from './events/access.ts';
import { exchangeAccess } from './exchanges/access.ts';
import { greetingAccess } from './greetings/access.ts';
import { groupAccess } from './groups/access.ts';
import { homeAccess } from './home/access.ts';
import { ladderAccess } from './ladders/access.ts';
import { linkAccess } from './links/access.ts';
import { moveAccess } from './moves/access.ts';
import { messagingAccess } from './messaging/access.ts';
import { peopleAccess } from './people/access.ts';
import { segmentAccess } from './segments/access.ts';
import { reportAccess } from './reports/access.ts';
import type { RouteName } from './routes.ts';
import { siteAccess } from './site/access.ts';
import { stewardshipAccess } from './stewardship/access.ts';
import { targetAccess } from './targets/access.ts';

/** What the access test knows of every feature, lowest feature first. */
export const access = [
  siteAccess,
  accountAccess,
  groupAccess,
  peopleAccess,
  linkAccess,
  campaignAccess,
  eventAccess,
  moveAccess,
  segmentAccess,
  compositionAccess,
  ladderAccess,
  exchangeAccess,
  messagingAccess,
  greetingAccess,
  coalitionAccess,
  targetAccess,
  compactAccess,
  commonGroundAccess,
  directoryAccess,
  reportAccess,
  stewardshipAccess,
  homeAccess,
];

type Expected = (typeof access)[number]['expected'];
type NameIn<Lines> = Lines extends unknown ? keyof Lines : never;

/** What every route answers: one that is missing or misspelt does not compile. */
export const expected: Record<RouteName, string> = Object.fromEntries(
  access.flatMap((feature) => Object.entries<string>(feature.expected)),
) as Record<NameIn<Expected>, string>;
