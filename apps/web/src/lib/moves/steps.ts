const DAY = 86_400_000;

/** What is done before a place falls silent, and how many days before. */
const steps = [
  { step: 'pin', daysBefore: 42 },
  { step: 'again', daysBefore: 14 },
  { step: 'last', daysBefore: 3 },
  { step: 'silent', daysBefore: 0 },
] as const;

/**
 * The steps of leaving a place by its last day, each with its day (`2027-03-01`); null: without delay, since the day is over
 * or nobody settled the last one. `today` is a day too.
 */
export function stepsUntil(silentOn: string | null, today: string) {
  return steps.map(({ step, daysBefore }) => {
    if (silentOn === null) return { step, on: null };
    const on = new Date(Date.parse(silentOn) - daysBefore * DAY).toISOString().slice(0, 10);
    return { step, on: on > today ? on : null };
  });
}
