import { LRUCache } from 'lru-cache';
import { accentFor, type Paper } from './colour.ts';

/**
 * The rules for the colours a page wears, as `data-accent="#1f5a4a"` on any element. Only hex digits ever reach them.
 */
export function accentStyles(html: string): string {
  const colours = new Set(html.matchAll(WORN).map(([, colour]) => colour ?? ''));
  return [...colours].map((colour) => rules.memo(colour)).join('');
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
