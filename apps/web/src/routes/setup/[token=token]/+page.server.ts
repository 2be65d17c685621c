import { call, pass, show } from '#lib/api/api.server.ts';
import { act, valuesOf } from '#lib/api/forms.ts';
import { ApiRefusal } from '#lib/api/refusal.ts';
import { readZone } from '#lib/zones/zones.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  event.setHeaders({ 'cache-control': 'no-store' });
  try {
    await pass(event, 'GET /setup/:token', event.params);
    return { isOpen: true };
  } catch (refusal) {
    if (refusal instanceof ApiRefusal && refusal.status === 404) return { isOpen: false };
    return show(refusal, event);
  }
};

export const actions: Actions = {
  default: (event) =>
    act(
      event,
      async ({ timeZone = '', groupSummary = '', siteName, opening, groupName, ...typed }) => {
        const { name, email, password, language } = typed;
        return call(event, 'POST /setup/:token', event.params, {
          ...{ name, email, password, language, siteName, opening, groupName, groupSummary },
          languages: valuesOf(typed, 'languages'),
          timeZone: await readZone(event, timeZone),
        });
      },
      ({ groupSlug }) => `/groups/${groupSlug}`,
    ),
};
