import type { OutboxLetter } from '@groundwork/features/stewardship/contract';
import { api } from '#lib/api/api.server.ts';
import { at } from '#lib/api/paths.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => ({
  mail: await api(event).get<OutboxLetter>(at`/site/outbox/${event.params.mailId}`),
});
