import { direction, say, type Language } from '@groundwork/words';
import { nextPathIn } from './next.ts';

/** Why a form was not heard, with a way to its page: no style, no script, nothing of the visitor's. */
export function foreignPage(language: Language, path: string, protections: Record<string, string>): Response {
  const words = say(language, 'error.foreign-origin');
  const link = say(language, 'site.open-here');
  const html = `<!doctype html>
<html lang="${language}" dir="${direction(language)}">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${words}</title></head>
<body><h1>${words}</h1><p><a href="${escape(nextPathIn(path))}">${link}</a></p></body>
</html>
`;
  return new Response(html, {
    status: 403,
    headers: {
      ...protections,
      'content-type': 'text/html; charset=utf-8',
      'content-security-policy':
        "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
      'cache-control': 'no-store',
      'x-robots-tag': 'noindex',
    },
  });
}

/** The parser of addresses has left no other sign that means something in an attribute. */
function escape(path: string) {
  return path.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;');
}
