import type { Language } from '@groundwork/words';
import { expect, test } from 'vitest';
import { aSite } from '../testing.ts';
import { isTimeZone } from './time-zones.ts';

test('a zone is an IANA name', () => {
  expect(['Europe/Madrid', 'UTC', 'America/Argentina/Buenos_Aires'].every(isTimeZone)).toBe(true);
  expect(['+01:00', 'Mars/Olympus', '', 'europe', 'GMT+1 or so'].some(isTimeZone)).toBe(false);
});

test.each<[Language, string, string[]]>([
  ['ar', 'مصر', ['Africa/Cairo']],
  ['ar', 'المغرب', ['Africa/Casablanca']],
  ['ar', 'نيويورك', ['America/New_York']],
  ['ar', 'Cairo', ['Africa/Cairo']],
  ['es', 'nueva york', ['America/New_York']],
  ['es', 'MÉXICO ciudad', ['America/Mexico_City']],
  ['es', 'Egipto', ['Africa/Cairo']],
  ['en', 'egypt', ['Africa/Cairo']],
  ['en', 'nowhere at all', []],
  ['en', '\u0301', []],
])('in %s “%s” finds its zone by the one notion of sameness', async (language, search, found) => {
  const site = await aSite();
  const { body } = await site.as(null, language).get(`/time-zones?search=${encodeURIComponent(search)}`);
  expect(body.rows.map(({ timeZone }: { timeZone: string }) => timeZone)).toEqual(found);
});

test('a country of several zones gives each of them, and its own alone where one is called like it', async () => {
  const site = await aSite();
  const zonesIn = async (language: Language, search: string) =>
    (await site.as(null, language).get(`/time-zones?search=${encodeURIComponent(search)}`)).body.rows.map(
      ({ timeZone }: { timeZone: string }) => timeZone,
    );
  expect(await zonesIn('es', 'España')).toEqual(['Africa/Ceuta', 'Atlantic/Canary', 'Europe/Madrid']);
  expect(await zonesIn('ar', 'إسبانيا')).toEqual(['Europe/Madrid']);
});
