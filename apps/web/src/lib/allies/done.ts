const TOLD = {
  added: 'allies.done.added',
  claimed: 'allies.done.claimed',
  withdrawn: 'allies.done.withdrawn',
  accepted: 'allies.done.accepted',
  declined: 'allies.done.declined',
  down: 'allies.done.down',
  back: 'allies.done.back',
  off: 'allies.done.off',
  saved: 'site.saved',
} as const;

/** The sentence that says what was just done about an ally, as the address of a page names it; null for anything else. */
export function allySentence(done: string | null) {
  return done !== null && Object.hasOwn(TOLD, done) ? TOLD[done as keyof typeof TOLD] : null;
}
