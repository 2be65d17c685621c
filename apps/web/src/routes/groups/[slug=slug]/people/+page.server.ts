import type { GroupView } from '@groundwork/features/groups/contract';
import type { PeoplePage } from '@groundwork/features/people/contract';
import { api } from '#lib/api/api.server.ts';
import { at } from '#lib/api/paths.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const { slug } = event.params;
  const asked = event.url.searchParams;
  const query = new URLSearchParams([...asked].filter(([, value]) => value !== ''));
  const [group, people] = await Promise.all([
    api(event).get<GroupView>(at`/groups/${slug}`),
    api(event).get<PeoplePage>(at`/groups/${slug}/people?${query}`),
  ]);
  query.delete('after');
  return {
    group,
    people,
    search: asked.get('search') ?? '',
    consent: asked.get('consent') ?? '',
    tag: asked.get('tag') ?? '',
    filters: query.toString(),
    isErased: asked.has('erased'),
  };
};
