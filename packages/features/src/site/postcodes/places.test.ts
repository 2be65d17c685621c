import { assert, double, integer, property, record } from 'fast-check';
import { expect, test } from 'vitest';
import { boxAround, type Box, type Position } from './places.ts';

const somePlace = record({
  latitude: double({ min: -90, max: 90, noNaN: true }),
  longitude: double({ min: -180, max: 180, noNaN: true }),
});

function isIn({ latitude, longitude }: Position, { south, north, west, east }: Box) {
  const isBetween =
    west <= east ? longitude >= west && longitude <= east : longitude >= west || longitude <= east;
  return latitude >= south && latitude <= north && isBetween;
}

/** Where somebody stands after so many kilometres in a direction: the direct problem on a ball. */
function after({ latitude, longitude }: Position, km: number, heading: number): Position {
  const [up, far] = [radians(latitude), km / 6371.0088];
  const sine = Math.sin(up) * Math.cos(far) + Math.cos(up) * Math.sin(far) * Math.cos(heading);
  const turn = Math.atan2(
    Math.sin(heading) * Math.sin(far) * Math.cos(up),
    Math.cos(far) - Math.sin(up) * sine,
  );
  const there = longitude + degrees(turn);
  return { latitude: degrees(Math.asin(sine)), longitude: ((there + 540) % 360) - 180 };
}
const radians = (degrees: number) => (degrees * Math.PI) / 180;
const degrees = (radians: number) => (radians * 180) / Math.PI;

test('a box holds whatever is within so many kilometres, over the poles and the line of the date, too', () => {
  assert(
    property(
      somePlace,
      integer({ min: 1, max: 500 }),
      double({ min: 0, max: 1, noNaN: true }),
      double({ min: 0, max: 2 * Math.PI, noNaN: true }),
      (place, km, part, heading) => {
        expect(isIn(after(place, km * part, heading), boxAround(place, km))).toBe(true);
      },
    ),
    { numRuns: 2_000 },
  );
});

test('a box is not much larger than it must be', () => {
  const { south, north, west, east } = boxAround({ latitude: 51.5, longitude: 0 }, 10);
  expect(north - south).toBeLessThan(0.19);
  expect(east - west).toBeLessThan(0.3);
});
