import { instantOf, localOf } from '../site/local-times.ts';
import { isTimeZone } from '../site/time-zones.ts';
import type { Loudness, NoticeChoices } from './choices.ts';
import type { Level } from './kinds.ts';

type Asked = {
  level: Level;
  choices: NoticeChoices;
  loudness: Loudness;
  /** Of the level `groups`, and meant for all of the group. */
  isImportant?: boolean;
  /** They want no mail of this kind. */
  isHushed?: boolean;
  timeZone: string;
  now: Date;
  /** Of a kind that gathers: when a mail about the same thing went last, if one did. */
  gathered?: { lastMailAt: Date | null } | null;
};

/** By mail at once, at a moment together with others, or not by mail. */
export type MailWay = { mail: 'now' } | { mail: 'later'; at: Date } | { mail: 'never' };

const NEVER: MailWay = { mail: 'never' };
const MINUTE = 60_000;
/** What gathers waits so long for it to be seen; and so long after a mail about the same, for what comes meanwhile. */
const SEEN_WITHIN = 5 * MINUTE;
const GATHERED_FOR = 30 * MINUTE;

/**
 * Decides how a notice reaches an account by mail. Nothing else asks. What must reach somebody goes at once, whatever they chose;
 * a quiet group sends nothing, and one that is no more than important sends what is theirs or theirs to decide.
 */
export function wayOf({
  level,
  isImportant,
  choices,
  loudness,
  isHushed,
  timeZone,
  now,
  gathered,
}: Asked): MailWay {
  if (level === 'must') return { mail: 'now' };
  if (isHushed || loudness === 'quiet' || (loudness === 'important' && level === 'groups' && !isImportant))
    return NEVER;
  const way = choices[level];
  if (way === 'app') return NEVER;
  const zone = isTimeZone(timeZone) ? timeZone : 'UTC';
  const wanted = way === 'digest' ? nextDigest(choices, zone, now) : soonest(now, gathered);
  const at = afterQuiet(choices, zone, latest(wanted, choices.silentUntil ?? now));
  return at > now ? { mail: 'later', at } : { mail: 'now' };
}

/** The same for a great many at one moment, most of whom chose the same: each answer is found once. */
export function waysAt(now: Date): (asked: Omit<Asked, 'now'>) => MailWay {
  const found = new Map<string, MailWay>();
  return (asked) => {
    const key = JSON.stringify(asked);
    const way = found.get(key) ?? wayOf({ ...asked, now });
    found.set(key, way);
    return way;
  };
}

/** When the next digest goes out, by the clocks of whoever gets it. */
export function nextDigest({ rhythm, hour, weekday }: NoticeChoices, zone: string, now: Date): Date {
  if (rhythm === 'hourly') return new Date(Math.floor(now.getTime() / HOUR) * HOUR + HOUR);
  return nextAt(
    zone,
    now,
    (local) => local.hour === hour && (rhythm === 'daily' || local.weekday === weekday),
  );
}

function soonest(now: Date, gathered: Asked['gathered']): Date {
  if (!gathered) return now;
  const seenBy = new Date(now.getTime() + SEEN_WITHIN);
  const { lastMailAt } = gathered;
  return lastMailAt ? latest(seenBy, new Date(lastMailAt.getTime() + GATHERED_FOR)) : seenBy;
}

/** The moment, or the end of the quiet hours that it falls in. */
function afterQuiet({ quietFrom: from, quietUntil: until }: NoticeChoices, zone: string, at: Date): Date {
  if (from === null || until === null) return at;
  const { hour } = localHour(localOf(at, zone));
  const isQuiet = from < until ? hour >= from && hour < until : hour >= from || hour < until;
  return isQuiet ? nextAt(zone, at, (local) => local.hour === until) : at;
}

const HOUR = 3_600_000;
const HOURS_LOOKED_AT = 8 * 24;

/**
 * The first full hour after a moment at which the clocks of a zone are so. Where they skip that hour, the one after it: nothing is
 * held for ever by a clock that jumps.
 */
function nextAt(zone: string, after: Date, isIt: (local: LocalHour) => boolean): Date {
  const began = Date.parse(`${localOf(after, zone).slice(0, 13)}:00Z`);
  for (let hours = 1; hours <= HOURS_LOOKED_AT; hours += 1) {
    const local = localText(began + hours * HOUR);
    if (!isIt(localHour(local))) continue;
    const instant = instantOf(local, zone) ?? instantOf(localText(began + (hours + 1) * HOUR), zone);
    if (instant && instant > after) return instant;
  }
  return new Date(after.getTime() + 24 * HOUR);
}

type LocalHour = { hour: number; weekday: number };

function localText(at: number): string {
  return new Date(at).toISOString().slice(0, 16);
}

function localHour(local: string): LocalHour {
  const at = new Date(`${local}Z`);
  return { hour: at.getUTCHours(), weekday: at.getUTCDay() };
}

function latest(one: Date, other: Date): Date {
  return one > other ? one : other;
}
