import type { listingAnswers } from '../tables.ts';

export type AnswerStateName = (typeof listingAnswers.$inferSelect)['state'];

/** From which states an answer comes into one that somebody gives it. */
const BEFORE = {
  taken: ['offered'],
  declined: ['offered', 'taken'],
  fulfilled: ['taken'],
  withdrawn: ['offered', 'taken'],
} as const satisfies Partial<Record<AnswerStateName, readonly AnswerStateName[]>>;

export type GivenState = keyof typeof BEFORE;

/** Whether an answer that stands like this can be brought into another state. */
export function mayBecome(state: AnswerStateName, next: GivenState): boolean {
  return (BEFORE[next] as readonly AnswerStateName[]).includes(state);
}
