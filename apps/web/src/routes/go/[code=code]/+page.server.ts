import { redirect } from '@sveltejs/kit';
import { visitLink } from '#lib/links/visits.server.ts';
import type { PageServerLoad } from './$types';

/** A short link: a redirection is never a remembered page. */
export const load: PageServerLoad = async (event) => {
  const target = await visitLink(event, event.params.code);
  redirect(302, `${target.path}?via=${target.code}`);
};
