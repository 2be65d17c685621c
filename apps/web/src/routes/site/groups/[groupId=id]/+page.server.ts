import type { SiteGroupView } from '@groundwork/features/stewardship/groups/contract';
import { redirect, type RequestEvent } from '@sveltejs/kit';
import { api } from '#lib/api/api.server.ts';
import { refused, words } from '#lib/api/forms.ts';
import { at, type ApiPath } from '#lib/api/paths.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => ({
  group: await api(event).get<SiteGroupView>(at`/site/groups/${event.params.groupId}`),
  isDone: event.url.searchParams.has('done'),
});

export const actions: Actions = {
  vouch: (event) => act(event, (ask, path) => ask.put(at`${path}/vouching`)),
  doubt: (event) => act(event, (ask, path) => ask.delete(at`${path}/vouching`)),
  hide: (event) => act(event, (ask, path, reason) => ask.put(at`${path}/measures/hidden`, { reason })),
  show: (event) => act(event, (ask, path) => ask.delete(at`${path}/measures/hidden`)),
  freeze: (event) => act(event, (ask, path, reason) => ask.put(at`${path}/measures/frozen`, { reason })),
  thaw: (event) => act(event, (ask, path) => ask.delete(at`${path}/measures/frozen`)),
  give: (event) => act(event, (ask, path, _reason, email) => ask.post(at`${path}/stewards`, { email })),
};

type Deed = (ask: ReturnType<typeof api>, path: ApiPath, reason: string, email: string) => Promise<unknown>;
async function act(event: RequestEvent<{ groupId: string }>, deed: Deed) {
  const form = await event.request.formData();
  const { reason = '', email = '' } = words(form);
  const { groupId } = event.params;
  try {
    await deed(api(event), at`/site/groups/${groupId}`, reason, email);
  } catch (error) {
    return refused(error, form);
  }
  redirect(303, `/site/groups/${groupId}?done`);
}
