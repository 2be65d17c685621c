import type { MailingDeed } from '../compositions/learning.ts';
import type { LineCondition } from '../segments/lines.ts';

/** What is asked of somebody on a ladder. */
export type Question =
  /** Whether they did this since they began: at this campaign or event, or at any. */
  | { is: 'did'; deed: MailingDeed; thing?: string }
  /** Whether they are no member (any more). */
  | { is: 'left' }
  /** Whether they said no to letters, or to everything. */
  | { is: 'refused' }
  /** Whether one sentence about the group's people is true of them. */
  | { is: 'line'; who: LineCondition };

/** One step, as it is kept. What `send` and `invite` write is a composition beside it. */
export type Step =
  | { is: 'wait'; days: number }
  | { is: 'send' }
  /** To the nearest event to come; within so many kilometres, where both places are known. */
  | { is: 'invite'; km?: number }
  | { is: 'tag'; tag: string }
  /** Who is to keep in touch with them, and what that one reads. */
  | { is: 'hand'; to: string; note: string }
  /** From here on, whoever this is true of leaves the ladder. */
  | { is: 'stop'; question: Question }
  /** Whoever this is true of goes on with the steps on its `yes` side, others with those on its `no` side, and then all after it. */
  | { is: 'branch'; question: Question };
export type StepKind = Step['is'];
export const STEP_KINDS = [
  'wait',
  'send',
  'invite',
  'tag',
  'hand',
  'stop',
  'branch',
] as const satisfies StepKind[];
export const MOST_STEPS = 30;
/** A branch in a branch in a branch nobody reads any more. */
export const MOST_DEPTH = 2;
