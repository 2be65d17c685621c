import type { PersonFieldView } from '@groundwork/features/people/fields/contract';
import type { FoundPeople } from '@groundwork/features/segments/contract';
import { redirect, type RequestEvent } from '@sveltejs/kit';
import { call, pass } from '#lib/api/api.server.ts';
import { ApiRefusal } from '#lib/api/refusal.ts';
import { addressAsking, askedIn } from './asked.ts';
import { fieldLine } from './field-lines.ts';
import { LINE_FIELDS, isLineKind, type LineKind } from './kinds.ts';

type Saved = { rows: { id: string; name: string }[] };

/** Leads on to the lines with the one that was put together; or says why it is none. */
export async function addLine(
  event: RequestEvent<{ slug: string }>,
  field: PersonFieldView | null,
): Promise<string | null> {
  const params = event.url.searchParams;
  const { slug } = event.params;
  const kind = params.get('is') ?? '';
  if (!params.has('add')) return null;
  const how = params.get('how') ?? 'add';
  const line = field ? fieldLine(how, field, params) : isLineKind(kind) && lineOf(how, kind, params);
  if (!line) return null;
  const asked = askedIn(params);
  const lines = [asked.lines, line].filter(Boolean).join(';');
  try {
    const answer = await pass(event, 'GET /groups/:slug/people', { slug, lines, limit: 1 });
    if (kind === 'near') {
      const found = (await answer.json()) as FoundPeople;
      if (found.lines.at(-1)?.isGone) return event.locals.words.t('segments.near.unknown');
    }
  } catch (error) {
    if (error instanceof ApiRefusal && error.status === 422) return error.fields[0]?.message ?? error.detail;
    throw error;
  }
  redirect(303, `${event.url.pathname}${addressAsking({ ...asked, lines, search: '' })}`);
}

function lineOf(how: string, kind: LineKind, params: URLSearchParams): string {
  const fields = LINE_FIELDS[kind].flatMap((name) => {
    const value = params.get(name)?.trim() || (name === 'postcode' && params.get('place'));
    return value ? [`${name}=${encodeURIComponent(value)}`] : [];
  });
  return [how, kind, ...fields].join(':');
}

/** What a line of this kind may be about: of accounts those that see people, of links, campaigns and events the newest. */
export async function listThings(
  event: RequestEvent<{ slug: string }>,
  kind: LineKind,
  { segments, lists }: { segments: Saved; lists: Saved },
) {
  const { slug } = event.params;
  const names: readonly string[] = LINE_FIELDS[kind];
  if (names.includes('segment') || names.includes('list'))
    return (names.includes('list') ? lists : segments).rows.map(({ id, name }) => ({
      value: id,
      label: name,
    }));
  // Nothing without the site's table of postcodes; with it, a postcode that is typed, or that of an event.
  if (names.includes('postcode')) {
    const [{ count }, { rows }] = await Promise.all([
      call(event, 'GET /site/postcodes'),
      call(event, 'GET /groups/:slug/people-places', { slug }),
    ]);
    const typed = { value: '', label: event.locals.words.t('segments.near.typed') };
    return count > 0 ? [typed, ...rows.map(({ id, name }) => ({ value: id, label: name }))] : [];
  }
  if (names.includes('link')) {
    const { rows } = await call(event, 'GET /groups/:slug/people-links', { slug });
    return rows.map(({ id, name }) => ({ value: id, label: name }));
  }
  if (names.includes('contact')) {
    const { rows } = await call(event, 'GET /groups/:slug/people-contacts', { slug });
    return rows.map(({ id, name }) => ({ value: id, label: name }));
  }
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
