import { DEEDS, type MailingDeed, type Variant } from '../learning.ts';

/** What is counted of those who got a mailing, beside what they may do: that they want no more. */
const COUNTED = [...DEEDS, 'left'] as const;
export type CountedDeed = MailingDeed | 'left';

/** How many of those alike in all of this were written down, and how many of them did what. */
export type Tally = {
  /** Null: whom the lot left out. */
  variant: Variant | null;
  language: 'en' | 'es' | 'ar';
  source: string;
  line: number | null;
  count: number;
} & Record<CountedDeed, number>;

/** Tallies put together by something that they have in common, the largest first. */
export function sumBy<Key>(tallies: Tally[], keyOf: (tally: Tally) => Key) {
  return [...Map.groupBy(tallies, keyOf)]
    .map(([key, some]) => ({ key, ...sumOf(some) }))
    .sort((one, other) => other.count - one.count);
}

export type Sum = { count: number; deeds: Record<CountedDeed, number> };

/** How many they are in all, and how many of them did what. */
export function sumOf(tallies: Tally[]): Sum {
  const total = (of: CountedDeed | 'count') => tallies.reduce((sum, tally) => sum + tally[of], 0);
  const deeds = { signed: 0, coming: 0, came: 0, joined: 0, answered: 0, left: 0 };
  for (const deed of COUNTED) deeds[deed] = total(deed);
  return { count: total('count'), deeds };
}
