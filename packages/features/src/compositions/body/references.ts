import type { Token } from 'markdown-it';

/** The lines of Markdown's own that say where a link leads, by their labels: "[four]: https://example.org". */
export type References = { references?: Record<string, { href: string }> };

/** Those that no link leads by: Markdown drops them, and somebody may have meant them to be read. */
export function unusedReferences(tokens: Token[], { references = {} }: References): string[] {
  const used = new Set(
    tokens
      .flatMap((token) => [token, ...(token.children ?? [])])
      .map((token) => String(token.attrGet('href') ?? token.attrGet('src') ?? '')),
  );
  return Object.entries(references)
    .filter(([, { href }]) => !used.has(href))
    .map(([label, { href }]) => `[${label.toLowerCase()}]: ${href}`);
}
