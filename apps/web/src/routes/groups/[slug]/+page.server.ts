import type { CampaignPage } from '@groundwork/features/campaigns/contract';
import type { EventPage } from '@groundwork/features/events/contract';
import type { GroupView } from '@groundwork/features/groups/contract';
import type { NewsList } from '@groundwork/features/groups/news/contract';
import { redirect, type RequestEvent } from '@sveltejs/kit';
import { api } from '#lib/api/api.server.ts';
import { refused } from '#lib/api/forms.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const { slug } = event.params;
  const [group, campaigns, events, news] = await Promise.all([
    api(event).get<GroupView>(`/groups/${slug}`),
    api(event).get<CampaignPage>(`/campaigns?group=${slug}&limit=6`),
    api(event).get<EventPage>(`/events?group=${slug}&limit=6`),
    api(event).get<NewsList>(`/groups/${slug}/news`),
  ]);
  return { group, campaigns, events, news: news.rows, done: event.url.searchParams.get('done') };
};

export const actions: Actions = {
  join: (event) => deed(event, 'joined', (path) => api(event).put(`${path}/membership`)),
  ask: (event) =>
    deed(event, 'asked', (path, form) =>
      api(event).post(`${path}/join-requests`, { answers: form.getAll('answer').map(String) }),
    ),
  withdraw: (event) => deed(event, 'withdrawn', (path) => api(event).delete(`${path}/join-requests/own`)),
};

type Deed = (path: string, form: FormData) => Promise<unknown>;
async function deed(event: RequestEvent<{ slug: string }>, done: string, act: Deed) {
  const form = await event.request.formData();
  const path = `/groups/${event.params.slug}`;
  try {
    await act(path, form);
  } catch (error) {
    return refused(error, form);
  }
  redirect(303, `${path}?done=${done}`);
}
