import type { OutboxPage } from '@groundwork/features/stewardship/contract';
import { api } from '#lib/api/api.server.ts';
import { at } from '#lib/api/paths.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => ({
  outbox: await api(event).get<OutboxPage>(at`/site/outbox?${event.url.searchParams}`),
  isRefused: event.url.searchParams.get('refused') === 'true',
});
