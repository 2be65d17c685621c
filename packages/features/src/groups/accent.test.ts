import { expect, test } from 'vitest';
import { accentOf, contrast } from './accent.ts';

const COLOURS = [
  '#ffff00',
  '#00ff00',
  '#ff0000',
  '#0000ff',
  '#ffffff',
  '#000000',
  '#b3301a',
  '#808080',
  '#ff00ff',
  '#f2b233',
];

test('contrast is what WCAG says it is', () => {
  expect(contrast('#000000', '#ffffff')).toBe(21);
  expect(contrast('#777777', '#ffffff')).toBeCloseTo(4.48, 2);
  expect(contrast('#b3301a', '#b3301a')).toBe(1);
});

test('a colour that reads is left as it was chosen', () => {
  expect(accentOf('#1f4e79')).toMatchObject({ light: '#1f4e79', lightInk: '#ffffff', isAdjusted: false });
});

test('a colour that is too pale becomes the nearest that reads, and this is told', () => {
  const { light, isAdjusted } = accentOf('#f2b233');
  expect(isAdjusted).toBe(true);
  expect(contrast(light, '#f1ebdd')).toBeGreaterThanOrEqual(4.5);
  expect(contrast(light, '#f1ebdd')).toBeLessThan(4.7);
});

test.each(COLOURS)('%s keeps 4.5 to 1 on every paper, and its ink on it', (chosen) => {
  const { light, lightInk, dark, darkInk } = accentOf(chosen);
  for (const ground of ['#fbf7ee', '#ffffff', '#f1ebdd', lightInk])
    expect(contrast(light, ground)).toBeGreaterThanOrEqual(4.5);
  for (const ground of ['#171612', '#211f1a', '#100f0c', darkInk])
    expect(contrast(dark, ground)).toBeGreaterThanOrEqual(4.5);
});
