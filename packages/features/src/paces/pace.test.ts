import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  headroomAfter,
  headroomAfterFirst,
  FIRST_FEW,
  newPace,
  paceAfter,
  PROVIDER,
  type Pace,
} from './pace.ts';

const temper = PROVIDER;

/**
 * A mail server that takes so many within a second, puts off what is more, and takes nothing for a minute from who asks
 * for three times as many. Asked ten times a second for whatever the pace leaves room for, like a worker does.
 */
function talkTo({ limit, seconds, backlog }: { limit: number; seconds: number; backlog: number }) {
  let pace: Pace | null = null;
  let [headroom, waiting, shutUntil] = [0, backlog, 0];
  const taken: number[] = Array<number>(seconds).fill(0);
  const putOff: number[] = Array<number>(seconds).fill(0);
  const asked: number[] = Array<number>(seconds).fill(0);
  for (let tick = 0; tick < seconds * 10; tick += 1) {
    const [at, second] = [tick / 10, Math.floor(tick / 10)];
    if (pace?.restsUntil && at < pace.restsUntil) continue;
    const room = pace ? Math.floor((headroom = headroomAfter(pace, headroom, 0.1))) : FIRST_FEW;
    const count = Math.max(0, Math.min(room, waiting));
    if (count === 0) continue;
    headroom -= count;
    asked[second] = (asked[second] ?? 0) + count;
    if ((asked[second] ?? 0) > limit * 3) shutUntil = at + 60;
    const free = at < shutUntil ? 0 : Math.max(0, limit - (taken[second] ?? 0));
    const takenCount = Math.min(free, count);
    waiting -= takenCount;
    taken[second] = (taken[second] ?? 0) + takenCount;
    putOff[second] = (putOff[second] ?? 0) + count - takenCount;
    const outcome = { takenCount, putOffCount: count - takenCount };
    if (!pace) headroom = headroomAfterFirst(temper, outcome);
    pace = paceAfter(pace ?? newPace(temper, at - 2), outcome, { at, temper });
  }
  const sum = (counts: number[], from: number, to: number) =>
    counts.slice(from, to).reduce((total, one) => total + one, 0);
  return {
    waiting,
    taken: (from: number, to: number) => sum(taken, from, to),
    putOff: (from: number, to: number) => sum(putOff, from, to),
  };
}

test('within a minute it is a little slower than a server that puts off what is too much, and makes use of it', () => {
  fc.assert(
    fc.property(fc.integer({ min: 20, max: 200 }), (limit) => {
      const server = talkTo({ limit, seconds: 180, backlog: 1_000_000 });
      const isPutOff = server.putOff(60, 180) / (server.putOff(60, 180) + server.taken(60, 180));
      expect(isPutOff).toBeLessThan(0.01);
      expect(server.taken(60, 120)).toBeGreaterThan(limit * 60 * 0.5);
      expect(server.taken(120, 180)).toBeGreaterThan(limit * 60 * 0.7);
    }),
  );
});

test('a server that never puts anything off is soon given thousands', () => {
  const server = talkTo({ limit: 1_000_000, seconds: 60, backlog: 50_000 });
  expect(server.waiting).toBe(0);
});

test('one that takes nothing is asked ever more rarely, and by a few, and given all once it takes them', () => {
  let pace = newPace(temper, 0);
  let at = 2;
  const rests: number[] = [];
  for (let n = 0; n < 9; n += 1) {
    pace = paceAfter(pace, { takenCount: 0, putOffCount: 50 }, { at, temper });
    rests.push((pace.restsUntil ?? 0) - at);
    at = (pace.restsUntil ?? 0) + 1;
  }
  expect(rests).toEqual([60, 120, 240, 480, 960, 1920, 3600, 3600, 3600]);
  expect(pace.perSecond).toBe(0.2);
  for (let n = 0; n < 200; n += 1) {
    at += 2;
    pace = paceAfter(pace, { takenCount: Math.ceil(pace.perSecond * 2), putOffCount: 0 }, { at, temper });
  }
  expect(pace.perSecond).toBeGreaterThan(0.2);
  expect(pace.stopCount).toBe(0);
});

test('one that took mail a moment ago is not taken for shut, and is once it takes none after it was slowed down', () => {
  const took = paceAfter(newPace(temper, 0), { takenCount: 50, putOffCount: 0 }, { at: 2, temper });
  const slowed = paceAfter(took, { takenCount: 0, putOffCount: 50 }, { at: 2.5, temper });
  expect(slowed).toMatchObject({ perSecond: 7.5, restsUntil: 5.5, stopCount: 0 });
  const shut = paceAfter(slowed, { takenCount: 0, putOffCount: 50 }, { at: 5.6, temper });
  expect(shut).toMatchObject({ restsUntil: 65.6, stopCount: 1 });
});

test('a few that are put off among many change nothing, nor do answers to what was under way when it slowed down', () => {
  const begun = newPace(temper, 0);
  const few = paceAfter(begun, { takenCount: 98, putOffCount: 2 }, { at: 1, temper });
  expect(few.perSecond).toBe(10);
  const slowed = paceAfter(begun, { takenCount: 30, putOffCount: 10 }, { at: 1, temper });
  expect(slowed).toMatchObject({ perSecond: 5, restsUntil: 4, stopCount: 0 });
  expect(paceAfter(slowed, { takenCount: 0, putOffCount: 10 }, { at: 2, temper })).toEqual(slowed);
});

test('how often it had to stop is forgotten a day later, also where little is sent', () => {
  const stopped = { ...newPace(temper, 0), troubledAt: 0, troubledPerSecond: 10, stopCount: 5 };
  const shut = { takenCount: 0, putOffCount: 50 };
  expect(paceAfter(stopped, shut, { at: 80_000, temper }).restsUntil).toBe(80_000 + 60 * 2 ** 5);
  expect(paceAfter(stopped, shut, { at: 90_000, temper }).restsUntil).toBe(90_060);
});

test('who sends nothing is not let through faster for it', () => {
  let pace = newPace(temper, 0);
  for (let at = 2; at < 1000; at += 2)
    pace = paceAfter(pace, { takenCount: 3, putOffCount: 0 }, { at, temper });
  expect(pace.perSecond).toBe(10);
});

test('whatever servers say and clocks do, a pace stays between a trickle and the most, and its rest ends', () => {
  const heard = fc.record({
    takenCount: fc.nat(5_000),
    putOffCount: fc.nat(5_000),
    passed: fc.double({ min: -100_000, max: 100_000, noNaN: true }),
  });
  fc.assert(
    fc.property(fc.array(heard, { maxLength: 60 }), (outcomes) => {
      let at = 1_700_000_000;
      let pace = newPace(temper, at);
      for (const { passed, ...outcome } of outcomes) {
        at += passed;
        const before = pace;
        pace = paceAfter(pace, outcome, { at, temper });
        expect(pace.perSecond).toBeGreaterThanOrEqual(0.2);
        expect(pace.perSecond).toBeLessThanOrEqual(temper.most);
        if (pace.restsUntil !== before.restsUntil)
          expect((pace.restsUntil ?? 0) - at).toBeLessThanOrEqual(3_600);
        expect(pace.stretchFrom).toBeLessThanOrEqual(at + 3_600);
      }
    }),
  );
});

test('room grows with time up to two seconds’ worth, and never shrinks when a clock is set back', () => {
  const pace = { perSecond: 10 };
  expect(headroomAfter(pace, 0, 1)).toBe(10);
  expect(headroomAfter(pace, 5, 1_000)).toBe(20);
  expect(headroomAfter(pace, 5, -1_000)).toBe(5);
  expect(headroomAfter({ perSecond: 0.2 }, 0, 1_000)).toBe(1);
});
