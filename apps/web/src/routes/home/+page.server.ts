import { call } from '#lib/api/api.server.ts';
import { act, type FormValues } from '#lib/api/forms.ts';
import { loadFrontCampaigns } from '#lib/home/front.server.ts';
import { needViewer } from '#lib/viewer/viewer.server.ts';
import type { Actions, PageServerLoad } from './$types';

/** How many of the site's campaigns stand below what is one's own. */
const SHOWN = 3;
const WEEK = 7 * 24 * 60 * 60 * 1000;
/** How much of what was told, as far as it was not seen. */
const TOLD = 5;

export const load: PageServerLoad = async (event) => {
  needViewer(event.locals, '/sign-in?next=/home');
  const [waits, told, mine, groups, campaigns, firstSteps] = await Promise.all([
    call(event, 'GET /waiting'),
    call(event, 'GET /notices', { limit: TOLD }),
    call(event, 'GET /events', { mine: true, limit: 12 }),
    call(event, 'GET /waiting/groups'),
    loadFrontCampaigns(event, SHOWN),
    event.locals.viewer?.isSiteSteward ? call(event, 'GET /site/first-steps') : { steps: null },
  ]);
  const weekEnds = new Date(Date.now() + WEEK).toISOString();
  return {
    week: mine.rows.filter(({ startsAt }) => startsAt < weekEnds),
    told: told.rows.filter(({ isSeen }) => !isSeen),
    ...{ waits, groups: groups.rows, campaigns, steps: firstSteps.steps },
    done: event.url.searchParams.get('done'),
  };
};

export const actions: Actions = {
  join: (event) =>
    act(
      event,
      ({ group: slug = '-', id: requestId = '-', decision }) =>
        call(event, 'PUT /groups/:slug/join-requests/:requestId/decision', { slug, requestId }, { decision }),
      (_outcome, { decision = '' }) => `?${new URLSearchParams({ done: decision })}`,
    ),
  campaign: (event) =>
    act(
      event,
      ({ group: slug = '-', key: campaign = '-', answer }) =>
        call(event, 'PUT /groups/:slug/sponsorships/:campaign', { slug, campaign }, { answer }),
      answered,
    ),
  event: (event) =>
    act(
      event,
      ({ group: slug = '-', key = '-', answer }) =>
        call(event, 'PUT /groups/:slug/event-sponsorships/:event', { slug, event: key }, { answer }),
      answered,
    ),
  remind: (event) =>
    act(
      event,
      ({ key: slug = '-' }) => call(event, 'POST /campaigns/:slug/reminders', { slug }),
      '?done=reminded',
    ),
  away: (event) => act(event, () => call(event, 'DELETE /site/first-steps'), ''),
};

function answered(_outcome: unknown, { answer = '' }: FormValues) {
  return `?${new URLSearchParams({ done: answer })}`;
}
