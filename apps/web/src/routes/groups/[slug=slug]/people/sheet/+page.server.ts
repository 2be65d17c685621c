import { call } from '#lib/api/api.server.ts';
import { act, type FormValues } from '#lib/api/forms.ts';
import { sheetWays } from '#lib/people/sheet-ways.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const { slug } = event.params;
  const [group, sheets, campaigns, events] = await Promise.all([
    call(event, 'GET /groups/:slug', { slug }),
    call(event, 'GET /groups/:slug/sheets', { slug, after: event.url.searchParams.get('after') }),
    call(event, 'GET /campaigns', { group: slug, state: 'any', limit: 50 }),
    call(event, 'GET /groups/:slug/events', { slug, limit: 50 }),
  ]);
  const named = ({ id, title }: { id: string; title: string }) => ({ id, title });
  return { group, sheets, campaigns: campaigns.rows.map(named), events: events.rows.map(named) };
};

export const actions: Actions = {
  default: (event) => {
    const { slug } = event.params;
    return act(
      event,
      (typed) => call(event, 'POST /groups/:slug/sheets', { slug }, headingIn(typed)),
      ({ id }) => `/groups/${slug}/people/sheet/${id}`,
    );
  },
};

function headingIn({ title = '', about = '', language = '', day = '', words = '', ...ticked }: FormValues) {
  const [kind = '', id = ''] = about.split(':');
  const signs = ticked.signs === 'yes';
  const ways = sheetWays.filter((way) => ticked[`way-${way}`]);
  return { title, language, day, words, ways, signs, ...(about && { about: { kind, id } }) };
}
