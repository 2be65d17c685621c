import { redirect } from '@sveltejs/kit';
import { call } from '#lib/api/api.server.ts';
import { needViewer } from '#lib/viewer/viewer.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals }) => {
  needViewer(locals, '/');
};

export const actions: Actions = {
  default: async (event) => {
    await call(event, 'DELETE /session');
    redirect(303, '/');
  },
};
