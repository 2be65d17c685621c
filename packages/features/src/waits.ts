import { campaignWaits } from './campaigns/waits.ts';
import { coalitionWaits } from './coalitions/waits.ts';
import { compactWaits } from './compacts/waits.ts';
import { compositionWaits } from './compositions/waits.ts';
import { directoryWaits } from './directory/waits.ts';
import { eventWaits } from './events/waits.ts';
import { exchangeWaits } from './exchanges/waits.ts';
import { greetingWaits } from './greetings/waits.ts';
import { groupWaits } from './groups/waits.ts';
import { ladderWaits } from './ladders/waits.ts';
import { messagingWaits } from './messaging/waits.ts';
import { reportWaits } from './reports/waits.ts';
import { stewardshipWaits } from './stewardship/waits.ts';
import { targetWaits } from './targets/waits.ts';

/** Every kind of thing that can wait for somebody. */
export const waits = [
  ...groupWaits,
  ...campaignWaits,
  ...eventWaits,
  ...compositionWaits,
  ...ladderWaits,
  ...exchangeWaits,
  ...messagingWaits,
  ...greetingWaits,
  ...coalitionWaits,
  ...targetWaits,
  ...compactWaits,
  ...directoryWaits,
  ...reportWaits,
  ...stewardshipWaits,
];

export type WaitKind = (typeof waits)[number]['kind'];
