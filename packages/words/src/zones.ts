import type { Language } from './languages.ts';
import { placeName } from './moments.ts';

/** What a zone is called where a language is spoken: its place, as Intl says it, and its country. */
export type ZoneCalled = { timeZone: string; place: string; country: string };

/** Every time zone there is, by today's names, with one that is chosen kept even when this machine does not list it. */
export function zoneNames(chosen = ''): string[] {
  const listed = Intl.supportedValuesOf('timeZone').map(zoneToday);
  return [...new Set(['UTC', ...listed, chosen])].filter(Boolean).sort();
}

/** A zone by the name it has today. */
export function zoneToday(zone: string): string {
  return TODAY.get(zone) ?? zone;
}

/** The zone that has or had this name, written in any way: `europe/kiev`; or whose city has: `New York`. Else undefined. */
export function zoneNamed(typed: string): string | undefined {
  const wanted = plain(typed);
  const before = [...TODAY.keys()].find((name) => plain(name) === wanted);
  const isMeant = (zone: string) => plain(zone) === wanted || plain(zone.split('/').at(-1) ?? '') === wanted;
  return before ? zoneToday(before) : zoneNames().find(isMeant);
}

/**
 * The zones as a language calls them. Intl translates the country of a zone, or its city where a country has several, and
 * no city else: so there are no names of cities here that nobody keeps up to date.
 */
export function zonesCalled(language: Language): ZoneCalled[] {
  const known = called.get(language) ?? callZones(language);
  called.set(language, known);
  return known;
}
const called = new Map<Language, ZoneCalled[]>();

function callZones(language: Language): ZoneCalled[] {
  const names = new Intl.DisplayNames(language, { type: 'region' });
  return zoneNames().map((timeZone) => {
    const country = countryOf(timeZone);
    const place = timeZone === 'UTC' ? timeZone : placeName(language, timeZone);
    return { timeZone, place, country: (country && names.of(country)) ?? '' };
  });
}

/** The countries as a language calls them, in its order, with their codes of ISO 3166. */
export function countriesCalled(language: Language): { code: string; name: string }[] {
  const names = new Intl.DisplayNames(language, { type: 'region' });
  const codes = allCodes().filter((code) => zonesOf(code).length > 0);
  const named = codes.map((code) => ({ code, name: names.of(code) ?? code }));
  return named.sort((a, b) => a.name.localeCompare(b.name, language));
}

let countries: Map<string, string> | undefined;
/** The code of the country that a zone lies in. */
function countryOf(timeZone: string): string | undefined {
  countries ??= new Map(allCodes().flatMap(zonesOf));
  return countries.get(timeZone);
}

/** `AA` to `ZZ`: Intl lists no countries, but says which zones each has. */
function allCodes() {
  const letters = Array.from({ length: 26 }, (_, at) => String.fromCodePoint(65 + at));
  return letters.flatMap((first) => letters.map((second) => `${first}${second}`));
}

function zonesOf(code: string): [string, string][] {
  const locale: Locale = new Intl.Locale(`und-${code}`);
  // A code of before, as `DD`, is said by that of today.
  const region = locale.region ?? code;
  return (locale.getTimeZones?.() ?? []).map((zone) => [zoneToday(zone), region]);
}

/** As machines have it, and TypeScript does not yet. */
type Locale = Intl.Locale & { getTimeZones?: () => string[] | undefined };

function plain(name: string) {
  return name
    .trim()
    .toLowerCase()
    .replaceAll(/[\s_]+/g, ' ');
}

/** Machines go on listing zones as they were once called. */
const TODAY = new Map([
  ['Africa/Asmera', 'Africa/Asmara'],
  ['America/Buenos_Aires', 'America/Argentina/Buenos_Aires'],
  ['America/Catamarca', 'America/Argentina/Catamarca'],
  ['America/Coral_Harbour', 'America/Atikokan'],
  ['America/Cordoba', 'America/Argentina/Cordoba'],
  ['America/Godthab', 'America/Nuuk'],
  ['America/Indianapolis', 'America/Indiana/Indianapolis'],
  ['America/Jujuy', 'America/Argentina/Jujuy'],
  ['America/Louisville', 'America/Kentucky/Louisville'],
  ['America/Mendoza', 'America/Argentina/Mendoza'],
  ['Asia/Calcutta', 'Asia/Kolkata'],
  ['Asia/Katmandu', 'Asia/Kathmandu'],
  ['Asia/Rangoon', 'Asia/Yangon'],
  ['Asia/Saigon', 'Asia/Ho_Chi_Minh'],
  ['Atlantic/Faeroe', 'Atlantic/Faroe'],
  ['Europe/Kiev', 'Europe/Kyiv'],
  ['Pacific/Enderbury', 'Pacific/Kanton'],
  ['Pacific/Ponape', 'Pacific/Pohnpei'],
  ['Pacific/Truk', 'Pacific/Chuuk'],
]);
