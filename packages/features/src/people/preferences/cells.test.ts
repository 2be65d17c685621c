import { assert, constantFrom, option, property, record, string, uniqueArray, uuid } from 'fast-check';
import { expect, test } from 'vitest';
import { limitsIn } from './cells.ts';

const TITLES = ['Keep the branch open', 'Bus: at night', 'افتحوا المكتبة', 'Sí, al parque'];
const campaigns = uniqueArray(record({ id: uuid(), title: constantFrom(...TITLES) }), {
  minLength: 1,
  maxLength: 5,
  selector: ({ id }) => id,
});

test('what our own file says of how much somebody wants is read as it was meant', () => {
  assert(
    property(constantFrom(null, 'monthly'), option(campaigns), (pace, onlyAbout) => {
      const named = onlyAbout?.map(({ id, title }) => `campaign:${id}:${title}`) ?? [];
      const cell = [...(pace ? [pace] : []), ...named].join(':::');
      if (cell !== '') expect(limitsIn(cell)).toEqual({ pace, onlyAbout });
    }),
  );
});

test('whatever else stands there is never a yes to all letters', () => {
  assert(
    property(string(), (cell) => {
      const read = limitsIn(cell);
      expect(read === null || read.pace !== null || read.onlyAbout !== null).toBe(true);
    }),
  );
  expect(limitsIn('monthly:::weekly')).toBeNull();
  expect(limitsIn('campaign:12:Keep it open')).toBeNull();
});
