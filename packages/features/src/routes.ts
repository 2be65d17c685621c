import { accountRoutes } from './accounts/routes.ts';
import { campaignRoutes } from './campaigns/routes.ts';
import { coalitionRoutes } from './coalitions/routes.ts';
import { compactRoutes } from './compacts/routes.ts';
import { compositionRoutes } from './compositions/routes.ts';
import { commonGroundRoutes } from './common-ground/routes.ts';
import { directoryRoutes } from './directory/routes.ts';
import { eventRoutes } from './events/routes.ts';
import { exchangeRoutes } from './exchanges/routes.ts';
import { enterOpened } from './groups/invitations/openings/actions.ts';
import { findNamesAround } from './groups/queries.ts';
import { greetingRoutes } from './greetings/routes.ts';
import { groupRoutes } from './groups/routes.ts';
import { homeRoutes } from './home/routes.ts';
import { ladderRoutes } from './ladders/routes.ts';
import { linkRoutes } from './links/routes.ts';
import { moveRoutes } from './moves/routes.ts';
import { hasSpoken } from './messaging/messages/queries.ts';
import { messagingRoutes } from './messaging/routes.ts';
import { peopleRoutes } from './people/routes.ts';
import { reportRoutes } from './reports/routes.ts';
import { segmentRoutes } from './segments/routes.ts';
import { siteRoutes } from './site/routes.ts';
import { stewardshipRoutes } from './stewardship/routes.ts';
import { subjects } from './subjects.ts';
import { carryOut } from './intents.ts';
import { targetRoutes } from './targets/routes.ts';

/** Every feature's routes, lowest feature first. */
export const routes = {
  ...siteRoutes,
  ...accountRoutes({ namesAround: findNamesAround, carryOut, letIn: enterOpened }),
  ...groupRoutes(subjects, hasSpoken),
  ...peopleRoutes(subjects),
  ...linkRoutes,
  ...campaignRoutes,
  ...eventRoutes,
  ...moveRoutes,
  ...segmentRoutes,
  ...compositionRoutes,
  ...ladderRoutes,
  ...exchangeRoutes,
  ...messagingRoutes,
  ...greetingRoutes,
  ...coalitionRoutes,
  ...targetRoutes,
  ...compactRoutes,
  ...commonGroundRoutes,
  ...directoryRoutes,
  ...reportRoutes(subjects),
  ...stewardshipRoutes,
  ...homeRoutes(subjects),
};

/** `GET /groups/:slug`. */
export type RouteName = keyof typeof routes;
