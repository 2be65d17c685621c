import type { Policy } from '../../policy.ts';

/** On which of the two sides somebody stands. */
type Sides = { isListingSide: boolean; isAnswerSide: boolean };

/** What a side may do about an answer besides yes and no, also while its group is frozen. */
export const answerPolicy = {
  fulfil: ({ isListingSide, isAnswerSide }) => isListingSide || isAnswerSide,
  withdraw: ({ isAnswerSide }) => isAnswerSide,
} satisfies Policy<Sides>;
