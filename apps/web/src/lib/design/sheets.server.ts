import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { dev } from '$app/env';
import { LRUCache } from 'lru-cache';
import { accentStyles } from '#lib/colour/styles.ts';

/**
 * The page with its styles in its head, and the hash that lets them past the Content-Security-Policy; null when it has
 * none. The colours that a page wears always stand there. The stylesheets too for whoever comes without any cookie and
 * has none of them yet: asking for them would be one more way there and back before anything is seen.
 */
export function styled(page: string, { isFirstVisit }: { isFirstVisit: boolean }) {
  let css = '';
  const html =
    isFirstVisit && !dev
      ? page.replaceAll(SHEET, (_link, path: string) => {
          css += sheets.memo(path);
          return '';
        })
      : page;
  css += accentStyles(html);
  if (css === '') return { html, hash: null };
  const hash = `sha256-${createHash('sha256').update(css).digest('base64')}`;
  return { html: html.replace('</head>', () => `<style>${css}</style></head>`), hash };
}

const SHEET = /<link href="(\/_app\/immutable\/assets\/[\w.-]+\.css)" rel="stylesheet">/g;

/** Read from where the build lays them, which is two folders above the compiled hooks; in development Vite has them. */
const sheets = new LRUCache<string, string>({
  max: 200,
  memoMethod: (path) => readFileSync(new URL(`../../client${path}`, import.meta.url), 'utf8').trim(),
});
