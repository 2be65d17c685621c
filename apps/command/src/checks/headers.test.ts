import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { aCommandFolder, groundwork } from '../testing/testing.ts';
import { findInHeaders } from './headers.ts';

const received = [
  'Received: from mail.valley.example (mail.valley.example [192.0.2.7])',
  '\tby mx.inbox.example with ESMTPS id 1; Mon, 30 Nov 2026 10:00:07 +0000 (UTC)',
  'Received: from site (localhost) by mail.valley.example with ESMTP; Mon, 30 Nov 2026 11:00:03 +0100',
];
const believed = [
  'Authentication-Results: mx.inbox.example;',
  '  dkim=pass (2048-bit key; unprotected) header.d=eastside.example header.i=@eastside.example header.b="a;b";',
  '  dkim=pass header.i=@valley.example header.s=site;',
  '  spf=pass (mx.inbox.example: domain of hello@valley.example designates 192.0.2.7 as permitted sender; yes) smtp.mailfrom=hello@valley.example;',
  '  dmarc=pass (p=NONE sp=NONE dis=NONE) header.from=eastside.example',
];
const from = 'From: "Eastside" <hello@Eastside.example>';

/** A saved letter with these fields. */
function saved(...fields: string[]) {
  return `${fields.join('\r\n')}\r\n\r\nAuthentication-Results: evil; dkim=fail\r\nHello`;
}

test('the headers of a letter that was believed are told in sentences', async () => {
  const file = join(await aCommandFolder(), 'letter.eml');
  await writeFile(file, saved(...received, ...believed, from, 'Subject: A test'));
  const { code, out } = await groundwork(['doctor', '--headers', file]);
  expect({ code, sentences: out.split('\n').map((line) => line.slice(17)) }).toEqual({
    code: 0,
    sentences: [
      'It is from an address of eastside.example.',
      'DKIM: the signature of eastside.example holds.',
      'DKIM: the signature of valley.example holds.',
      'SPF: the server that sent it may send for valley.example.',
      'DMARC: the receiver believes that it is from eastside.example.',
      'It was on its way for 4 seconds, over 2 servers.',
      ...['', '', ''],
    ],
  });
});

test('standard input is read as well, as some providers write it: without the name of the receiver', async () => {
  const microsoft =
    'Authentication-Results: spf=fail (sender IP is 192.0.2.7) smtp.mailfrom=valley.example; dkim=fail (body hash did not verify) header.d=eastside.example;dmarc=fail action=quarantine header.from=eastside.example;compauth=fail reason=000';
  const { code, json } = await groundwork(['doctor', '--json', '--headers', '-'], {
    input: saved(microsoft, 'X-Spam-Flag: YES', from),
  });
  expect(code).toBe(1);
  const wrong = json.findings.filter(({ level }) => level === 'wrong');
  expect(wrong.map(({ what }) => what)).toEqual([
    'DKIM: the signature of eastside.example does not hold (fail).',
    'SPF: the server that sent it may not send for valley.example (fail).',
    'DMARC: the receiver does not believe that it is from eastside.example (fail).',
    'The filter of the mailbox took it for unwanted mail.',
  ]);
  expect(wrong.every(({ fix }) => fix)).toBe(true);
});

test.for([
  ['dkim=none; spf=none smtp.mailfrom=valley.example; dmarc=none', 'DKIM: the receiver saw no signature.'],
  [
    'dkim=none; spf=none smtp.mailfrom=valley.example; dmarc=none',
    'SPF: valley.example does not say who may send for it.',
  ],
  ['dkim=none; dmarc=none', 'DMARC: eastside.example does not say what to do with forged mail.'],
  [
    'dkim=pass header.d=mailer.test',
    'DKIM: a signature holds, but none of eastside.example, from which the letter is.',
  ],
] as const)('%s means: %s', ([results, what]) => {
  const findings = findInHeaders(saved(`Authentication-Results: mx.test; ${results}`, from));
  expect(findings).toContainEqual(expect.objectContaining({ level: 'wrong', what }));
});

test('only the receiver’s own results count, which are on top, and none that were in the letter', () => {
  const forged = 'Authentication-Results: mx.test; dkim=fail header.d=eastside.example; dmarc=fail';
  const findings = findInHeaders(saved(...believed, forged, from));
  expect(findings.filter(({ level }) => level === 'wrong')).toEqual([]);
});

test('without results it says who signed, and what to do to learn more', () => {
  const signatures = ['valley.example', 'eastside.example'].map(
    (domain) => `DKIM-Signature: v=1; a=rsa-sha256; d=${domain}; s=one; b=x`,
  );
  const [, judged] = findInHeaders(saved(...signatures, from));
  expect(judged).toMatchObject({
    level: 'note',
    what: 'It is signed by valley.example and eastside.example, and its mailbox does not say how that was judged.',
  });
  expect(findInHeaders(saved(from))[1]?.what).toMatch(/^It is not signed/);
});

test('a letter that waited long is told as that', () => {
  const slow = received.map((line) => line.replace('10:00:07', '10:20:03'));
  expect(findInHeaders(saved(...slow, ...believed, from))).toContainEqual(
    expect.objectContaining({ level: 'note', what: 'It was on its way for 1200 seconds, over 2 servers.' }),
  );
});

test('what is no letter, or is not there, is said to be that', async () => {
  expect(findInHeaders('Hello there')).toMatchObject([{ level: 'wrong' }]);
  const { code, err } = await groundwork(['doctor', '--headers', '/nowhere/letter.eml']);
  expect({ code, err }).toMatchObject({
    code: 1,
    err: expect.stringMatching(/^\/nowhere\/letter\.eml cannot be read/),
  });
});

test('whatever is in a file, it is read to an end', () => {
  const field = fc.tuple(
    fc.constantFrom('From', 'Received', 'Authentication-Results', 'X-Spam-Status', 'DKIM-Signature', ' '),
    fc.oneof(fc.string(), fc.stringMatching(/^[();= a-z@.\d-]*$/)),
  );
  fc.assert(
    fc.property(fc.array(field), (fields) => {
      const findings = findInHeaders(fields.map(([name, value]) => `${name}: ${value}`).join('\r\n'));
      expect(findings.length).toBeGreaterThan(0);
      for (const { what } of findings) expect(what).toMatch(/^[^\r\n]+\.$/);
    }),
  );
});
