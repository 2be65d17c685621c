import type { PersonFieldView } from '@groundwork/features/people/fields/contract';
import { redirect, type RequestEvent } from '@sveltejs/kit';
import { call, pass } from '#lib/api/api.server.ts';
import { act } from '#lib/api/forms.ts';
import { ApiRefusal } from '#lib/api/refusal.ts';
import { fieldAsked, fieldLine } from '#lib/segments/field-lines.ts';
import { LINE_FIELDS, isLineKind, type LineKind } from '#lib/segments/kinds.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const { slug } = event.params;
  const asked = event.url.searchParams;
  const lines = asked.get('lines') ?? '';
  const { rows: fields } = await call(event, 'GET /groups/:slug/person-fields', { slug });
  const kind = asked.get('is') ?? '';
  const field = fieldAsked(kind, fields);
  const refusal = asked.has('add') ? await addLine(event, slug, { before: lines, field }) : null;
  const draft = isLineKind(kind) ? { kind, how: asked.get('how') ?? 'add' } : null;
  const [group, found, counts, segments, things] = await Promise.all([
    call(event, 'GET /groups/:slug', { slug }),
    call(event, 'GET /groups/:slug/found-people', { slug, lines, after: asked.get('after'), limit: 50 }),
    call(event, 'GET /groups/:slug/found-people/counts', { slug, lines }),
    call(event, 'GET /groups/:slug/segments', { slug }),
    draft ? listThings(event, slug, draft.kind) : [],
  ]);
  const isWithin = draft?.kind === 'within';
  const choices = isWithin ? segments.rows.map(({ id, name }) => ({ value: id, label: name })) : things;
  const opened = segments.rows.find(({ id }) => id === asked.get('segment')) ?? null;
  return {
    group,
    found,
    counts,
    segments,
    opened,
    draft,
    fieldDraft: field && { field, how: asked.get('how') ?? 'add' },
    fields,
    things: choices,
    refusal,
    typed: Object.fromEntries(asked),
  };
};

export const actions: Actions = {
  save: (event) =>
    act(
      event,
      async ({ name, lines }) => {
        const { id } = await call(event, 'POST /groups/:slug/segments', event.params, { name, lines });
        return addressOf(lines, id);
      },
      (address) => address,
    ),
  change: (event) =>
    act(
      event,
      async ({ segmentId, name, lines }) => {
        const asked = { ...event.params, segmentId };
        await call(event, 'PUT /groups/:slug/segments/:segmentId', asked, { name, lines });
        return addressOf(lines, segmentId);
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
};

function addressOf(lines: string | undefined, segment: string | undefined) {
  return `?${new URLSearchParams({ lines: lines ?? '', ...(segment && { segment }) }).toString()}`;
}

type Adding = { before: string; field: PersonFieldView | null };
/** Leads on to the lines with the one that was put together; or says why it is none. */
async function addLine(event: RequestEvent, slug: string, { before, field }: Adding) {
  const asked = event.url.searchParams;
  const kind = asked.get('is') ?? '';
  const how = asked.get('how') ?? 'add';
  const line = field ? fieldLine(how, field, asked) : isLineKind(kind) && lineOf(how, kind, asked);
  if (!line) return null;
  const lines = [before, line].filter(Boolean).join(';');
  try {
    await pass(event, 'GET /groups/:slug/found-people', { slug, lines, limit: 1 });
  } catch (error) {
    if (error instanceof ApiRefusal && error.status === 422) return error.fields[0]?.message ?? error.detail;
    throw error;
  }
  redirect(303, `${event.url.pathname}${addressOf(lines, asked.get('segment') ?? undefined)}`);
}

function lineOf(how: string, kind: LineKind, asked: URLSearchParams) {
  const fields = LINE_FIELDS[kind].flatMap((name) => {
    const value = asked.get(name)?.trim();
    return value ? [`${name}=${encodeURIComponent(value)}`] : [];
  });
  return [how, kind, ...fields].join(':');
}

/** The campaigns or events that a line of this kind may be about: the newest hundred. */
async function listThings(event: RequestEvent, slug: string, kind: LineKind) {
  const names: readonly string[] = LINE_FIELDS[kind];
  if (names.includes('campaign')) {
    const { rows } = await call(event, 'GET /campaigns', { group: slug, state: 'any', limit: 100 });
    return rows.map(({ id, title }) => ({ value: id, label: title }));
  }
  if (names.includes('event')) {
    const { rows } = await call(event, 'GET /groups/:slug/events', { slug, limit: 100 });
    return rows.map(({ id, title }) => ({ value: id, label: title }));
  }
  return [];
}
