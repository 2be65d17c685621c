import type { CampaignPage } from '@groundwork/features/campaigns/contract';
import type { EventPage } from '@groundwork/features/events/contract';
import type { GroupView } from '@groundwork/features/groups/contract';
import type { NewsList } from '@groundwork/features/groups/news/contract';
import { redirect, type RequestEvent } from '@sveltejs/kit';
import { wishFirst } from '#lib/accounts/wishes.server.ts';
import { atOwnAddress } from '#lib/api/addresses.ts';
import { api } from '#lib/api/api.server.ts';
import { refused } from '#lib/api/forms.ts';
import { at, type ApiPath } from '#lib/api/paths.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const { slug } = event.params;
  const [group, campaigns, supported, events, news] = await Promise.all([
    api(event).get<GroupView>(at`/groups/${slug}`),
    api(event).get<CampaignPage>(at`/campaigns?group=${slug}&limit=6`),
    api(event).get<CampaignPage>(at`/campaigns?sponsor=${slug}&limit=6`),
    api(event).get<EventPage>(at`/events?group=${slug}&limit=6`),
    api(event).get<NewsList>(at`/groups/${slug}/news`),
  ]);
  atOwnAddress(event, group);
  return {
    group,
    campaigns,
    supported: supported.rows,
    events,
    news: news.rows,
    done: event.url.searchParams.get('done'),
  };
};

export const actions: Actions = {
  join: (event) =>
    deed(event, 'joined', (path) =>
      event.locals.viewer
        ? api(event).put(at`${path}/membership`)
        : wishFirst(event, { deed: 'groups.join', slug: event.params.slug }),
    ),
  ask: (event) =>
    deed(event, 'asked', (path, form) =>
      event.locals.viewer
        ? api(event).post(at`${path}/join-requests`, { answers: form.getAll('answer').map(String) })
        : wishFirst(event, { deed: 'groups.ask', slug: event.params.slug }),
    ),
  withdraw: (event) => deed(event, 'withdrawn', (path) => api(event).delete(at`${path}/join-requests/own`)),
};

type Deed = (path: ApiPath, form: FormData) => Promise<unknown>;
async function deed(event: RequestEvent<{ slug: string }>, done: string, act: Deed) {
  const form = await event.request.formData();
  try {
    await act(at`/groups/${event.params.slug}`, form);
  } catch (error) {
    return refused(error, form);
  }
  redirect(303, `/groups/${event.params.slug}?done=${done}`);
}
