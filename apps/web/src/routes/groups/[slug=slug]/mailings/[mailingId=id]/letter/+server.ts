import { isLanguage } from '@groundwork/words';
import { error } from '@sveltejs/kit';
import { framedLetter, LETTER_POLICY } from '#lib/mailings/framed.ts';
import { previewSoon } from '#lib/mailings/counting.server.ts';
import { isVariant } from '#lib/mailings/variants.ts';
import { show } from '#lib/api/api.server.ts';
import type { RequestHandler } from './$types';

/** A mail as its readers get it, for the frame on its page: nothing in it runs, and nothing is fetched but its own pictures. */
export const GET: RequestHandler = async (event) => {
  const { searchParams } = event.url;
  const language = searchParams.get('language');
  const variant = searchParams.get('variant') ?? 'a';
  if (!isLanguage(language) || !isVariant(variant)) error(404, event.locals.words.t('error.not-found'));
  const preview = await previewSoon(event, { variant, language }).catch((refusal: unknown) =>
    show(refusal, event),
  );
  if (!preview) error(404, event.locals.words.t('error.not-found'));
  return new Response(framedLetter(preview.html, { isDark: searchParams.has('dark') }), {
    headers: {
      'content-type': 'text/html; charset=utf-8',
      'content-security-policy': LETTER_POLICY,
      'x-frame-options': 'SAMEORIGIN',
      'cache-control': 'no-store',
    },
  });
};
