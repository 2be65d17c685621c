import { redirect } from '@sveltejs/kit';
import type { PageServerLoad } from './$types';

/** A coalition's page is that of its group. */
export const load: PageServerLoad = ({ params, url }) => {
  redirect(307, `/groups/${params.slug}${url.search}`);
};
