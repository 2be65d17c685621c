import { expect, test } from 'vitest';
import { zoneNamed, zoneNames, zonesCalled } from './zones.ts';

test('zones have today’s names, each once', () => {
  const names = zoneNames('Europe/Kyiv');
  expect(names).toEqual(expect.arrayContaining(['UTC', 'Europe/Kyiv', 'Asia/Kolkata', 'America/Nuuk']));
  expect(names.filter((name) => /Kiev|Calcutta|Saigon|Godthab|Rangoon/.test(name))).toEqual([]);
  expect(new Set(names).size).toBe(names.length);
});

test.for([
  ['Europe/Madrid', 'Europe/Madrid'],
  ['new york', 'America/New_York'],
  [' europe/kiev ', 'Europe/Kyiv'],
  ['Buenos Aires', 'America/Argentina/Buenos_Aires'],
  ['utc', 'UTC'],
  ['Nowhere', undefined],
] as const)('"%s" is read as %s', ([typed, zone]) => {
  expect(zoneNamed(typed)).toBe(zone);
});

test('a language calls a zone by its place and its country, and today’s zones are all there', () => {
  const cairo = zonesCalled('ar').find(({ timeZone }) => timeZone === 'Africa/Cairo');
  expect(cairo).toMatchObject({ place: expect.stringContaining('مصر'), country: 'مصر' });
  const york = zonesCalled('es').find(({ timeZone }) => timeZone === 'America/New_York');
  expect(york).toMatchObject({ place: expect.stringContaining('Nueva York'), country: 'Estados Unidos' });
  for (const language of ['en', 'es', 'ar'] as const)
    expect(zonesCalled(language).map(({ timeZone }) => timeZone)).toEqual(zoneNames());
});
