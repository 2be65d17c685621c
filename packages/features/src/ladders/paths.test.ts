import { array, assert, constantFrom, integer, letrec, option, property, record, tuple } from 'fast-check';
import { newId } from '@groundwork/database';
import { expect, test } from 'vitest';
import { rungsOf, type Placed } from './paths.ts';
import type { Question, Step } from './step.ts';

type Tree = { does: Step; yes: Tree[]; no: Tree[] };

const left: Question = { is: 'left' };
const plain = constantFrom<Step>(
  { is: 'send' },
  { is: 'wait', days: 2 },
  { is: 'tag', tag: 'new' },
  { is: 'stop', question: left },
);
const { trees } = letrec<{ tree: Tree; trees: Tree[] }>((tie) => ({
  tree: tuple(plain, option(tuple(tie('trees'), tie('trees')), { depthSize: 'small' })).map(
    ([does, sides]) =>
      sides
        ? { does: { is: 'branch', question: left }, yes: sides[0], no: sides[1] }
        : { does, yes: [], no: [] },
  ),
  trees: array(tie('tree'), { maxLength: 3 }),
}));

/** Its steps, as rows in any order with gaps between their positions. */
function rowsOf(list: Tree[], branchId: string | null = null, side: Placed['side'] = null): Placed[] {
  return list.flatMap(({ does, yes, no }, index) => {
    const id = newId();
    return [
      ...rowsOf(no, id, 'no'),
      { id, branchId, side, position: index * 3, does },
      ...rowsOf(yes, id, 'yes'),
    ];
  });
}

/** What somebody goes through who answers so, slowly and in plain words. */
function walked(list: Tree[], answers: boolean[], stops = 0): { does: Step; stops: number }[] {
  const went: { does: Step; stops: number }[] = [];
  let passed = stops;
  for (const { does, yes, no } of list) {
    if (does.is === 'stop') passed += 1;
    went.push({ does, stops: passed });
    if (does.is === 'branch') went.push(...walked(answers.shift() ? yes : no, answers, passed));
  }
  return went;
}

test('whoever goes from step to step meets the steps of their own sides, in order, and comes to an end', () => {
  assert(
    property(
      record({ list: trees, answers: array(integer({ min: 0, max: 1 }), { minLength: 60, maxLength: 60 }) }),
      ({ list, answers }) => {
        const rungs = rungsOf(rowsOf(list));
        const at = new Map(rungs.map((rung) => [rung.step.id, rung]));
        const given = answers.map(Boolean);
        const went = [];
        for (let rung = rungs[0]; rung;) {
          went.push({ does: rung.step.does, stops: rung.stops.length });
          const isNo = rung.step.does.is === 'branch' && !given.shift();
          rung = at.get((isNo ? rung.otherwise : rung.next) ?? '');
          expect(went.length).toBeLessThanOrEqual(rungs.length);
        }
        expect(went).toEqual(walked(list, answers.map(Boolean)));
      },
    ),
  );
});

test('a step leads to later ones only', () => {
  assert(
    property(trees, (list) => {
      const rungs = rungsOf(rowsOf(list));
      const placeOf = new Map(rungs.map(({ step }, place) => [step.id, place]));
      for (const [place, { next, otherwise }] of rungs.entries())
        for (const id of [next, otherwise]) if (id) expect(placeOf.get(id)).toBeGreaterThan(place);
    }),
  );
});
