import type { OutboxPage } from '@groundwork/features/stewardship/outbox/contract';
import { api } from '#lib/api/api.server.ts';
import { refused, words } from '#lib/api/forms.ts';
import { at } from '#lib/api/paths.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => ({
  outbox: await api(event).get<OutboxPage>(at`/site/outbox?${event.url.searchParams}`),
  isRefused: event.url.searchParams.get('refused') === 'true',
});

export const actions: Actions = {
  /** Answers with what was found, and leads nowhere: an address stands in no link, no history and no log. */
  search: async (event) => {
    const form = await event.request.formData();
    const { address = '', after } = words(form);
    try {
      const asked = { address, ...(after && { after }) };
      return { found: await api(event).post<OutboxPage>(at`/site/outbox/searches`, asked), address };
    } catch (error) {
      return refused(error, form);
    }
  },
};
