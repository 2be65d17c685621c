import { expect, test } from 'vitest';
import { openFirst } from './line.ts';

test('what still has places stands before what has none, each in its order', () => {
  const event = (title: string, capacity: number | null, takenCount: number) => ({
    title,
    capacity,
    takenCount,
  });
  const events = [
    event('full', 20, 20),
    event('open', 20, 19),
    event('over', 20, 21),
    event('any', null, 500),
  ];
  expect(openFirst(events).map(({ title }) => title)).toEqual(['open', 'any', 'full', 'over']);
});
