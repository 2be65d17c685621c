import type { SiteAccount } from '@groundwork/features/stewardship/accounts/contract';
import { redirect, type RequestEvent } from '@sveltejs/kit';
import { api } from '#lib/api/api.server.ts';
import { refused, words } from '#lib/api/forms.ts';
import { at, type ApiPath } from '#lib/api/paths.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => ({
  account: await api(event).get<SiteAccount>(at`/site/accounts/${event.params.accountId}`),
  isDone: event.url.searchParams.has('done'),
});

export const actions: Actions = {
  suspend: (event) => act(event, (ask, path, reason) => ask.put(at`${path}/suspension`, { reason })),
  lift: (event) => act(event, (ask, path) => ask.delete(at`${path}/suspension`)),
  'sign-out': (event) => act(event, (ask, path) => ask.delete(at`${path}/sessions`)),
};

type Deed = (ask: ReturnType<typeof api>, path: ApiPath, reason: string) => Promise<unknown>;
async function act(event: RequestEvent<{ accountId: string }>, deed: Deed) {
  const form = await event.request.formData();
  const { accountId } = event.params;
  try {
    await deed(api(event), at`/site/accounts/${accountId}`, words(form).reason ?? '');
  } catch (error) {
    return refused(error, form);
  }
  redirect(303, `/site/accounts/${accountId}?done`);
}
