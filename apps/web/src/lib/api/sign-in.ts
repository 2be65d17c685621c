import { error, redirect, type RequestEvent } from '@sveltejs/kit';
import { signInFrom } from '#lib/origin/next.ts';

/** Leads to signing in. A form that was sent would be lost on the way, so its page keeps it and says where to sign in. */
export function leadToSignIn({ url, locals }: RequestEvent): never {
  if (locals.sent) error(401, locals.words.t('site.fault.signed-out.text'));
  redirect(303, signInFrom(url));
}
