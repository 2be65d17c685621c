import { expect, test } from 'vitest';
import { codeIn } from './codes.ts';

test('the address says by which link somebody came, and what cannot be a code says nothing', () => {
  const code = (query: string, part?: string) =>
    codeIn(new URL(`https://valley.example/events/party?${query}`), part);
  expect([code('via=riders7'), code('l=riders7', 'l')]).toEqual(['riders7', 'riders7']);
  expect([code(''), code('via='), code('via=a%2Fb'), code(`via=${'x'.repeat(5_000)}`)]).toEqual([
    '',
    '',
    '',
    '',
  ]);
});
