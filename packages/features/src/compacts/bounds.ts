/** How far the terms of an agreement between two groups may go. */
export const COMPACT_BOUNDS = {
  mostAYear: 12,
  /** Whoever is to say yes has an hour at least. */
  leastNoticeHours: 1,
  noticeHours: 336,
  endingDays: 90,
  years: 3,
} as const;

/** What a letter may say of its reader, taken from what their group holds of them, where the terms allow it. */
export const LETTER_FIELDS = ['first-name', 'name'] as const;
export type LetterField = (typeof LETTER_FIELDS)[number];

/** How many people two groups have in common is asked for so seldom, can be answered for so long, and is about whoever is there so long. */
export const OVERLAP_DAYS = { between: 30, toAnswer: 14, known: 30 } as const;

/** Below it no number is said of people in common. */
export const LEAST_IN_COMMON = 50;

/** By what of the terms a use is refused, or lapses. */
export const CLAUSES = [
  'most-a-year',
  'until',
  'ended',
  'fields',
  'notice',
  'too-soon',
  'unanswered',
] as const;
export type Clause = (typeof CLAUSES)[number];
