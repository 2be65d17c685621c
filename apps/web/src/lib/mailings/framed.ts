/** What a mail in a frame may do: show itself, on a page of this site. */
export const LETTER_POLICY = [
  "default-src 'none'",
  "style-src 'unsafe-inline'",
  "img-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'self'",
].join('; ');

type Shown = { isDark: boolean };

/**
 * A mail's HTML for a frame on a page: pictures that go along with the mail come from where they are kept, links open beside the
 * page, and it is as dark as was asked, whatever the reader's own screen is.
 */
export function framedLetter(html: string, { isDark }: Shown): string {
  const scheme = isDark ? 'dark' : 'light';
  return html
    .replaceAll(/\bcid:(picture-[0-9a-f]{32}-\d{1,4}x\d{1,4})/g, '/files/$1-480')
    .replaceAll('(prefers-color-scheme: dark)', isDark ? 'all' : 'not all')
    .replaceAll(/content="light dark"/g, `content="${scheme}"`)
    .replaceAll(/<a\b/g, '<a target="_blank" rel="noopener"');
}
