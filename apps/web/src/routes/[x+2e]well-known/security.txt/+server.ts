import { error } from '@sveltejs/kit';
import { PUBLIC_URL } from '$app/env/private';
import { securityTxt } from '#lib/site/security-txt.ts';
import type { RequestHandler } from './$types';

/** Whom to tell of a hole, where those who find one look for it. Not there until the site's stewards named somebody. */
export const GET: RequestHandler = ({ locals: { site, words } }) => {
  if (!site.securityContact) error(404, words.t('error.not-found'));
  const text = securityTxt({ ...site, securityContact: site.securityContact }, PUBLIC_URL);
  return new Response(text, {
    headers: { 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'public, max-age=3600' },
  });
};
