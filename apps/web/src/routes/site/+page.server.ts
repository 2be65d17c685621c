import type { SiteGroupPage } from '@groundwork/features/stewardship/groups/contract';
import type { SiteStatus } from '@groundwork/features/stewardship/contract';
import { redirect } from '@sveltejs/kit';
import { api } from '#lib/api/api.server.ts';
import { refused } from '#lib/api/forms.ts';
import { at } from '#lib/api/paths.ts';
import { version } from '../../../../../package.json';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

export const load: PageServerLoad = async (event) => {
  const [status, waiting] = await Promise.all([
    api(event).get<SiteStatus>(at`/site/status`),
    api(event).get<SiteGroupPage>(at`/site/groups?only=waiting&limit=5`),
  ]);
  return { status, waiting, version };
};

export const actions: Actions = {
  testMail: (event) => ask(event, at`/site/test-mails`, 'test-mail'),
  backup: (event) => ask(event, at`/site/backups`, 'backup-now'),
};

/** Asks for what a worker does, and leads back to where its outcome will stand. */
async function ask(event: RequestEvent, path: ReturnType<typeof at>, place: string) {
  const form = await event.request.formData();
  try {
    await api(event).post(path);
  } catch (error) {
    return refused(error, form);
  }
  redirect(303, `/site#${place}`);
}
