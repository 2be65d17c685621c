import { redirect } from '@sveltejs/kit';
import type { RequestHandler } from './$types';

/** Where people were found before their list did: addresses that were kept lead on. */
export const GET: RequestHandler = ({ params, url }) =>
  redirect(308, `/groups/${params.slug}/people${url.search}`);
