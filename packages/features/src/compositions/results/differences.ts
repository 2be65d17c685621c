/** Of so many, so many did it. */
export type Share = { of: number; did: number };
/** By how much more of the second did it than of the first, of one: what was seen, and between which bounds it is. */
export type Difference = { seen: number; least: number; most: number };

/** How often bounds may be wrong, of one, however often somebody looks. */
const ERROR = 0.05;
/** How often a difference that is worth knowing of is to be found, of one. */
export const POWER = 0.8;

/**
 * By how much two groups that were drawn by lot differ so far, with bounds that hold at all times together, as long as both are
 * equally quick: whoever looks every hour and stops when they like is misled no more often than `error`. Where one letter only
 * works faster it is ahead for a while: what holds then is what is seen when its days are over. (A normal-mixture confidence
 * sequence: Robbins 1970, Annals of Mathematical Statistics 41; equation 14 of Howard, Ramdas, McAuliffe and Sekhon 2021,
 * Annals of Statistics 49(2), over the two counts as they grow with time.) `planned`: what the variance is thought to be in
 * the end, where the bounds are to be narrowest; thought beforehand, or they are not what they are called.
 */
export function differenceOf(first: Share, second: Share, { error, planned }: Asked): Difference {
  const seen = rateOf(second) - rateOf(first);
  const variance = Math.max(varianceOf(first) + varianceOf(second), varianceAlike(first, second));
  const half = halfWidth(variance, planned / NARROW, error);
  return { seen, least: Math.max(-1, seen - half), most: Math.min(1, seen + half) };
}
type Asked = { error: number; planned: number };

/** How far from what was seen the bounds are, `mixed` being the variance of the mixture. */
function halfWidth(variance: number, mixed: number, error: number): number {
  const sum = variance + mixed;
  return Math.sqrt(sum * (2 * Math.log(1 / error) + Math.log(sum / mixed)));
}

/** So many times the mixture's variance is the one at which its bounds are narrowest, for an error of 1 in 20 to 1 in 60. */
const NARROW = 8.5;

function rateOf({ of, did }: Share): number {
  return of === 0 ? 0 : did / of;
}

/** Of a rate. Somebody who did it and somebody who did not are added: of few, a rate of none says little. */
function varianceOf({ of, did }: Share): number {
  const rate = (did + 1) / (of + 2);
  return (rate * (1 - rate)) / (of + 2);
}

/** Of the difference if both had the rate of all together: where one group is small, its own says little. */
function varianceAlike(first: Share, second: Share): number {
  const rate = (first.did + second.did + 1) / (first.of + second.of + 2);
  return rate * (1 - rate) * (1 / (first.of + 1) + 1 / (second.of + 1));
}

/**
 * How many people each of so many variants needs, so that a difference of `worth` from `usual` (both of one) is found with
 * POWER by its last day, and none where there is none but with ERROR.
 */
export function neededEach({
  usual,
  worth,
  variants,
}: {
  usual: number;
  worth: number;
  variants: number;
}): number {
  const other = usual + worth;
  const alone = usual * (1 - usual);
  // Of one person of each; of so many it is so many times less.
  const variance = alone + Math.max(alone, other * (1 - other));
  const bound = halfWidth(variance, (2 * alone) / NARROW, errorOfEach(variants));
  return Math.ceil(((bound + POWER_AT * Math.sqrt(variance)) / worth) ** 2);
}

/** The quantile of the normal distribution at POWER. */
const POWER_AT = 0.8416;

/** Each variant is compared with the first: all that is compared may together be wrong as often as one (Bonferroni). */
export function errorOfEach(variants: number): number {
  return errorAmong(variants - 1);
}

/** How often each of so many comparisons may be wrong, of one. */
export function errorAmong(comparisons: number): number {
  return ERROR / Math.max(1, comparisons);
}

/** What the variance of a difference between so many and so many others is thought to be in the end. */
export function plannedVariance(usual: number, counts: [number, number]): number {
  return counts.reduce((sum, count) => sum + (usual * (1 - usual)) / Math.max(1, count), 0);
}
