import { accountSubjects } from './accounts/subjects.ts';
import { campaignSubjects } from './campaigns/subjects.ts';
import { coalitionSubjects } from './coalitions/subjects.ts';
import { compactSubjects } from './compacts/subjects.ts';
import { compositionSubjects } from './compositions/subjects.ts';
import { directorySubjects } from './directory/subjects.ts';
import { eventSubjects } from './events/subjects.ts';
import { exchangeSubjects } from './exchanges/subjects.ts';
import { greetingSubjects } from './greetings/subjects.ts';
import { groupSubjects } from './groups/subjects.ts';
import { homeSubjects } from './home/subjects.ts';
import { ladderSubjects } from './ladders/subjects.ts';
import { linkSubjects } from './links/subjects.ts';
import { mailingSubjects } from './mailings/subjects.ts';
import { messagingSubjects } from './messaging/subjects.ts';
import { moveSubjects } from './moves/subjects.ts';
import { noticeSubjects } from './notices/subjects.ts';
import { outboxSubjects } from './outbox/subjects.ts';
import { paceSubjects } from './paces/subjects.ts';
import { peopleSubjects } from './people/subjects.ts';
import { reportSubjects } from './reports/subjects.ts';
import { segmentSubjects } from './segments/subjects.ts';
import { siteSubjects } from './site/subjects.ts';
import type { Subject } from './subject.ts';
import { targetSubjects } from './targets/subjects.ts';

/** What every feature's things are, lowest feature first. */
export const subjects: Subject[] = [
  ...siteSubjects,
  ...paceSubjects,
  ...outboxSubjects,
  ...noticeSubjects,
  ...accountSubjects,
  ...groupSubjects,
  ...peopleSubjects,
  ...mailingSubjects,
  ...linkSubjects,
  ...campaignSubjects,
  ...eventSubjects,
  ...moveSubjects,
  ...segmentSubjects,
  ...compositionSubjects,
  ...ladderSubjects,
  ...exchangeSubjects,
  ...messagingSubjects,
  ...greetingSubjects,
  ...coalitionSubjects,
  ...targetSubjects,
  ...compactSubjects,
  ...directorySubjects,
  ...reportSubjects,
  ...homeSubjects,
];
