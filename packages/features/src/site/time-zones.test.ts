import { expect, test } from 'vitest';
import { isTimeZone } from './time-zones.ts';

test('a zone is an IANA name', () => {
  expect(['Europe/Madrid', 'UTC', 'America/Argentina/Buenos_Aires'].every(isTimeZone)).toBe(true);
  expect(['+01:00', 'Mars/Olympus', '', 'europe', 'GMT+1 or so'].some(isTimeZone)).toBe(false);
});
