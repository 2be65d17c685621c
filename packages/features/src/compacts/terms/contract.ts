import { Type, type Static } from 'typebox';
import { LENGTHS } from '../../lengths.ts';
import { maybeProse, Slug } from '../../texts.ts';
import { CompactTerms } from '../contract.ts';

const Word = Type.Optional(maybeProse(LENGTHS.reason));

/** A group proposes to another what one of them may do: `hears` says whose people hear. */
export const NewCompact = Type.Interface([CompactTerms], {
  with: Slug,
  hears: Type.Enum(['ours', 'theirs']),
  word: Word,
});
export type NewCompact = Static<typeof NewCompact>;

/** Other terms, which take the place of what was proposed, and of what is in force once the other side agrees. */
export const NewTerms = Type.Interface([CompactTerms], { word: Word });
export type NewTerms = Static<typeof NewTerms>;

/** The other side says yes or no to terms, or who proposed them takes them back. */
export const TermsDecision = Type.Object({
  decision: Type.Enum(['agreed', 'declined', 'withdrawn']),
  word: Word,
});
export type TermsDecision = Static<typeof TermsDecision>;

export const CompactEnding = Type.Object({ word: Word });
export type CompactEnding = Static<typeof CompactEnding>;
