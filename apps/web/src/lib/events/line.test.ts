import { expect, test } from 'vitest';
import { openFirst } from './line.ts';

test('an event that still takes people stands before one that is full or closed, each in its order', () => {
  const event = (title: string, capacity: number | null, takenCount: number, takesAnswers = true) => ({
    ...{ title, capacity, takenCount, takesAnswers },
  });
  const events = [
    event('closed', 20, 3, false),
    event('full', 20, 20),
    event('open', 20, 19),
    event('over', 20, 21),
    event('any', null, 500),
  ];
  expect(openFirst(events).map(({ title }) => title)).toEqual(['open', 'any', 'closed', 'full', 'over']);
});
