import { call } from '#lib/api/api.server.ts';
import { act } from '#lib/api/forms.ts';
import { needViewer } from '#lib/viewer/viewer.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  needViewer(event.locals, '/sign-in?next=/notices');
  const after = event.url.searchParams.get('after');
  return { told: await call(event, 'GET /notices', { after, limit: 50 }) };
};

export const actions: Actions = {
  seen: (event) => act(event, () => call(event, 'PUT /notices/seen'), ''),
};
