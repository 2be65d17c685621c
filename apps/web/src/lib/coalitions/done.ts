const TOLD = {
  applied: 'coalitions.done.applied',
  withdrawn: 'coalitions.done.withdrawn',
  accepted: 'coalitions.done.accepted',
  declined: 'coalitions.done.declined',
  in: 'coalitions.done.in',
  invited: 'coalitions.done.invited',
  resumed: 'coalitions.done.resumed',
  suspended: 'coalitions.done.suspended',
  ended: 'coalitions.done.ended',
  left: 'coalitions.done.left',
  named: 'coalitions.done.named',
  recalled: 'coalitions.done.recalled',
  told: 'coalitions.done.told',
  called: 'coalitions.done.called',
  dropped: 'coalitions.done.dropped',
  seats: 'site.saved',
  budget: 'coalitions.done.budget',
  'budget-ended': 'coalitions.done.budget-ended',
  'budget-kept': 'coalitions.done.budget-kept',
  'budget-dropped': 'coalitions.done.budget-dropped',
} as const;

/** The sentence that says what was just done, as the address of a page names it; null for anything else. */
export function doneSentence(done: string | null) {
  return done !== null && Object.hasOwn(TOLD, done) ? TOLD[done as keyof typeof TOLD] : null;
}
