import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { listOverheard } from './overheard.mjs';

const clean = '{"level":"warn","process":"worker","job":"outbox.send","reason":"ECONNREFUSED"}';

test('a log of ids and codes holds nobody', () => {
  expect(heard(clean)).toEqual([]);
});

test.for([
  ['a name', '{"msg":"failed for Amina Kassab"}'],
  ['a name in a stack', '{"stack":"Error: no Amina Kassab\\n    at greet"}'],
  ['what someone wrote', '{"msg":"Can someone drive on Tuesday?"}'],
  ['an address that nobody told of', 'refused stranger@valley.test'],
  ['a phone number', '{"detail":"Key (phone)=(+1 555 010 9999)"}'],
])('%s in a log is found', ([, line = '']) => {
  expect(heard(`${clean}\n${line}`)).toEqual([expect.stringContaining('api-1.printed:2 holds')]);
});

test('a sentence for whoever sits at the terminal is allowed', () => {
  const greeting = [
    'Set it up here, once: http://localhost:3000/setup/aXeH0WhSSYuRmijGQtFPqt',
    'Sign in as organizer: amina@valley.test / a password of four words',
  ];
  expect(heard(greeting.join('\n'))).toEqual([]);
});

function heard(printed: string): string[] {
  const folder = mkdtempSync(join(tmpdir(), 'overheard-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  writeFileSync(join(folder, 'api-1.printed'), printed);
  const words = ['Amina Kassab', 'amina@valley.test', 'Can someone drive on Tuesday?'];
  writeFileSync(join(folder, 'people.words'), words.map((word) => JSON.stringify(word)).join('\n'));
  return listOverheard(folder);
}
