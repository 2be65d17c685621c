import { campaignKnocks } from './knocks/campaigns.ts';
import { eventKnocks } from './knocks/events.ts';
import { groupKnocks, peopleKnocks } from './knocks/groups.ts';
import type { Knocks } from './knocks/knock.ts';
import { messagingKnocks } from './knocks/messaging.ts';
import { reportKnocks } from './knocks/reports.ts';
import { accountKnocks, siteKnocks } from './knocks/site.ts';

/** How to knock at every route. */
export const knocks: Knocks = {
  ...siteKnocks(),
  ...accountKnocks(),
  ...groupKnocks(),
  ...peopleKnocks(),
  ...campaignKnocks(),
  ...eventKnocks(),
  ...messagingKnocks(),
  ...reportKnocks(),
};
