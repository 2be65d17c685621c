import type { Mailer } from '@groundwork/mail';
import { accountHandlers } from './accounts/handlers.ts';
import { audiences } from './audiences.ts';
import { campaignHandlers } from './campaigns/handlers.ts';
import { coalitionHandlers } from './coalitions/handlers.ts';
import { compactHandlers } from './compacts/handlers.ts';
import { compositionHandlers } from './compositions/handlers.ts';
import type { House } from './context.ts';
import { directoryHandlers } from './directory/handlers.ts';
import { eventHandlers } from './events/handlers.ts';
import { takeAnswer } from './exchanges/arriving.ts';
import { exchangeHandlers } from './exchanges/handlers.ts';
import { greetingHandlers } from './greetings/handlers.ts';
import { homeHandlers } from './home/handlers.ts';
import type { PushNet } from './home/pushes/posting.ts';
import { groupHandlers } from './groups/handlers.ts';
import { ladderHandlers } from './ladders/handlers.ts';
import { limitHandlers } from './limits/handlers.ts';
import { linkHandlers } from './links/handlers.ts';
import { mailingHandlers } from './mailings/handlers.ts';
import { watchBy } from './mailings/watching.ts';
import { mailingKinds } from './mailings.ts';
import { messagingHandlers } from './messaging/handlers.ts';
import { moveHandlers } from './moves/handlers.ts';
import { outboxHandlers } from './outbox/handlers.ts';
import { openReturns, type ReturnReader } from './outbox/returns/arriving.ts';
import { peopleHandlers } from './people/handlers.ts';
import { reportHandlers } from './reports/handlers.ts';
import { openNet } from './site/net.ts';
import { segmentHandlers } from './segments/handlers.ts';
import { stewardshipHandlers } from './stewardship/handlers.ts';
import { subjects } from './subjects.ts';
import { targetHandlers } from './targets/handlers.ts';
import type { Handlers } from './work.ts';

const known = { audiences, kinds: mailingKinds };

/** What mail that comes back, or is answered, is read by. */
export function returnsOf(house: House): ReturnReader {
  return openReturns({ ...house, ...watchBy(known), answered: takeAnswer });
}

/** What every feature does later, by feature: the worker's door. Phones are rung over another net than the open one in tests alone. */
export function handlers(mailer: Mailer | null, net: PushNet = openNet) {
  return {
    limits: limitHandlers,
    outbox: outboxHandlers(mailer, watchBy(known)),
    accounts: accountHandlers,
    groups: groupHandlers,
    people: peopleHandlers(subjects),
    mailings: mailingHandlers(known),
    links: linkHandlers,
    campaigns: campaignHandlers(subjects),
    events: eventHandlers(subjects),
    moves: moveHandlers,
    segments: segmentHandlers,
    compositions: compositionHandlers,
    ladders: ladderHandlers,
    exchanges: exchangeHandlers,
    messaging: messagingHandlers,
    greetings: greetingHandlers,
    coalitions: coalitionHandlers,
    targets: targetHandlers,
    compacts: compactHandlers,
    directory: directoryHandlers,
    reports: reportHandlers,
    stewardship: stewardshipHandlers(subjects),
    home: homeHandlers(net),
  } satisfies Record<string, Handlers>;
}

type All = ReturnType<typeof handlers>;
/** What runs by the clock, by name. */
export type SweepName = {
  [Feature in keyof All]: All[Feature] extends { every: infer Sweeps } ? keyof Sweeps : never;
}[keyof All];
