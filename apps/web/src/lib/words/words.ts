import { direction, type Language } from '@groundwork/words/languages';
import { fill } from '@groundwork/words/sentences';
import type { Catalog, Key, ParamsOf } from '@groundwork/words';
import { dateFormat, type DateStyle } from '@groundwork/words/dates';
import { listFormat, numberFormat, relativeFormat, type NumberStyle } from './intl.ts';

/** A moment as ISO text, milliseconds or Date. Text of ten characters (`2026-12-05`) is a day, in no zone. */
export type Moment = string | number | Date;

/** Everything a page says, in one language. */
export type Words = {
  language: Language;
  direction: 'ltr' | 'rtl';
  /** The `lang` of what somebody wrote, beside its `dir="auto"`: none where it is in the page's own language, or nobody knows. */
  langOf(written: Language | null | undefined): Language | undefined;
  /** The reader's own zone: what `date` uses when none is given. */
  timeZone: string;
  /** The sentence behind a key; params are required when it has placeholders. */
  t<K extends Key>(key: K, ...params: ParamsOf<K>): string;
  number(figure: number, style?: NumberStyle): string;
  /** Ana, Luis and Dev. */
  list(names: readonly string[]): string;
  /** The same in parts, for names that are links: `index` says whose a part is, null what stands between. */
  listParts(names: readonly string[]): { text: string; index: number | null }[];
  date(moment: Moment, style?: DateStyle, timeZone?: string): string;
  /** From start to end, saying what both share only once. */
  dateRange(start: Moment, end: Moment, style?: DateStyle, timeZone?: string): string;
  /** In 3 days, yesterday, 5 minutes ago. */
  relative(moment: Moment, now?: number): string;
  /** What the zone is called at that moment: Eastern Standard Time. */
  zoneName(timeZone: string, moment?: Moment): string;
};

/** The words of one language for readers in one zone; the same object each time. */
export function wordsFor(language: Language, timeZone: string, catalog: Catalog): Words {
  const key = `${language} ${timeZone}`;
  const words = made.get(key) ?? makeWords(language, timeZone, catalog);
  made.set(key, words);
  return words;
}

const made = new Map<string, Words>();

function makeWords(language: Language, timeZone: string, catalog: Catalog): Words {
  const format = (moment: Moment, style: DateStyle, zone: string) =>
    dateFormat(language, isDay(moment) ? 'UTC' : zone, style, zone);
  return {
    language,
    direction: direction(language),
    langOf: (written) => (written === language ? undefined : (written ?? undefined)),
    timeZone,
    t: (key, ...[params]) => fill(language, (catalog as Partial<Catalog>)[key] ?? key, params),
    number: (figure, style = 'plain') => numberFormat(language, style).format(figure),
    list: (names) => listFormat(language).format(names),
    listParts: (names) => partsOf(listFormat(language).formatToParts(names)),
    date: (moment, style = 'day', zone = timeZone) => format(moment, style, zone).format(new Date(moment)),
    dateRange: (start, end, style = 'moment', zone = timeZone) =>
      format(start, style, zone).formatRange(new Date(start), new Date(end)),
    relative: (moment, now = Date.now()) => relativeTo(language, new Date(moment).getTime() - now),
    zoneName: (zone, moment = Date.now()) => zoneName(language, zone, moment),
  };
}

function partsOf(parts: { type: 'element' | 'literal'; value: string }[]) {
  let index = 0;
  return parts.map(({ type, value: text }) => ({ text, index: type === 'element' ? index++ : null }));
}

function isDay(moment: Moment) {
  return typeof moment === 'string' && moment.length === 10;
}

const units: [Intl.RelativeTimeFormatUnit, number][] = [
  ['year', 31_557_600_000],
  ['month', 2_629_800_000],
  ['week', 604_800_000],
  ['day', 86_400_000],
  ['hour', 3_600_000],
  ['minute', 60_000],
];

function relativeTo(language: Language, milliseconds: number) {
  const [unit, length] = units.find(([, size]) => Math.abs(milliseconds) >= size) ?? [
    'minute' as const,
    60_000,
  ];
  return relativeFormat(language).format(Math.trunc(milliseconds / length), unit);
}

function zoneName(language: Language, zone: string, moment: Moment) {
  const parts = dateFormat(language, zone, 'zone').formatToParts(new Date(moment));
  return parts.find(({ type }) => type === 'timeZoneName')?.value ?? zone;
}
