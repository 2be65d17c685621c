import type { ProofChallenge } from '@groundwork/features/limits/contract';
import { pbkdf2Sync } from 'node:crypto';
import { expect, test } from 'vitest';
import { proofHeaders } from './proof.ts';
import { solve } from './solving.ts';

const NONCE = '00ff10a2b3c4d5e6f708192a3b4c5d6e';
const SALT = 'f0e1d2c3b4a5968778695a4b3c2d1e0f';

test('the browser finds the counter whose key begins as asked, and tells how far it is', async () => {
  const progress: number[] = [];
  const solution = await solve(challengeFor(37, 100), (tried) => progress.push(tried));
  expect(solution).toEqual({ counter: 37, derivedKey: keyOf(37) });
  expect(progress).toEqual([16, 32]);
});

test('work that has no answer ends', async () => {
  expect(await solve(challengeFor(200, 100), () => undefined)).toBeUndefined();
});

test.for([
  ['eyJjIjoxfQ==', 'eyJjIjoxfQ=='],
  ['none', 'none'],
  ['a\r\nset-cookie: x=1', 'unreadable'],
  ['كثيرون', 'unreadable'],
  ['A'.repeat(5_000), 'unreadable'],
] as const)('%s in the field goes on as a header that any request may hold', ([sent, header]) => {
  const form = new FormData();
  form.set('proof', sent);
  expect(proofHeaders(form)).toEqual({ 'proof-of-work': header });
});

test('a form that sends none asks as ever', () => {
  expect(proofHeaders(new FormData())).toEqual({});
});

function challengeFor(counter: number, tries: number): ProofChallenge {
  return {
    parameters: {
      ...{ algorithm: 'PBKDF2/SHA-256', nonce: NONCE, salt: SALT, cost: 10, keyLength: 32, expiresAt: 0 },
      ...{ keyPrefix: keyOf(counter).slice(0, 32), keySignature: '', data: { purpose: 'tests', tries } },
    },
    signature: '',
  };
}

function keyOf(counter: number) {
  const password = Buffer.from(NONCE + counter.toString(16).padStart(8, '0'), 'hex');
  return pbkdf2Sync(password, Buffer.from(SALT, 'hex'), 10, 32, 'sha256').toString('hex');
}
