/** The middle and the ends of what several rounds gave. */
export type Spread = { median: number; least: number; most: number };

/** What a pair of figures must reach. `of`: the ratio of ours to the limit, or our own figure alone. */
export type Target = { of: 'ratio' | 'ours'; is: 'at least' | 'at most'; value: number };

/** The middle of an even number of values is between the two in the middle. Throws when there are none. */
export function spreadOf(values: number[]): Spread {
  const sorted = values.toSorted((a, b) => a - b);
  const [least, most] = [sorted[0], sorted.at(-1)];
  if (least === undefined || most === undefined) throw new Error('A spread needs a figure.');
  return { median: percentile(sorted, 0.5), least, most };
}

/** Ours to the limit, round by round: what disturbed the machine in one round disturbed both. */
export function ratiosOf(ours: number[], limits: number[]): number[] {
  return ours.flatMap((value, round) => {
    const limit = limits[round];
    return limit === undefined || limit === 0 ? [] : [value / limit];
  });
}

/** The value below which the share of `sorted` values lies, between two values where it falls between them. */
export function percentile(sorted: number[], share: number): number {
  const place = share * (sorted.length - 1);
  const below = sorted[Math.floor(place)] ?? 0;
  const above = sorted[Math.ceil(place)] ?? below;
  return below + (above - below) * (place - Math.floor(place));
}

/** Whether the middle of the rounds reaches every line; null where there is none, or nothing to compare with. */
export function isReached(lines: Target[], ours: Spread, ratio: Spread | null): boolean | null {
  const reached = lines.map(({ of, is, value }) => {
    const found = of === 'ours' ? ours.median : ratio?.median;
    if (found === undefined) return null;
    return is === 'at least' ? found >= value : found <= value;
  });
  if (reached.includes(false)) return false;
  return reached.length === 0 || reached.includes(null) ? null : true;
}
