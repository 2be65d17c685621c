import { call } from '#lib/api/api.server.ts';
import { act } from '#lib/api/forms.ts';
import { reachActions } from '#lib/people/reach.server.ts';
import { taggedIn } from '#lib/people/tags.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const { slug, personId } = event.params;
  const asked = event.url.searchParams;
  const kind = asked.get('kind') || null;
  const which = { slug, personId };
  const [group, person, reach, known, lists, notes, history, merges] = await Promise.all([
    call(event, 'GET /groups/:slug', { slug }),
    call(event, 'GET /groups/:slug/people/:personId', which),
    call(event, 'GET /groups/:slug/people/:personId/reach', which),
    call(event, 'GET /groups/:slug/people/:personId/field-values', which),
    call(event, 'GET /groups/:slug/people/:personId/lists', which),
    call(event, 'GET /groups/:slug/people/:personId/notes', { ...which, limit: 100 }),
    call(event, 'GET /groups/:slug/people/:personId/history', {
      ...which,
      ...(kind && { kind }),
      after: asked.get('after'),
    }),
    call(event, 'GET /groups/:slug/people/:personId/merges', which),
  ]);
  const done = { isAdded: asked.has('added'), isSaved: asked.has('saved') };
  const merging = { isMerged: asked.has('merged'), isParted: asked.has('parted') };
  return {
    ...{ group, person, reach, known, lists, notes, history, kind, merges },
    removedNote: asked.get('removed'),
    ...done,
    ...merging,
  };
};

export const actions: Actions = {
  ...reachActions,
  tag: (event) =>
    act(
      event,
      ({ tags }) =>
        call(event, 'PUT /groups/:slug/people/:personId/tags', event.params, { tags: taggedIn(tags) }),
      '',
    ),
  fill: (event) =>
    act(
      event,
      (typed) => {
        const values = Object.entries(typed).flatMap(([name, value]) =>
          name.startsWith('value-') ? [{ field: name.slice('value-'.length), value }] : [],
        );
        return call(event, 'PUT /groups/:slug/people/:personId/field-values', event.params, { values });
      },
      '',
    ),
  putOn: (event) =>
    act(
      event,
      ({ listId = '' }) =>
        call(event, 'PUT /groups/:slug/lists/:listId/people/:personId', { ...event.params, listId }),
      '',
    ),
  takeOff: (event) =>
    act(
      event,
      ({ listId = '' }) =>
        call(event, 'DELETE /groups/:slug/lists/:listId/people/:personId', { ...event.params, listId }),
      '',
    ),
  note: (event) =>
    act(
      event,
      ({ body = '', months, contactedBy }) =>
        call(event, 'POST /groups/:slug/people/:personId/notes', event.params, {
          body,
          months,
          contactedBy,
        }),
      '#notes',
    ),
  correctNote: (event) =>
    act(
      event,
      ({ noteId = '', correction: body = '' }) =>
        call(
          event,
          'PATCH /groups/:slug/people/:personId/notes/:noteId',
          { ...event.params, noteId },
          { body },
        ),
      '#notes',
    ),
  removeNote: (event) =>
    act(
      event,
      async ({ noteId = '' }) => {
        const which = { ...event.params, noteId };
        await call(event, 'PUT /groups/:slug/people/:personId/notes/:noteId/removal', which);
        return noteId;
      },
      (noteId) => `?removed=${noteId}#notes`,
    ),
  restoreNote: (event) =>
    act(
      event,
      ({ noteId = '' }) =>
        call(event, 'DELETE /groups/:slug/people/:personId/notes/:noteId/removal', {
          ...event.params,
          noteId,
        }),
      '#notes',
    ),
  part: (event) =>
    act(
      event,
      ({ mergeId = '' }) =>
        call(event, 'DELETE /groups/:slug/people/:personId/merges/:mergeId', { ...event.params, mergeId }),
      '?parted',
    ),
  erase: (event) =>
    act(
      event,
      () => call(event, 'DELETE /groups/:slug/people/:personId', event.params),
      `/groups/${event.params.slug}/people?erased`,
    ),
};
