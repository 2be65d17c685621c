import fc from 'fast-check';
import { expect, test } from 'vitest';
import { differenceOf, errorAmong, neededEach, plannedVariance, POWER, type Share } from './differences.ts';

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

type Crowd = { of: number; rate: number; looks: number; isQuick?: boolean };

/** How many of a crowd had done it by each of the looks: of a quick one nearly all at once. */
function doers(chance: () => number, { of, rate, looks, isQuick = false }: Crowd): Share[] {
  const byLook = Array.from({ length: looks }, () => 0);
  for (let n = 0; n < of; n++)
    if (chance() < rate) {
      const look = Math.floor(looks * chance() ** (isQuick ? 12 : 2));
      byLook[look] = (byLook[look] ?? 0) + 1;
    }
  let did = 0;
  return byLook.map((count) => ({ of, did: (did += count) }));
}

type Runs = { crowds: [Omit<Crowd, 'looks'>, Omit<Crowd, 'looks'>]; usual: number; comparisons?: number };

/** In how many of a thousand runs a difference was shown at any of 48 looks, and at the last one. */
function shownOf1000({ crowds, usual, comparisons = 1 }: Runs) {
  const chance = chances(20_261_130);
  const error = errorAmong(comparisons);
  const planned = plannedVariance(usual, [crowds[0].of, crowds[1].of]);
  const shown = { ever: 0, last: 0 };
  for (let run = 0; run < 1000; run++) {
    let isShown = { ever: false, last: false };
    for (let comparison = 0; comparison < comparisons; comparison++) {
      const [first = [], second = []] = crowds.map((crowd) => doers(chance, { ...crowd, looks: 48 }));
      const apart = first.map((share, look) => {
        const { least, most } = differenceOf(share, second[look] ?? share, { error, planned });
        return least > 0 || most < 0;
      });
      isShown = { ever: isShown.ever || apart.includes(true), last: isShown.last || apart.at(-1) === true };
    }
    shown.ever += isShown.ever ? 1 : 0;
    shown.last += isShown.last ? 1 : 0;
  }
  return shown;
}

test.each([
  { rate: 0.02, each: 500 },
  { rate: 0.1, each: 400 },
  { rate: 0.4, each: 1_500 },
])('where $rate of both do it, looking 48 times misleads in no more than 5 of 100 runs', ({ rate, each }) => {
  const crowd = { of: each, rate };
  expect(shownOf1000({ crowds: [crowd, crowd], usual: rate }).ever).toBeLessThanOrEqual(50);
});

test.each([
  { rate: 0.02, of: 2_000 },
  { rate: 0.1, of: 1_000 },
  { rate: 0.3, of: 1_000 },
])(
  'of five deeds of those whom a lot left out, one in ten of $of, none misleads in more than 5 of 100 runs',
  ({ rate, of }) => {
    const crowds: Runs['crowds'] = [
      { of: of / 10, rate },
      { of: (of * 9) / 10, rate },
    ];
    expect(shownOf1000({ crowds, usual: 0.05, comparisons: 5 }).ever).toBeLessThanOrEqual(50);
  },
);

test('a letter that only works faster is ahead for a while, and not in the end', () => {
  const crowds: Runs['crowds'] = [
    { of: 1_000, rate: 0.1 },
    { of: 1_000, rate: 0.1, isQuick: true },
  ];
  const { ever, last } = shownOf1000({ crowds, usual: 0.1 });
  expect(ever).toBeGreaterThan(500);
  expect(last).toBeLessThanOrEqual(50);
});

test.each([
  { usual: 0.05, worth: 0.03 },
  { usual: 0.1, worth: 0.05 },
  { usual: 0.3, worth: 0.08 },
  { usual: 0.8, worth: 0.1 },
])(
  'a difference of $worth from $usual is found in 80 of 100 runs, with as many people as it needs',
  (asked) => {
    const of = neededEach({ ...asked, variants: 2 });
    const crowds: Runs['crowds'] = [
      { of, rate: asked.usual },
      { of, rate: asked.usual + asked.worth },
    ];
    expect(shownOf1000({ crowds, usual: asked.usual }).last).toBeGreaterThanOrEqual(POWER * 1000);
  },
);

test('what was seen is between the bounds, and the other way round they are the same with another sign', () => {
  const share = fc
    .tuple(fc.nat(5_000), fc.nat(5_000))
    .map(([one, other]) => ({ of: Math.max(one, other), did: Math.min(one, other) }));
  fc.assert(
    fc.property(share, share, (first, second) => {
      const asked = { error: 0.05, planned: plannedVariance(0.1, [first.of, second.of]) };
      const there = differenceOf(first, second, asked);
      const back = differenceOf(second, first, asked);
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
