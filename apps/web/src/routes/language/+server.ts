import { isLanguage } from '@groundwork/words';
import { redirect, type RequestHandler } from '@sveltejs/kit';
import { call } from '#lib/api/api.server.ts';
import { nextPathIn } from '#lib/origin/next.ts';

const year = 365 * 24 * 60 * 60;

/** Changes the language, of this browser and of the account if there is one, and goes back to the page. */
export const POST: RequestHandler = async (event) => {
  const form = await event.request.formData();
  const language = form.get('language');
  if (typeof language === 'string' && isLanguage(language)) {
    event.cookies.set('language', language, {
      path: '/',
      maxAge: year,
      httpOnly: true,
      sameSite: 'lax',
      secure: event.url.protocol === 'https:',
    });
    if (event.locals.viewer) await call(event, 'PATCH /account', {}, { language });
  }
  redirect(303, nextPathIn(form.get('next')));
};

/** Someone reloaded or shared the address of the form. */
export const GET: RequestHandler = () => redirect(303, '/');
