import type { MessageView } from '@groundwork/features/messaging/messages/contract';
import { catalogs } from '@groundwork/words';
import { expect, test } from 'vitest';
import { makeId } from './ids.ts';
import { linked } from './linked.ts';
import { merged, rowsOf } from './rows.ts';
import { titleOf } from './titles.ts';
import { wordsFor } from '#lib/words/words.ts';

test('an id is a UUIDv7 of its moment, and never the same twice', () => {
  const id = makeId(Date.parse('2026-12-05T15:00:00.123Z'));
  expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  expect(parseInt(id.replace('-', '').slice(0, 12), 16)).toBe(Date.parse('2026-12-05T15:00:00.123Z'));
  expect(new Set(Array.from({ length: 1000 }, () => makeId())).size).toBe(1000);
});

test('web addresses become links, without the punctuation of their sentence', () => {
  const hrefs = (text: string) => linked(text).flatMap(({ href }) => href ?? []);
  expect(hrefs('See https://gw.example/a?b=1, then (http://x.org/y).')).toEqual([
    'https://gw.example/a?b=1',
    'http://x.org/y',
  ]);
  expect(hrefs('https://en.wikipedia.org/wiki/Strike_(labour)')).toEqual([
    'https://en.wikipedia.org/wiki/Strike_(labour)',
  ]);
  expect(hrefs('javascript:alert(1) ftp://x https:// mail@x.org')).toEqual([]);
});

test('the words around a link stay as they were', () => {
  const text = 'a <b> https://x.org/ ؟ "https://y.org" & c';
  expect(
    linked(text)
      .map((stretch) => stretch.text)
      .join(''),
  ).toBe(text);
  expect(linked('')).toEqual([]);
});

test('names that the server found are marked, the longer one first, and nothing becomes markup', () => {
  const marked = (text: string, ...names: string[]) =>
    linked(text, names).flatMap(({ text: shown, isName }) => (isName ? [shown] : []));
  expect(marked('@Ana María, and @Ana.', 'Ana', 'Ana María')).toEqual(['@Ana María', '@Ana']);
  expect(marked('https://x.org/@Ana Ana @Anabel', 'Ana')).toEqual([]);
  expect(marked('@山田さん', '山田')).toEqual(['@山田']);
  expect(marked('يا @\u200fسارة، متى؟', 'سارة')).toEqual(['@\u200fسارة']);
  expect(marked('@<b>(.*)$1 x', '<b>(.*)$1')).toEqual(['@<b>(.*)$1']);
  expect(linked('@Ana', []).map(({ text }) => text)).toEqual(['@Ana']);
});

test('a day begins where the reader’s day does, and what is new where they stopped', () => {
  const shown = [
    aMessage(1, '2026-12-04T23:00:00Z'),
    aMessage(2, '2026-12-05T01:00:00Z', 'me'),
    aMessage(3, '2026-12-05T02:00:00Z'),
  ];
  const dayOf = (moment: string) => moment.slice(0, 10);
  const kinds = (readSeq: number, openedSeq = 3) =>
    rowsOf(shown, { viewerId: 'me', readSeq, openedSeq, dayOf }).map(({ kind }) => kind);
  expect(kinds(3)).toEqual(['day', 'message', 'day', 'message', 'message']);
  expect(kinds(1)).toEqual(['day', 'message', 'day', 'message', 'new', 'message']);
  expect(kinds(0)).not.toContain('new');
  // The third came while the page was open.
  expect(kinds(2, 2)).not.toContain('new');
});

test('a direct message is called after those in it, and says who is gone', () => {
  const words = wordsFor('en', 'UTC', catalogs.en);
  const title = (others: string[], goneCount: number) =>
    titleOf({ kind: 'direct', name: null, others, goneCount }, words);
  expect(title(['Omar'], 0)).toBe('Omar');
  expect(title(['Omar'], 2)).toBe('Omar and 2 who left');
  expect(title([], 1)).toBe('someone who left');
  // An account that was deleted left no trace.
  expect(title([], 0)).toBe('someone who left');
});

test('messages come once and in order, and an older telling does not undo a change', () => {
  const edited = { ...aMessage(1), body: 'edited', editedAt: '2026-12-05T10:00:00Z' };
  const result = merged([aMessage(1), aMessage(3)], [aMessage(2), edited, aMessage(3)]);
  expect(result.map(({ seq, body }) => [seq, body])).toEqual([
    [1, 'edited'],
    [2, '2'],
    [3, '3'],
  ]);
  expect(merged(result, [aMessage(1)])[0]?.body).toBe('edited');
});

function aMessage(seq: number, sentAt = '2026-12-05T09:00:00Z', authorId = 'someone'): MessageView {
  const never = { editedAt: null, removedAt: null, wasModerated: false, replyTo: null };
  return {
    id: `m${seq}`,
    channelId: 'c',
    seq,
    authorId,
    authorName: 'Ana',
    body: String(seq),
    sentAt,
    ...never,
  };
}
