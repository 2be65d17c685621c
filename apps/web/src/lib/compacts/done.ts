const TOLD = {
  proposed: 'compacts.done.proposed',
  agreed: 'compacts.done.agreed',
  declined: 'compacts.done.declined',
  withdrawn: 'compacts.done.withdrawn',
  ended: 'compacts.done.ended',
  asked: 'compacts.done.asked',
  'use-agreed': 'compacts.done.use-agreed',
  wished: 'compacts.done.wished',
  'overlap-agreed': 'compacts.done.overlap-agreed',
} as const;

/** The sentence that says what was just done, as the address of a page names it; null for anything else. */
export function compactDone(done: string | null) {
  return done !== null && Object.hasOwn(TOLD, done) ? TOLD[done as keyof typeof TOLD] : null;
}
