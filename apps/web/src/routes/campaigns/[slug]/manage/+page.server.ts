import type { CampaignView } from '@groundwork/features/campaigns/contract';
import type { CampaignNumbers, SignaturePage } from '@groundwork/features/campaigns/signatures/contract';
import type { SponsorList } from '@groundwork/features/campaigns/sponsors/contract';
import type { UpdateList } from '@groundwork/features/campaigns/updates/contract';
import type { LinkPage } from '@groundwork/features/links/contract';
import { redirect, type RequestEvent } from '@sveltejs/kit';
import { api, type Api } from '#lib/api/api.server.ts';
import { refused, words } from '#lib/api/forms.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const ask = api(event);
  const path = `/campaigns/${event.params.slug}`;
  const campaign = await ask.get<CampaignView>(path);
  const isDraft = campaign.state === 'draft';
  const after = event.url.searchParams.get('after');
  const older = after ? `&${new URLSearchParams({ after })}` : '';
  const [numbers, sponsors, links, updates, signatures] = await Promise.all([
    ask.get<CampaignNumbers>(`${path}/numbers`),
    ask.get<SponsorList>(`${path}/sponsors`),
    ask.get<LinkPage>(`/groups/${campaign.group.slug}/links?${new URLSearchParams({ path, limit: '100' })}`),
    isDraft ? { rows: [] } : ask.get<UpdateList>(`${path}/updates`),
    ask.get<SignaturePage>(`${path}/signatures?limit=20${older}`),
  ]);
  return { campaign, numbers, sponsors: sponsors.rows, links: links.rows, updates: updates.rows, signatures };
};

export const actions: Actions = {
  publish: (event) => act(event, (ask, path) => ask.put(`${path}/publication`)),
  pause: (event) => act(event, (ask, path) => ask.put(`${path}/pause`)),
  resume: (event) => act(event, (ask, path) => ask.delete(`${path}/pause`)),
  end: (event) => act(event, (ask, path, { outcome }) => ask.put(`${path}/outcome`, { outcome })),
  reopen: (event) => act(event, (ask, path) => ask.delete(`${path}/outcome`)),
  remove: (event) => act(event, (ask, path) => ask.delete(path), '/groups'),
  invite: (event) => act(event, (ask, path, { group }) => ask.put(`${path}/sponsors/${lastPart(group)}`)),
  drop: (event) => act(event, (ask, path, { group }) => ask.delete(`${path}/sponsors/${lastPart(group)}`)),
  link: (event) =>
    act(event, (ask, path, { home, label, code }) =>
      ask.post(`/groups/${lastPart(home)}/links`, { path, label, ...(code && { code }) }),
    ),
  tell: (event) =>
    act(event, (ask, path, { title, body, mail }) =>
      ask.post(`${path}/updates`, { title, body, mail: mail === 'yes' }),
    ),
  hide: (event) => act(event, (ask, path, { id }) => ask.put(`${path}/signatures/${lastPart(id)}/hiding`)),
  show: (event) => act(event, (ask, path, { id }) => ask.delete(`${path}/signatures/${lastPart(id)}/hiding`)),
};

type Deed = (ask: Api, path: string, typed: Record<string, string | undefined>) => Promise<unknown>;
async function act(event: RequestEvent, deed: Deed, next?: string) {
  const form = await event.request.formData();
  const path = `/campaigns/${event.params.slug}`;
  try {
    await deed(api(event), path, words(form));
  } catch (error) {
    return refused(error, form);
  }
  redirect(303, next ?? `${path}/manage`);
}

/** An organizer may paste a whole address; its last part is what the api knows it by. */
function lastPart(typed = '') {
  return encodeURIComponent(typed.replace(/\/+$/, '').split('/').at(-1) || '-');
}
