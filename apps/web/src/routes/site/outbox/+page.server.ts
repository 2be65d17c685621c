import { call } from '#lib/api/api.server.ts';
import { act } from '#lib/api/forms.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const { searchParams } = event.url;
  const isRefused = searchParams.get('refused') === 'true';
  const asked = { refused: searchParams.get('refused'), after: searchParams.get('after') };
  return { outbox: await call(event, 'GET /site/outbox', asked), isRefused };
};

export const actions: Actions = {
  /** Answers with what was found, and leads nowhere: an address stands in no link, no history and no log. */
  search: (event) =>
    act(event, async ({ address = '', after }) => {
      const asked = { address, ...(after && { after }) };
      return { found: await call(event, 'POST /site/outbox/searches', {}, asked), address };
    }),
};
