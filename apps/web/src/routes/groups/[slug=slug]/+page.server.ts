import { intentFirst } from '#lib/accounts/intents.server.ts';
import { orAllyAt } from '#lib/allies/leading.server.ts';
import { atOwnAddress } from '#lib/api/addresses.ts';
import { call } from '#lib/api/api.server.ts';
import { act, valuesOf, type FormValues } from '#lib/api/forms.ts';
import { loadCoalition } from '#lib/coalitions/overview.server.ts';
import { codeIn } from '#lib/links/codes.ts';
import { greetingOf } from '#lib/moves/moves.server.ts';
import type { Actions, PageServerLoad, PageServerLoadEvent } from './$types';

export const load: PageServerLoad = (event) => orAllyAt(event, loadGroup(event));

async function loadGroup(event: PageServerLoadEvent) {
  const { slug } = event.params;
  const via = codeIn(event.url);
  const [group, campaigns, supported, events, news, greeting, belongings] = await Promise.all([
    call(event, 'GET /groups/:slug', { slug }),
    call(event, 'GET /campaigns', { group: slug, limit: 6 }),
    call(event, 'GET /campaigns', { sponsor: slug, limit: 6 }),
    call(event, 'GET /events', { group: slug, limit: 6 }),
    call(event, 'GET /groups/:slug/news', { slug }),
    greetingOf(event, slug, via),
    call(event, 'GET /groups/:slug/coalitions', { slug }),
  ]);
  atOwnAddress(event, group);
  const listed = group.kind === 'coalition' ? { coalition: group.slug } : { group: group.slug };
  const [shared, welcome, coalition, listings, due] = await Promise.all([
    group.myRole ? call(event, 'GET /groups/:slug/shared-views', { slug }) : { rows: [] },
    group.myRole ? call(event, 'GET /groups/:slug/welcome', { slug }) : null,
    group.kind === 'coalition' ? loadCoalition(event, group.slug) : null,
    call(event, 'GET /listings', { ...listed, limit: 3 }),
    group.can.publish ? call(event, 'GET /groups/:slug/promises', { slug, limit: 5 }) : null,
  ]);
  return {
    group,
    coalition,
    welcome: welcome?.welcome ?? null,
    partOf: belongings.rows.filter(({ state }) => state === 'accepted').map((row) => row.coalition),
    sharedViews: shared.rows,
    listings: listings.rows,
    due: due?.rows ?? [],
    campaigns,
    supported: supported.rows,
    events,
    news: news.rows,
    greeting,
    via: greeting ? via : '',
    done: event.url.searchParams.get('done'),
  };
}

export const actions: Actions = {
  join: (event) => {
    const { slug } = event.params;
    const join = ({ via }: FormValues) =>
      event.locals.viewer
        ? call(event, 'PUT /groups/:slug/membership', { slug, via })
        : intentFirst(event, { deed: 'groups.join', slug, via });
    return act(event, join, '?done=joined');
  },
  ask: (event) => {
    const { slug } = event.params;
    const ask = (typed: FormValues) => {
      const answers = valuesOf(typed, 'answer');
      // Strangers are asked nothing: whoever answered was signed in.
      return event.locals.viewer || answers.length > 0
        ? call(event, 'POST /groups/:slug/join-requests', { slug }, { answers, via: typed.via })
        : intentFirst(event, { deed: 'groups.ask', slug, via: typed.via });
    };
    return act(event, ask, '?done=asked');
  },
  welcomed: (event) => act(event, () => call(event, 'PUT /groups/:slug/welcome/reading', event.params), ''),
  withdraw: (event) =>
    act(event, () => call(event, 'DELETE /groups/:slug/join-requests/own', event.params), '?done=withdrawn'),
};
