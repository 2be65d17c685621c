import { redirect } from '@sveltejs/kit';
import { api } from '#lib/api/api.server.ts';
import { at } from '#lib/api/paths.ts';
import { needViewer } from '#lib/viewer/viewer.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals }) => {
  needViewer(locals, '/');
};

export const actions: Actions = {
  default: async (event) => {
    await api(event).delete(at`/session`);
    redirect(303, '/');
  },
};
