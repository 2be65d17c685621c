import fc from 'fast-check';
import { expect, test } from 'vitest';
import { differenceOf, neededEach, plannedVariance, POWER, type Share } from './differences.ts';

/** Numbers between 0 and 1 that look like chance and are the same each time (mulberry32). */
function chances(seed: number) {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** How many of a crowd had done it by each of the looks, most of them early. */
function doers(
  chance: () => number,
  { of, rate, looks }: { of: number; rate: number; looks: number },
): Share[] {
  const byLook = Array.from({ length: looks }, () => 0);
  for (let n = 0; n < of; n++)
    if (chance() < rate) {
      const look = Math.floor(looks * chance() ** 2);
      byLook[look] = (byLook[look] ?? 0) + 1;
    }
  let did = 0;
  return byLook.map((count) => ({ of, did: (did += count) }));
}

/** In how many of a thousand runs a difference was shown at any of the looks. */
function shownOf1000({ rates, each, usual }: { rates: [number, number]; each: number; usual: number }) {
  const chance = chances(20_261_130);
  const planned = plannedVariance({ usual, each });
  let shown = 0;
  for (let run = 0; run < 1000; run++) {
    const [first, second] = rates.map((rate) => doers(chance, { of: each, rate, looks: 48 }));
    const isShown = first?.some((share, look) => {
      const { least, most } = differenceOf(share, second?.[look] ?? share, { planned });
      return least > 0 || most < 0;
    });
    if (isShown) shown += 1;
  }
  return shown;
}

test.each([
  { rate: 0.02, each: 500 },
  { rate: 0.1, each: 400 },
  { rate: 0.4, each: 1_500 },
])('where $rate of both do it, looking 48 times misleads in no more than 5 of 100 runs', ({ rate, each }) => {
  expect(shownOf1000({ rates: [rate, rate], each, usual: rate })).toBeLessThanOrEqual(50);
});

test.each([
  { usual: 0.05, worth: 0.03 },
  { usual: 0.1, worth: 0.05 },
  { usual: 0.3, worth: 0.08 },
])(
  'a difference of $worth from $usual is found in 80 of 100 runs, with as many people as it needs',
  (asked) => {
    const each = neededEach({ ...asked, variants: 2 });
    const rates: [number, number] = [asked.usual, asked.usual + asked.worth];
    expect(shownOf1000({ rates, each, usual: asked.usual })).toBeGreaterThanOrEqual(POWER * 1000);
  },
);

test('what was seen is between the bounds, and the other way round they are the same with another sign', () => {
  const share = fc
    .tuple(fc.nat(5_000), fc.nat(5_000))
    .map(([one, other]) => ({ of: Math.max(one, other), did: Math.min(one, other) }));
  fc.assert(
    fc.property(share, share, (first, second) => {
      const there = differenceOf(first, second);
      const back = differenceOf(second, first);
      expect(there.least).toBeLessThanOrEqual(there.seen);
      expect(there.most).toBeGreaterThanOrEqual(there.seen);
      expect(back.seen).toBeCloseTo(-there.seen, 12);
      expect(back.least).toBeCloseTo(-there.most, 12);
    }),
  );
});

test('nobody is needed less for a smaller difference, nor for more variants', () => {
  const of1000 = (most: number) => fc.integer({ min: 1, max: most }).map((count) => count / 1000);
  fc.assert(
    fc.property(of1000(500), of1000(400), (usual, worth) => {
      const needed = neededEach({ usual, worth, variants: 2 });
      expect(neededEach({ usual, worth: worth / 2, variants: 2 })).toBeGreaterThanOrEqual(needed);
      expect(neededEach({ usual, worth, variants: 4 })).toBeGreaterThanOrEqual(needed);
    }),
  );
});
