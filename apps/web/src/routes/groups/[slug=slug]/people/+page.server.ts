import { redirect } from '@sveltejs/kit';
import { call } from '#lib/api/api.server.ts';
import { act } from '#lib/api/forms.ts';
import { addLine, listThings } from '#lib/segments/adding.server.ts';
import { addressAsking, askedIn, lineOfTag } from '#lib/segments/asked.ts';
import { fieldAsked } from '#lib/segments/field-lines.ts';
import { findPeopleFrom } from '#lib/segments/jumping.server.ts';
import { isLineKind } from '#lib/segments/kinds.ts';
import type { Actions, PageServerLoad } from './$types';

/** So long a page waits for a count. */
const PATIENCE_MS = 300;

export const load: PageServerLoad = async (event) => {
  const { slug } = event.params;
  const params = event.url.searchParams;
  leadOnFromOldFilters(event.url);
  const { rows: fields } = await call(event, 'GET /groups/:slug/person-fields', { slug });
  const kind = params.get('is') ?? '';
  const how = params.get('how') ?? 'add';
  const field = fieldAsked(kind, fields);
  const { refusal, counted } = await addLine(event, field);
  const asked = askedIn(params);
  const { lines, search, order, limit, view } = asked;
  const [after, before, from] = ['after', 'before', 'from'].map((name) => params.get(name) ?? '');
  const milliseconds = PATIENCE_MS;
  const [group, { found, oddFrom }, counts, saved, segments, lists, views] = await Promise.all([
    call(event, 'GET /groups/:slug', { slug }),
    findPeopleFrom(event, { slug, lines, search, order, limit, view, after, before, from: from ?? '' }),
    call(event, 'GET /groups/:slug/people-counts', { slug, lines, search, milliseconds }),
    call(event, 'GET /groups/:slug/saved-counts', { slug, milliseconds }),
    call(event, 'GET /groups/:slug/segments', { slug }),
    call(event, 'GET /groups/:slug/lists', { slug }),
    call(event, 'GET /groups/:slug/people-views', { slug }),
  ]);
  const isOffered = kind !== 'role' || group.can.seeRoles;
  const draft = isOffered && isLineKind(kind) ? { kind, how } : null;
  return {
    ...{ group, found, counts, segments, lists, views, asked, draft, refusal, counted, fields },
    fieldDraft: field && { field, how },
    from: from ?? '',
    oddFrom,
    savedCounts: Object.fromEntries(saved.rows.map(({ id, count }) => [id, count])),
    opened: segments.rows.find(({ id }) => id === asked.segment) ?? null,
    things: draft ? await listThings(event, draft.kind, { segments, lists }) : [],
    typed: Object.fromEntries(params),
    isErased: params.has('erased'),
  };
};

export const actions: Actions = {
  save: (event) =>
    act(
      event,
      async ({ name, lines }) => {
        const { id } = await call(event, 'POST /groups/:slug/segments', event.params, { name, lines });
        return addressAsking({ ...askedIn(event.url.searchParams), lines: lines ?? '', segment: id });
      },
      (address) => address,
    ),
  change: (event) =>
    act(
      event,
      async ({ segmentId, name, lines }) => {
        const asked = { ...event.params, segmentId };
        await call(event, 'PUT /groups/:slug/segments/:segmentId', asked, { name, lines });
        return addressAsking({ lines: lines ?? '', segment: segmentId ?? '' });
      },
      (address) => address,
    ),
  remove: (event) =>
    act(
      event,
      ({ segmentId }) =>
        call(event, 'DELETE /groups/:slug/segments/:segmentId', { ...event.params, segmentId }),
      '',
    ),
  /** Whom and what; how many they are, and the rest, is asked on the next page. */
  choose: (event) =>
    act(
      event,
      async ({ kind, whom, lines, search }, form) => {
        const people =
          whom === 'all'
            ? { lines: lines ?? '', search: search ?? '' }
            : { ids: form.getAll('id').map(String) };
        return call(event, 'POST /groups/:slug/people-deeds', event.params, { kind, ...people });
      },
      ({ id }) => `/groups/${event.params.slug}/people/deeds/${id}`,
    ),
};

/** Addresses of before had a tag or a consent to filter by: each is a line. */
function leadOnFromOldFilters({ pathname, searchParams }: URL) {
  const [tag, consent] = ['tag', 'consent'].map((name) => searchParams.get(name)?.trim());
  if (searchParams.has('is') || (!tag && !consent)) return;
  const lines = [tag && lineOfTag(tag), consent && `${consent === 'no' ? 'without' : 'only'}:mailable`];
  const search = searchParams.get('search') ?? '';
  redirect(308, `${pathname}${addressAsking({ lines: lines.filter(Boolean).join(';'), search })}`);
}
