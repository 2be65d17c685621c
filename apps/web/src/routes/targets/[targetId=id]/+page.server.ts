import { redirect } from '@sveltejs/kit';
import { call } from '#lib/api/api.server.ts';
import { needViewer } from '#lib/viewer/viewer.server.ts';
import type { PageServerLoad } from './$types';

/** A decision-maker has a page for each group that finds them: this leads to the one of the viewer's. */
export const load: PageServerLoad = async (event) => {
  const { targetId } = event.params;
  needViewer(event.locals, `/sign-in?next=/targets/${targetId}`);
  const { group } = await call(event, 'GET /targets/:targetId', { targetId });
  redirect(307, `/groups/${group}/targets/${targetId}`);
};
