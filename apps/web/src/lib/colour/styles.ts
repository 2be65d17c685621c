import { LRUCache } from 'lru-cache';
import { createHash } from 'node:crypto';
import { accentFor, type Paper } from './colour.ts';

/**
 * The style element for the colours a page wears, as `data-accent="#1f5a4a"` on any element, with the hash that
 * lets it past the Content-Security-Policy; null when it wears none. Only hex digits ever reach the style.
 */
export function accentStyles(html: string): { css: string; hash: string } | null {
  const colours = new Set(html.matchAll(WORN).map(([, colour]) => colour ?? ''));
  if (colours.size === 0) return null;
  const css = [...colours].map((colour) => rules.memo(colour)).join('');
  return { css, hash: `sha256-${createHash('sha256').update(css).digest('base64')}` };
}

/** On an element: typed into a message, it would cost everyone who reads it a rule for each colour that can be written. */
const WORN = /<[a-z][^<>]* data-accent="(#[0-9a-fA-F]{6})"/g;

const rules = new LRUCache<string, string>({
  max: 1000,
  memoMethod: (colour) =>
    `${ruleFor(colour, 'light')}@media (prefers-color-scheme:dark){${ruleFor(colour, 'dark')}}`,
});

function ruleFor(colour: string, paper: Paper) {
  const { accent, ink, wash } = accentFor(colour, paper);
  return `[data-accent="${colour}"]{--accent:${accent};--accent-ink:${ink};--accent-wash:${wash}}`;
}
