/**
 * What comes of a step for somebody, besides why a letter does not go to them: it was done, or its question was true; a
 * branch's was not; they left the ladder there; it was ended; and why else it was not done.
 */
export const OUTCOMES = [
  ...(['done', 'no', 'stopped', 'ended'] as const),
  ...(['no-event', 'colleague-gone', 'tags-full', 'unsent'] as const),
] as const;
