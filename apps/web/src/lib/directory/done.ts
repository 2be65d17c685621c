const TOLD = {
  up: 'directory.done.up',
  changed: 'site.saved',
  closed: 'directory.done.closed',
  reopened: 'directory.done.reopened',
  answered: 'directory.done.answered',
  taken: 'directory.done.taken',
  declined: 'directory.done.declined',
  fulfilled: 'directory.done.fulfilled',
  withdrawn: 'directory.done.withdrawn',
} as const;

/** The sentence that says what was just done in the directory, as the address of a page names it; null for anything else. */
export function doneInDirectory(done: string | null) {
  return done !== null && Object.hasOwn(TOLD, done) ? TOLD[done as keyof typeof TOLD] : null;
}
