import { call } from '#lib/api/api.server.ts';
import { act } from '#lib/api/forms.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const { slug, deedId } = event.params;
  event.setHeaders({ 'cache-control': 'no-store' });
  const [group, deed, lists, { rows: fields }, { rows: contacts }] = await Promise.all([
    call(event, 'GET /groups/:slug', { slug }),
    call(event, 'GET /groups/:slug/people-deeds/:deedId', { slug, deedId }),
    call(event, 'GET /groups/:slug/lists', { slug }),
    call(event, 'GET /groups/:slug/person-fields', { slug }),
    call(event, 'GET /groups/:slug/people-contacts', { slug }),
  ]);
  const field = fields.find(({ id }) => id === event.url.searchParams.get('field')) ?? null;
  const isCounted = deed.isOfTicked || deed.state !== 'draft';
  const counts = isCounted
    ? { found: deed.totalCount, isAbout: false }
    : await call(event, 'GET /groups/:slug/people-counts', { slug, lines: deed.written, milliseconds: 300 });
  return { group, deed, lists, fields, field, contacts, counts };
};

export const actions: Actions = {
  begin: (event) =>
    act(
      event,
      ({ tag, list, name, field, value, assessment, contact, clears }) =>
        call(event, 'PUT /groups/:slug/people-deeds/:deedId/approval', event.params, {
          ...{ tag, list, name, field, value },
          contact: contact === 'nobody' ? undefined : contact,
          clears: clears === 'yes' || contact === 'nobody',
          assessment: assessment || undefined,
        }),
      '?',
    ),
  prepare: (event) =>
    act(
      event,
      ({ format }) => call(event, 'PUT /groups/:slug/people-deeds/:deedId/file', event.params, { format }),
      '?',
    ),
  undo: (event) =>
    act(event, () => call(event, 'PUT /groups/:slug/people-deeds/:deedId/undoing', event.params), ''),
};
