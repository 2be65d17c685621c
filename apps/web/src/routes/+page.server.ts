import { redirect } from '@sveltejs/kit';
import { loadFront } from '#lib/home/front.server.ts';
import type { PageServerLoad } from './$types';

/** The front page, for whoever is not signed in; everybody else is led to their own. */
export const load: PageServerLoad = (event) => {
  if (event.locals.viewer) redirect(303, '/home');
  return loadFront(event);
};
