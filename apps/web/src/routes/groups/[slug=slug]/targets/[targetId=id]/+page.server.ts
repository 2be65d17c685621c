import { call } from '#lib/api/api.server.ts';
import { act, type FormValues } from '#lib/api/forms.ts';
import { writtenAsk } from '#lib/targets/written.ts';
import { needViewer } from '#lib/viewer/viewer.server.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

export const load: PageServerLoad = async (event) => {
  const { slug, targetId } = event.params;
  needViewer(event.locals, `/sign-in?next=/groups/${slug}/targets/${targetId}`);
  const asked = event.url.searchParams;
  const named = { slug, targetId };
  const [group, target, asks, notes, campaigns] = await Promise.all([
    call(event, 'GET /groups/:slug', { slug }),
    call(event, 'GET /groups/:slug/targets/:targetId', named),
    call(event, 'GET /groups/:slug/targets/:targetId/asks', { ...named, after: asked.get('asks') }),
    call(event, 'GET /groups/:slug/targets/:targetId/notes', {
      ...{ ...named, after: asked.get('notes'), limit: 10 },
    }),
    call(event, 'GET /campaigns', { group: slug, state: 'any', limit: 100 }),
  ]);
  const choices = campaigns.rows.map(({ id, title }) => ({ value: id, label: title }));
  return { group, target, asks, notes, choices, done: asked.get('done') };
};

const askOf = ({ params: { slug, targetId } }: RequestEvent, { ask = '' }: FormValues) => ({
  ...{ slug, targetId, askId: ask },
});

export const actions: Actions = {
  ask: (event) =>
    act(
      event,
      (typed) => call(event, 'POST /groups/:slug/targets/:targetId/asks', event.params, writtenAsk(typed)),
      '?done=saved#asks',
    ),
  change: (event) =>
    act(
      event,
      (typed) =>
        call(
          event,
          'PATCH /groups/:slug/targets/:targetId/asks/:askId',
          askOf(event, typed),
          writtenAsk(typed),
        ),
      (_outcome, { ask }) => `?done=saved#ask-${ask}`,
    ),
  outcome: (event) =>
    act(
      event,
      (typed) =>
        call(event, 'PUT /groups/:slug/targets/:targetId/asks/:askId/outcome', askOf(event, typed), {
          ...{ outcome: typed.outcome, word: typed.word ?? '' },
        }),
      (_outcome, { ask }) => `?done=saved#ask-${ask}`,
    ),
  withdraw: (event) =>
    act(
      event,
      (typed) =>
        call(event, 'DELETE /groups/:slug/targets/:targetId/asks/:askId/outcome', askOf(event, typed)),
      (_outcome, { ask }) => `?done=saved#ask-${ask}`,
    ),
  removeAsk: (event) =>
    act(
      event,
      (typed) => call(event, 'DELETE /groups/:slug/targets/:targetId/asks/:askId', askOf(event, typed)),
      '?done=removed#asks',
    ),
  note: (event) =>
    act(
      event,
      ({ body = '' }) => call(event, 'POST /groups/:slug/targets/:targetId/notes', event.params, { body }),
      '?done=saved#notes',
    ),
  removeNote: (event) =>
    act(
      event,
      ({ note: noteId = '' }) =>
        call(event, 'DELETE /groups/:slug/targets/:targetId/notes/:noteId', { ...event.params, noteId }),
      '?done=removed#notes',
    ),
  remove: (event) =>
    act(
      event,
      () => call(event, 'DELETE /groups/:slug/targets/:targetId', event.params),
      `/groups/${event.params.slug}/targets?done=removed`,
    ),
};
