import { expect, test } from 'vitest';
import { atOnce } from './at-once.mjs';

test('tasks run as many at once as asked, begun in their order, and each to its end', async () => {
  const events: string[] = [];
  const gates = new Map(['a', 'b', 'c'].map((name) => [name, Promise.withResolvers<void>()]));
  const all = atOnce(2, [...gates.keys()], async (name) => {
    events.push(`${name} begins`);
    await gates.get(name)?.promise;
    events.push(`${name} ends`);
  });
  for (const name of ['b', 'c', 'a']) {
    gates.get(name)?.resolve();
    await new Promise(setImmediate);
  }
  await all;
  expect(events).toEqual(['a begins', 'b begins', 'b ends', 'c begins', 'c ends', 'a ends']);
});
