import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readReport } from './reports.ts';
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

test('of a letter in both kinds the plain words are read, and what comes along is named', async () => {
  const both = [
    'Content-Type: multipart/mixed; boundary=x\r\n\r\n--x',
    'Content-Type: multipart/alternative; boundary=y\r\n\r\n--y',
    'Content-Type: text/plain\r\n\r\nYes.\r\n--y',
    'Content-Type: text/html\r\n\r\n<p>Yes!</p>\r\n--y--\r\n--x',
    'Content-Type: text/csv; name=list.csv\r\n\r\na\r\n--x--',
  ];
  expect(await readWritten(new TextEncoder().encode(both.join('\r\n')))).toMatchObject({
    text: expect.stringMatching(/^Yes\.\s*$/),
    fileNames: ['list.csv'],
  });
});

test.each([
  ['text/plain', '\n', 262_144],
  ['text/plain; format=flowed; delsp=yes', '> \n', 80_000],
  ['multipart/mixed; boundary=b', '--b\n\n', 50_000],
  [
    'multipart/mixed; boundary=b',
    `--b\r\n\r\nhi\r\n--b\r\nContent-Type: text/html\r\n\r\n${'<a href="'.repeat(25_000)}`,
    1,
  ],
])('%s of %j again and again holds nobody up', async (type, sign, times) => {
  const raw = letter(`Content-Type: ${type}`, sign.repeat(times));
  const before = process.cpuUsage();
  await readReport(raw);
  await readWritten(raw);
  expect(process.cpuUsage(before).user).toBeLessThan(1_500_000);
});
