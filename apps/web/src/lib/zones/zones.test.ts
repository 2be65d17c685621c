import { expect, test } from 'vitest';
import { readZone, zoneNames } from './zones.ts';

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
  ['Nowhere', 'Nowhere'],
] as const)('"%s" is read as %s', ([typed, zone]) => {
  expect(readZone(typed)).toBe(zone);
});
