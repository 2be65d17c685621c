/**
 * How fast one provider of mailboxes takes mail from this site, and what it said of late. Seconds everywhere; `at` is a
 * moment in seconds of the epoch.
 */
export type Pace = {
  perSecond: number;
  /** How fast it was when it was asked to slow down the last time, and when that was; null: never, or long ago. */
  troubledPerSecond: number | null;
  troubledAt: number | null;
  /** When it took one the last time; null: never. */
  tookAt: number | null;
  /** Nothing goes there before; and how many times in a row it had to stop. */
  restsUntil: number | null;
  stopCount: number;
  /** What became of the mail of the present stretch. */
  stretchFrom: number;
  takenCount: number;
  putOffCount: number;
};

/** What became of mails: how many were taken, and how many the server did not want now. */
export type Outcome = { takenCount: number; putOffCount: number };

/** How a kind of pace begins, how far it rises, and how long it rests: of a provider, or of the site's own mail server. */
export type Temper = { start: number; most: number; firstStop: number; longestStop: number };

/** So many leave for a provider that nobody knows yet before its answers are looked at. */
export const FIRST_FEW = 50;
export const PROVIDER: Temper = { start: 10, most: 2_000, firstStop: 60, longestStop: 3_600 };

/** A trickle never ends: by it the site finds out that a provider takes mail again. */
const LEAST = 0.2;
const STRETCH = 2;
/** Answers to mails that were under way when it slowed down say nothing new. */
const BREATH = 3;
const DAY = 86_400;
/** Of how many, and which share of all, is trouble; and a provider that wants nothing at all. */
const TROUBLE = { count: 3, share: 0.05 };
const SHUT = { count: 20, share: 0.8 };

export function newPace({ start }: Temper, at: number): Pace {
  return {
    perSecond: start,
    ...{ troubledPerSecond: null, troubledAt: null, tookAt: null, restsUntil: null, stopCount: 0 },
    ...{ stretchFrom: at, takenCount: 0, putOffCount: 0 },
  };
}

/** Whether it says too little for a provider that nobody knows to be known by it. */
export function saysLittle({ takenCount, putOffCount }: Outcome): boolean {
  return putOffCount === 0 && takenCount < FIRST_FEW / 2;
}

/** How many may leave right after the first few did: they were more than its pace, and are made up for. */
export function headroomAfterFirst({ start }: Temper, { takenCount, putOffCount }: Outcome): number {
  return Math.min(0, start * STRETCH - takenCount - putOffCount);
}

/**
 * The pace after these outcomes: more by half every two seconds as long as all goes well and there is more to send; half
 * as fast as soon as one in twenty is put off, and from then on slowly back to a little less than where that was. A
 * provider that takes next to nothing is left alone for a minute, and twice as long each time. (Additive increase and
 * multiplicative decrease, as TCP does: Jacobson 1988, RFC 5681.)
 */
export function paceAfter(
  known: Pace,
  outcome: Outcome,
  { at, temper }: { at: number; temper: Temper },
): Pace {
  const pace = asOf(known, at);
  // Set back, a clock would make a stretch that does not end.
  const stretchFrom = Math.min(pace.stretchFrom, at + BREATH);
  if (at < stretchFrom) return { ...pace, stretchFrom };
  const counted = {
    ...pace,
    stretchFrom,
    tookAt: outcome.takenCount > 0 ? at : pace.tookAt,
    takenCount: pace.takenCount + outcome.takenCount,
    putOffCount: pace.putOffCount + outcome.putOffCount,
  };
  const share = counted.putOffCount / Math.max(1, counted.takenCount + counted.putOffCount);
  if (counted.putOffCount >= TROUBLE.count && share > TROUBLE.share)
    return slowed(counted, { isShut: isShut(known, counted, at), at, temper });
  if (at - stretchFrom < STRETCH) return counted;
  const isUsed = counted.takenCount >= (counted.perSecond * (at - stretchFrom)) / 2;
  return {
    ...counted,
    ...(isUsed && { perSecond: Math.min(temper.most, risen(counted, at)), stopCount: 0 }),
    ...{ stretchFrom: at, takenCount: 0, putOffCount: 0 },
  };
}

/** How many may leave at this moment, `headroom` being what was left `elapsed` seconds ago. */
export function headroomAfter(
  { perSecond }: Pick<Pace, 'perSecond'>,
  headroom: number,
  elapsed: number,
): number {
  return Math.min(Math.max(1, perSecond * STRETCH), headroom + Math.max(0, elapsed) * perSecond);
}

/** Trouble of the day before is forgotten. */
function asOf(pace: Pace, at: number): Pace {
  const isLongAgo = pace.troubledAt !== null && at - pace.troubledAt > DAY;
  return isLongAgo ? { ...pace, troubledAt: null, troubledPerSecond: null, stopCount: 0 } : pace;
}

/** Whether it wants nothing at all. One that took some a moment ago was only given more than it takes at once. */
function isShut({ tookAt }: Pace, { takenCount, putOffCount }: Pace, at: number): boolean {
  const isAwake = tookAt !== null && Math.abs(at - tookAt) <= BREATH;
  const count = takenCount + putOffCount;
  return !isAwake && count >= SHUT.count && putOffCount / count > SHUT.share;
}

type Trouble = { isShut: boolean; at: number; temper: Temper };

function slowed(pace: Pace, { isShut, at, temper }: Trouble): Pace {
  const rest = isShut ? Math.min(temper.longestStop, temper.firstStop * 2 ** pace.stopCount) : BREATH;
  return {
    perSecond: Math.max(LEAST, pace.perSecond / 2),
    troubledPerSecond: pace.perSecond,
    troubledAt: at,
    tookAt: pace.tookAt,
    restsUntil: at + rest,
    stopCount: isShut ? pace.stopCount + 1 : pace.stopCount,
    stretchFrom: at + rest,
    ...{ takenCount: 0, putOffCount: 0 },
  };
}

/** Near to where it was trouble it goes by hairs, and by more the longer that is ago (as CUBIC does: RFC 9438). */
function risen({ perSecond, troubledPerSecond, troubledAt }: Pace, at: number): number {
  if (troubledPerSecond === null || troubledAt === null) return perSecond * 1.5;
  if (perSecond < troubledPerSecond * 0.8) return perSecond * 1.1;
  return perSecond * Math.min(1.1, 1 + 0.002 * 2 ** Math.max(0, (at - troubledAt - 20) / 10));
}
