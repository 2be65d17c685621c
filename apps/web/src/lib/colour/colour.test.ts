import { expect, test } from 'vitest';
import { accentFor, contrastRatio, isColour, isReadableAccent, type Paper } from './colour.ts';
import { accentStyles } from './styles.ts';

const grounds: Record<Paper, string[]> = {
  light: ['#fbf7ee', '#ffffff', '#f1ebdd'],
  dark: ['#171612', '#211f1a', '#100f0c'],
};
const colours = [
  '#000000',
  '#ffffff',
  '#ffd400',
  '#b3301a',
  '#1f5a4a',
  '#7f7f7f',
  '#0000ff',
  '#00ff00',
  '#ff00ff',
];

test('contrast is counted as WCAG counts it', () => {
  expect(contrastRatio('#000000', '#ffffff')).toBe(21);
  expect(contrastRatio('#767676', '#ffffff')).toBeCloseTo(4.54, 2);
});

test.each(['light', 'dark'] as const)(
  'every colour becomes readable on %s paper, and so does its ink',
  (paper) => {
    for (const colour of colours) {
      const { accent, ink, wash } = accentFor(colour, paper);
      for (const ground of [...grounds[paper], wash])
        expect(contrastRatio(accent, ground)).toBeGreaterThanOrEqual(4.5);
      expect(contrastRatio(accent, ink)).toBeGreaterThanOrEqual(4.5);
    }
  },
);

test('a colour that reads well stays what it is, one that does not moves as little as it must', () => {
  expect(accentFor('#1F5A4A', 'light').accent).toBe('#1f5a4a');
  expect(isReadableAccent('#1F5A4A')).toBe(true);
  expect(isReadableAccent('#ffd400')).toBe(false);
  expect(contrastRatio(accentFor('#ffd400', 'light').accent, '#f1ebdd')).toBeLessThan(5.2);
});

test('only six hex digits are a colour', () => {
  expect(isColour('#b3301a')).toBe(true);
  for (const text of ['red', '#fff', '#b3301a;}', 'url(x)', null]) expect(isColour(text)).toBe(false);
});

test('a page gets rules for the colours it wears, once each, for both papers', () => {
  const styles = accentStyles(
    '<div data-accent="#1F5A4A"></div><p data-accent="#1F5A4A"><p data-accent="red">',
  );
  expect(styles.match(/--accent:#1f5a4a/g)).toHaveLength(1);
  expect(styles).toContain('prefers-color-scheme:dark');
  expect(accentStyles('<p>no colours</p>')).toBe('');
});
