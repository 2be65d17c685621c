import { expect, test } from 'vitest';
import type { LiveEvent } from './live.ts';
import { batchTo } from './outgoing.ts';
import { isFrom, pack, unpack } from './packing.ts';

const event = (position: number): LiveEvent => ({ topic: 'channel:1', id: `m${position}`, kind: 'k' });

test('events published in one turn are sent together', async () => {
  const sent: string[][] = [];
  const outgoing = batchTo('here', async (payloads) => void sent.push(payloads));
  await Promise.all([1, 2, 3].map((position) => outgoing.post(event(position))));
  expect(sent.map((payloads) => payloads.flatMap(unpack))).toEqual([[event(1), event(2), event(3)]]);
});

test('an event that could not be sent is sent later, in order and without making the publisher wait', async () => {
  const sent: LiveEvent[] = [];
  let failures = 2;
  let arrived = () => {};
  const all = new Promise<void>((resolve) => (arrived = resolve));
  const outgoing = batchTo('here', async (payloads) => {
    if (failures-- > 0) throw new Error('lost');
    sent.push(...payloads.flatMap(unpack));
    if (sent.length === 3) arrived();
  });
  await outgoing.post(event(1));
  expect(sent).toEqual([]);
  await outgoing.post(event(2));
  await outgoing.post(event(3));
  await all;
  expect(sent).toEqual([event(1), event(2), event(3)]);
});

test('a burst fits in few payloads, each within what PostgreSQL takes', () => {
  const burst = Array.from({ length: 1000 }, (_, position) => ({
    ...event(position),
    topic: 'channel:é"\\',
  }));
  const payloads = pack('here', burst);
  expect(payloads.flatMap(unpack)).toEqual(burst);
  expect(Math.max(...payloads.map((payload) => Buffer.byteLength(payload)))).toBeLessThan(8000);
  expect(payloads.length).toBeLessThan(10);
});

test('a payload tells who sent it', () => {
  const [payload = ''] = pack('here', [event(1)]);
  expect([isFrom('here', payload), isFrom('there', payload)]).toEqual([true, false]);
});

test('a payload that is not ours is nobody’s event', () => {
  for (const payload of ['', 'x', '{}', 'null', '[1]', '[["topic","id"]]', '[["topic","id",3]]']) {
    expect(unpack(payload)).toEqual([]);
  }
});
