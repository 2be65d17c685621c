import type { SiteGroupPage } from '@groundwork/features/stewardship/groups/contract';
import { api } from '#lib/api/api.server.ts';
import { at } from '#lib/api/paths.ts';
import type { PageServerLoad } from './$types';

const ASKED = new Set(['search', 'only', 'after']);

export const load: PageServerLoad = async (event) => {
  const { searchParams } = event.url;
  const asked = new URLSearchParams([...searchParams].filter(([name, value]) => ASKED.has(name) && value));
  const groups = await api(event).get<SiteGroupPage>(at`/site/groups?${asked}`);
  asked.delete('after');
  return { groups, search: asked.get('search') ?? '', only: asked.get('only'), asked: asked.toString() };
};
