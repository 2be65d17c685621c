import { call } from '#lib/api/api.server.ts';
import { act, valuesOf } from '#lib/api/forms.ts';
import { nullFor } from '#lib/mailings/refusals.server.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

export const load: PageServerLoad = async (event) => {
  event.setHeaders({ 'cache-control': 'no-store' });
  const choice = event.url.searchParams.get('choice');
  const writing = event.url.searchParams.get('writer');
  const [subscription, campaigns, writer] = await Promise.all([
    call(event, 'GET /subscriptions/:sealed', event.params),
    // A link that was cut short still ends the mail.
    choice
      ? nullFor(
          [404],
          call(event, 'GET /subscriptions/:sealed/campaigns/:choice', { ...event.params, choice }),
        )
      : null,
    writing
      ? nullFor(
          [404],
          call(event, 'GET /subscriptions/:sealed/writers/:choice', { ...event.params, choice: writing }),
        )
      : null,
  ]);
  return { subscription, choice, campaigns: campaigns?.rows ?? [], writer };
};

/** Whose letters the link is about. */
function writerPlace({ params, url }: RequestEvent) {
  return { ...params, choice: url.searchParams.get('writer') ?? '-' };
}

export const actions: Actions = {
  stop: (event) =>
    act(event, async () => {
      await call(event, 'DELETE /subscriptions/:sealed', event.params);
      return { done: 'stopped' };
    }),
  keep: (event) =>
    act(event, async () => {
      await call(event, 'PUT /subscriptions/:sealed', event.params, undefined, { twice: true });
      return { done: 'kept' };
    }),
  monthly: (event) =>
    act(event, async () => {
      await call(event, 'PUT /subscriptions/:sealed/monthly', event.params);
      return { done: 'less' };
    }),
  campaigns: (event) =>
    act(event, async (typed) => {
      const campaignIds = valuesOf(typed, 'campaign');
      const choice = event.url.searchParams.get('choice') ?? '-';
      const place = { ...event.params, choice };
      await call(event, 'PUT /subscriptions/:sealed/campaigns/:choice', place, { campaignIds });
      return { done: 'less' };
    }),
  all: (event) =>
    act(event, async () => {
      await call(event, 'PUT /subscriptions/:sealed/all', event.params);
      return { done: 'less' };
    }),
  stopWriter: (event) =>
    act(event, async () => {
      await call(event, 'DELETE /subscriptions/:sealed/writers/:choice', writerPlace(event));
      return { done: 'writer' };
    }),
  keepWriter: (event) =>
    act(event, async () => {
      await call(event, 'PUT /subscriptions/:sealed/writers/:choice', writerPlace(event));
      return { done: 'writer' };
    }),
  stopMembership: (event) =>
    act(event, () => call(event, 'DELETE /subscriptions/:sealed/membership', event.params), ''),
  keepMembership: (event) =>
    act(event, () => call(event, 'PUT /subscriptions/:sealed/membership', event.params), ''),
  record: (event) =>
    act(event, async () => {
      await call(event, 'POST /subscriptions/:sealed/own-record-mails', event.params);
      return { done: 'sent' };
    }),
};
