import { accountEntries } from './accounts/entries.ts';
import { campaignEntries } from './campaigns/entries.ts';
import { coalitionEntries } from './coalitions/entries.ts';
import { compactEntries } from './compacts/entries.ts';
import { compositionEntries } from './compositions/entries.ts';
import { directoryEntries } from './directory/entries.ts';
import { eventEntries } from './events/entries.ts';
import { exchangeEntries } from './exchanges/entries.ts';
import { greetingEntries } from './greetings/entries.ts';
import { groupEntries } from './groups/entries.ts';
import { ladderEntries } from './ladders/entries.ts';
import { linkEntries } from './links/entries.ts';
import { mailingEntries } from './mailings/entries.ts';
import { messagingEntries } from './messaging/entries.ts';
import { moveEntries } from './moves/entries.ts';
import { outboxEntries } from './outbox/entries.ts';
import { peopleEntries } from './people/entries.ts';
import { reportEntries } from './reports/entries.ts';
import { segmentEntries } from './segments/entries.ts';
import { siteEntries } from './site/entries.ts';
import { stewardshipEntries } from './stewardship/entries.ts';
import { targetEntries } from './targets/entries.ts';

/** Every kind of journal entry there is. Each feature's `entries.ts` is a leaf, so this list makes no feature know another. */
export const entries = {
  ...siteEntries,
  ...outboxEntries,
  ...accountEntries,
  ...groupEntries,
  ...peopleEntries,
  ...mailingEntries,
  ...linkEntries,
  ...campaignEntries,
  ...eventEntries,
  ...moveEntries,
  ...segmentEntries,
  ...compositionEntries,
  ...ladderEntries,
  ...exchangeEntries,
  ...messagingEntries,
  ...greetingEntries,
  ...coalitionEntries,
  ...targetEntries,
  ...compactEntries,
  ...directoryEntries,
  ...reportEntries,
  ...stewardshipEntries,
};
