import { aSite } from '@groundwork/features/testing';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isTooDeep } from './json.ts';

const nested = (depth: number) => `${'['.repeat(depth)}${']'.repeat(depth)}`;

test('a body nested too deep is refused before it is parsed', async () => {
  const site = await aSite();
  const json = { 'content-type': 'application/json' };
  for (const body of [nested(300_000), '['.repeat(900_000), `{"a":`.repeat(100_000)]) {
    expect(await site.as(null).post('/session', body, json)).toMatchObject({
      status: 400,
      body: { code: 'malformed' },
    });
  }
});

test('brackets in a text are a text', async () => {
  const site = await aSite();
  const reply = await site
    .as(null)
    .post('/session', { email: 'ana@example.org', password: `"\\${nested(80)}` });
  expect(reply).toMatchObject({ status: 401, body: { code: 'accounts.wrong-sign-in' } });
});

test('depth is told as JSON itself would tell it, whatever stands in texts and names', () => {
  const depthOf = (value: unknown): number =>
    typeof value === 'object' && value !== null ? 1 + Math.max(0, ...Object.values(value).map(depthOf)) : 0;
  const tricky = fc.constantFrom('"', '\\', '\\"', '[', '{[', ']}', '');
  const value = fc.jsonValue({ maxDepth: 6, stringUnit: 'binary' });
  fc.assert(
    fc.property(value, tricky, fc.integer({ min: 20, max: 40 }), (inner, text, levels) => {
      let outer: unknown = { [text]: [text, inner] };
      for (let level = 0; level < levels; level += 1) outer = level % 2 ? [text, outer] : { [text]: outer };
      expect(isTooDeep(JSON.stringify(outer))).toBe(depthOf(outer) > 32);
    }),
  );
});
