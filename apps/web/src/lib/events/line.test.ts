import { expect, test } from 'vitest';
import { openFirst } from './line.ts';

test('an event that still takes people stands before one that is full or closed, each in its order', () => {
  const events = [
    { title: 'closed', isFull: false, takesAnswers: false },
    { title: 'full', isFull: true, takesAnswers: true },
    { title: 'open', isFull: false, takesAnswers: true },
    { title: 'any', isFull: false, takesAnswers: true },
  ];
  expect(openFirst(events).map(({ title }) => title)).toEqual(['open', 'any', 'closed', 'full']);
});
