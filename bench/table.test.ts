import { expect, test } from 'vitest';
import { short, tableOf, type Row } from './table.ts';

const row: Row = {
  figure: 'a',
  name: 'campaign page',
  unit: 'requests/s',
  beside: 'the bare page',
  ours: { median: 1234.5, least: 1000, most: 1500 },
  limit: { median: 617.2, least: 600, most: 650 },
  ratio: { median: 2, least: 1.6, most: 2.5 },
  lines: [{ of: 'ratio', is: 'at least', value: 1.5 }],
  isReached: true,
};

test('a row is ours, the limit, the ratio with its spread, the line, and whether it was reached', () => {
  expect(tableOf([row]).split('\n')).toEqual([
    '   what           ours              limit  ratio, and its spread  line      reached',
    'a  campaign page  1,235 requests/s  617    2.00 (1.60 to 2.50)    >= 1.5 x  yes',
  ]);
});

test('a line of ours alone carries its unit, and several stand side by side', () => {
  const lines: Row['lines'] = [
    { of: 'ratio', is: 'at most', value: 1.6 },
    { of: 'ours', is: 'at most', value: 250 },
  ];
  const [, text] = tableOf([{ ...row, unit: 'MB', lines, isReached: false }]).split('\n');
  expect(text).toMatch(/ <= 1\.6 x, <= 250 MB {2}NO$/);
});

test('a figure without a limit and a line says so', () => {
  const [, text] = tableOf([{ ...row, limit: null, ratio: null, lines: [], isReached: null }]).split('\n');
  expect(text).toMatch(/requests\/s {2}- {6}- {22}- {5}-$/);
});

test('a figure has three digits that matter', () => {
  expect([1234.5, 617.2, 12.34, 1.234, 0.5, 0].map(short)).toEqual([
    '1,235',
    '617',
    '12.3',
    '1.23',
    '0.5',
    '0',
  ]);
});
