import { call } from '#lib/api/api.server.ts';
import { act, type FormValues } from '#lib/api/forms.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const { slug } = event.params;
  const [group, fields] = await Promise.all([
    call(event, 'GET /groups/:slug', { slug }),
    call(event, 'GET /groups/:slug/person-fields', { slug }),
  ]);
  const counts = fields.can.define
    ? await call(event, 'GET /groups/:slug/person-fields/counts', { slug })
    : null;
  return { group, fields, counts: counts?.rows ?? [], done: event.url.searchParams.get('done') };
};

export const actions: Actions = {
  make: (event) =>
    act(
      event,
      (typed) => call(event, 'POST /groups/:slug/person-fields', event.params, inputOf(typed)),
      '?done=made',
    ),
  save: (event) =>
    act(
      event,
      (typed) => {
        const asked = { ...event.params, fieldId: typed.field };
        const change = { ...inputOf(typed), becomes: becomesIn(typed) };
        return call(event, 'PUT /groups/:slug/person-fields/:fieldId', asked, change);
      },
      '?done=saved',
    ),
  move: (event) =>
    act(
      event,
      ({ field: fieldId, place }) =>
        call(
          event,
          'PUT /groups/:slug/person-fields/:fieldId/place',
          { ...event.params, fieldId },
          { place },
        ),
      '',
    ),
  remove: (event) =>
    act(
      event,
      ({ field: fieldId }) =>
        call(event, 'DELETE /groups/:slug/person-fields/:fieldId', { ...event.params, fieldId }),
      '?done=removed',
    ),
};

function inputOf(typed: FormValues) {
  const { name, kind, purpose, sees, more = '' } = typed;
  const added = more.split(/[\r\n]+/).map((choice) => choice.trim());
  const choices = [...rowsOf(typed).map(({ now }) => now), ...added].filter(Boolean);
  return { name, kind, purpose, sees, ...(kind === 'choice' && { choices }) };
}

/** What each choice becomes that was written otherwise, or taken out with what comes in its place. */
function becomesIn(typed: FormValues) {
  return rowsOf(typed).flatMap(({ was, now, instead }) => {
    if (now !== '') return now === was ? [] : [{ choice: was, to: now }];
    if (instead === 'nothing') return [{ choice: was, to: '' }];
    const to = typed[instead];
    return to ? [{ choice: was, to }] : [];
  });
}

/** The choices that there were, as they stand in the form now, and what comes in the place of one that goes. */
function rowsOf(typed: FormValues) {
  const rows: { was: string; now: string; instead: string }[] = [];
  for (let row = 0; typed[`was-${row}`] !== undefined; row += 1)
    rows.push({
      was: typed[`was-${row}`] ?? '',
      now: typed[`choice-${row}`] ?? '',
      instead: typed[`becomes-${row}`] ?? '',
    });
  return rows;
}
