import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readWritten } from './written.ts';

const letter = (head: string, body: string) => new TextEncoder().encode(`${head}\r\n\r\n${body}`);
const html = async (body: string) =>
  (await readWritten(letter('Content-Type: text/html; charset=utf-8', body)))?.text;

test('who wrote, about what, and what it is called', async () => {
  const head = 'From: Ana <ana@town.example>\r\nSubject: =?utf-8?q?S=C3=AD?=\r\nMessage-ID: <1@town.example>';
  expect(await readWritten(letter(head, 'I will come.'))).toMatchObject({
    ...{ from: 'ana@town.example', subject: 'Sí', messageId: '<1@town.example>' },
    ...{ text: expect.stringContaining('I will come.'), fileNames: [] },
  });
});

test.each([
  ['<p>One<br>two</p><div>three</div>', 'One\ntwo\nthree'],
  ['<style>p { color: red }</style><p>One &amp; two &#x1f600; &bogus; &#0;</p>', 'One & two 😀 &bogus; &#0;'],
  ['One<blockquote>old<blockquote>older</blockquote>old</blockquote>two', 'Onetwo'],
  ['One <b', 'One'],
  ['a < b', 'a'],
  ['<script>alert(1)', ''],
])('of the HTML %j the words are %j', async (body, words) => {
  expect(await html(body)).toBe(words);
});

test('whatever bytes come, it is read or is nothing, and soon', async () => {
  await fc.assert(
    fc.asyncProperty(fc.uint8Array({ maxLength: 400 }), async (raw) => {
      await readWritten(raw);
    }),
  );
  for (const sign of ['<', '&#', '<a', ' ', '<p>']) expect(await html(sign.repeat(60_000))).toBeDefined();
});
