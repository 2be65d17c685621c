import { assert, constantFrom, integer, property, record, subarray, uniqueArray } from 'fast-check';
import { expect, test } from 'vitest';
import { keyOfAnswer, narrower, parted, type AnswerRow } from './answers.ts';

const answers = (personId: string) =>
  uniqueArray(
    record({
      way: constantFrom('email', 'text', 'call', 'post'),
      purpose: constantFrom('updates', 'membership'),
      given: constantFrom('yes', 'no'),
      at: integer({ min: 0, max: 2e12 }).map((at) => new Date(at).toISOString()),
      before: constantFrom(null, { given: 'yes' }),
    }).map((answer): AnswerRow => ({ ...answer, person_id: personId })),
    { selector: keyOfAnswer },
  );
const saidBy = (rows: AnswerRow[], key: string) => rows.find((row) => keyOfAnswer(row) === key)?.given;
const inOrder = (rows: AnswerRow[]) =>
  rows
    .map(({ person_id: _, ...row }) => row)
    .sort((one, other) => (`${one.way}/${one.purpose}` < `${other.way}/${other.purpose}` ? -1 : 1));

test('what two records answered is never wider than what either did', () => {
  assert(
    property(answers('a'), answers('b'), (mine, theirs) => {
      const merged = narrower(mine, theirs);
      for (const answer of merged) {
        const said = [mine, theirs].map((rows) => saidBy(rows, keyOfAnswer(answer)));
        expect(answer.given).toBe(said.includes('no') ? 'no' : 'yes');
        // Nothing that an organizer takes back gives the wider answer of the other.
        if (said.every((one) => one !== undefined)) expect(answer.before).toBeNull();
      }
      expect(merged).toHaveLength(new Set([...mine, ...theirs].map(keyOfAnswer)).size);
    }),
  );
});

test('parted, each has exactly its own answers again', () => {
  assert(
    property(answers('a'), answers('b'), (before, gone) => {
      const after = narrower(before, gone);
      const { stays, goes } = parted({ before, gone, after }, after);
      expect(inOrder(stays)).toEqual(inOrder(before));
      expect(inOrder(goes)).toEqual(inOrder(gone));
    }),
  );
});

test('a no that was said since the merge is a no of both', () => {
  assert(
    property(answers('a'), answers('b'), (before, gone) => {
      const after = narrower(before, gone);
      const no = { way: 'email', purpose: 'updates', given: 'no', at: '2036-01-01T00:00:00Z' };
      const now = [...after.filter((row) => keyOfAnswer(row) !== keyOfAnswer(no)), no];
      const { stays, goes } = parted({ before, gone, after }, now);
      expect([saidBy(stays, 'email/updates'), saidBy(goes, 'email/updates')]).toEqual(['no', 'no']);
    }),
  );
});

const bus = { id: 'bus', title: 'Keep the bus' };
const library = { id: 'library', title: 'Keep the library' };
const yes = { way: 'email', purpose: 'updates', given: 'yes', at: '2026-01-01T00:00:00Z' };
const yesTo = (...campaigns: object[]) =>
  ({ ...yes, person_id: 'a', pace: null, only_about: campaigns }) as AnswerRow;

test('of two yeses to less the merged one is to no more than both, and a no where that is nothing', () => {
  const monthly: AnswerRow = { ...yes, person_id: 'b', pace: 'monthly', only_about: null };
  expect(narrower([yesTo(bus, library)], [monthly])).toMatchObject([
    { given: 'yes', pace: 'monthly', only_about: [bus, library] },
  ]);
  expect(narrower([yesTo(bus, library)], [yesTo(library)])).toMatchObject([
    { given: 'yes', only_about: [library] },
  ]);
  // A yes that comes later, as an organizer writes one down, is then to no more than one of them said.
  expect(narrower([yesTo(bus)], [{ ...yesTo(library), pace: 'monthly' }])).toMatchObject([
    { given: 'no', pace: 'monthly', only_about: [bus] },
  ]);
});

test('who wanted less since the merge wants no more by either record when they are parted', () => {
  assert(
    property(subarray([bus, library], { minLength: 1 }), (chosen) => {
      const [before, gone] = [[yesTo(bus, library)], [{ ...yes, person_id: 'b' }]];
      const after = narrower(before, gone);
      const { stays, goes } = parted({ before, gone, after }, [
        { ...yesTo(...chosen), at: yes.at, how: 'own-page' },
      ]);
      expect(stays).toMatchObject([{ given: 'yes', only_about: chosen }]);
      expect(goes).toMatchObject([{ given: 'yes', only_about: chosen }]);
    }),
  );
});

test('a merge that was kept before answers had these columns is parted as it was', () => {
  const { before, gone } = { before: [{ ...yes, person_id: 'a' }], gone: [{ ...yes, person_id: 'b' }] };
  const now = [{ ...yes, person_id: 'a', pace: null, only_about: null }];
  expect(parted({ before, gone, after: before }, now).goes).toMatchObject([{ given: 'yes' }]);
  expect(parted({ before, gone, after: before }, now).stays).toEqual(before);
});
