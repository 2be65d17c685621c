import { accountNotices } from './accounts/notices.ts';
import { campaignNotices } from './campaigns/notices.ts';
import { coalitionNotices } from './coalitions/notices.ts';
import { compactNotices } from './compacts/notices.ts';
import { compositionNotices } from './compositions/notices.ts';
import { directoryNotices } from './directory/notices.ts';
import { eventNotices } from './events/notices.ts';
import { exchangeNotices } from './exchanges/notices.ts';
import { greetingNotices } from './greetings/notices.ts';
import { groupNotices } from './groups/notices.ts';
import { homeNotices } from './home/notices.ts';
import { ladderNotices } from './ladders/notices.ts';
import { messagingNotices } from './messaging/notices.ts';
import { peopleNotices } from './people/notices.ts';
import { reportNotices } from './reports/notices.ts';
import { segmentNotices } from './segments/notices.ts';
import { stewardshipNotices } from './stewardship/notices.ts';
import { targetNotices } from './targets/notices.ts';

/** Every kind of notice there is. Each feature's `notices.ts` only writes letters, so this list makes no feature know another. */
export const notices = {
  ...accountNotices,
  ...groupNotices,
  ...peopleNotices,
  ...campaignNotices,
  ...eventNotices,
  ...segmentNotices,
  ...compositionNotices,
  ...ladderNotices,
  ...exchangeNotices,
  ...messagingNotices,
  ...greetingNotices,
  ...coalitionNotices,
  ...targetNotices,
  ...compactNotices,
  ...directoryNotices,
  ...reportNotices,
  ...stewardshipNotices,
  ...homeNotices,
};

/** `feature.what-is-told`, as a feature's `notices.ts` declares it. */
export type NoticeName = keyof typeof notices;
