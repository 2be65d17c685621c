import fc from 'fast-check';
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { readReport } from './reports.ts';

const example = (name: string) => readFileSync(new URL(`examples/${name}.eml`, import.meta.url));
const TOKEN = 'aaaqeayeaudaocajbifqydiob4ibceqtcqkrmfyydenbwha5';

test.each([
  ['postfix-gone', 'gone', '5.1.1'],
  ['exchange-gone', 'gone', '5.1.10'],
  ['gmail-gone', 'gone', '5.1.1'],
  ['exim-gone', 'gone', '5.0.0'],
  ['hotmail-gone', 'gone', '5.5.0'],
  ['global-gone', 'gone', '5.1.1'],
  ['qmail-gone', 'gone', '5.1.1'],
  ['postfix-full', 'later', '5.2.2'],
  ['postfix-expired', 'later', '4.4.1'],
  ['postfix-delayed', 'delayed', '4.4.1'],
  ['postfix-blocked', 'refused', '5.7.1'],
])('the report %s says: %s, %s', async (name, kind, code) => {
  expect(await readReport(example(name))).toEqual({ is: 'return', kind, code });
});

test('a mailbox that leads to several is as gone as the one that is least so', async () => {
  expect(await readReport(example('forwarded-partly'))).toMatchObject({ kind: 'later', code: '4.2.2' });
});

test('a complaint names the envelope sender, and a mail that was no spam is no complaint', async () => {
  const sender = `returns+${TOKEN}@groves.example`;
  expect(await readReport(example('complaint'))).toEqual({ is: 'complaint', senders: [sender, sender] });
  expect(await readReport(example('not-spam'))).toEqual({ is: 'auto-reply' });
});

test('whoever is away, or answers, has sent nothing back, whatever codes they write of', async () => {
  expect(await readReport(example('absence'))).toEqual({ is: 'auto-reply' });
  expect(await readReport(example('answer'))).toEqual({ is: 'letter' });
});

test('a report whose parts are missing is read as far as it goes', async () => {
  const text = example('postfix-gone').toString();
  const cut = text.slice(0, text.indexOf('Content-Description: Undelivered'));
  expect(await readReport(Buffer.from(cut))).toMatchObject({ kind: 'gone' });
  const withoutReport = text.replaceAll(/^(Action|Status|Final-Recipient|Original-Recipient):.*\r\n/gm, '');
  expect(await readReport(Buffer.from(withoutReport))).toMatchObject({ is: expect.any(String) });
});

test('a report within a report tells what the outer one says', async () => {
  const inner = example('postfix-gone').toString();
  const outer = example('postfix-blocked')
    .toString()
    .replace(/From: Grove[^]*?Hello\.\r\n/, inner);
  expect(await readReport(Buffer.from(outer))).toMatchObject({ kind: 'refused' });
});

test('of what is too long its beginning is read', async () => {
  const long = Buffer.concat([example('postfix-gone'), Buffer.alloc(5_000_000, 'x')]);
  expect(await readReport(long)).toMatchObject({ kind: 'gone' });
});

test('no bytes make it throw, nor keep it for long', async () => {
  await fc.assert(
    fc.asyncProperty(fc.uint8Array({ maxLength: 4_000 }), async (bytes) => {
      expect((await readReport(bytes)).is).toBeTypeOf('string');
    }),
    { numRuns: 200 },
  );
});

test('no change to a report makes it throw', async () => {
  const whole = ['postfix-gone', 'complaint', 'qmail-gone'].map(example);
  const splice = fc.record({
    which: fc.nat(whole.length - 1),
    at: fc.nat(3_000),
    length: fc.nat(400),
    bytes: fc.oneof(
      fc.uint8Array({ maxLength: 60 }),
      fc.string({ maxLength: 60 }).map((s) => Buffer.from(s)),
    ),
  });
  await fc.assert(
    fc.asyncProperty(splice, async ({ which, at, length, bytes }) => {
      const report = whole[which] ?? Buffer.alloc(0);
      const changed = Buffer.concat([report.subarray(0, at), bytes, report.subarray(at + length)]);
      expect((await readReport(changed)).is).toBeTypeOf('string');
    }),
    { numRuns: 300 },
  );
});

test.each([
  ['one long line', 'x'.repeat(260_000)],
  ['many continued lines', `Action: failed\n${' a\n'.repeat(80_000)}`],
  ['dashes', '-'.repeat(260_000)],
  ['empty lines', '\n'.repeat(260_000)],
  ['addresses without an end', `To: ${'a'.repeat(260_000)}`],
])('a hostile report of %s is read within a second', async (_, text) => {
  const head = 'From: MAILER-DAEMON@example.org\r\n';
  const parts = `${head}Content-Type: message/delivery-status\r\n\r\n${text}`;
  const began = performance.now();
  await readReport(Buffer.from(parts));
  await readReport(Buffer.from(`${head}\r\n${text}`));
  expect(performance.now() - began).toBeLessThan(1_000);
});
