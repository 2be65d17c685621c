import { call } from '#lib/api/api.server.ts';
import { act } from '#lib/api/forms.ts';
import { version } from '../../../../../package.json';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const [status, waiting] = await Promise.all([
    call(event, 'GET /site/status'),
    call(event, 'GET /site/groups', { only: 'waiting', limit: 5 }),
  ]);
  return { status, waiting, version };
};

/** Each asks for what a worker does, and leads back to where its outcome will stand. */
export const actions: Actions = {
  testMail: (event) => act(event, () => call(event, 'POST /site/test-mails'), '#test-mail'),
  backup: (event) => act(event, () => call(event, 'POST /site/backups'), '#backup-now'),
};
