import { LENGTHS } from '@groundwork/features/lengths';
import type { PersonFieldView } from '@groundwork/features/people/fields/contract';
import type { FoundPeople } from '@groundwork/features/segments/contract';
import { redirect, type RequestEvent } from '@sveltejs/kit';
import { listCarried } from '#lib/campaigns/carried.server.ts';
import { call, pass } from '#lib/api/api.server.ts';
import { ApiRefusal } from '#lib/api/refusal.ts';
import { addressAsking, askedIn } from './asked.ts';
import { fieldLine } from './field-lines.ts';
import { LINE_FIELDS, MOST_OFFERED, isLineKind, type LineKind } from './kinds.ts';

type Saved = { rows: { id: string; name: string }[] };

/** What came of a line that was put together: why it is none, or how many it would leave of those who are found without it. */
export type DraftOutcome = { refusal: string | null; counted: CountedLine | null };
export type CountedLine = { left: number; before: number; isAbout: boolean };

const NOTHING: DraftOutcome = { refusal: null, counted: null };
/** So long somebody waits who asked for a count. */
const PATIENCE_MS = 3_000;

/** Leads on to the lines with the one that was put together, or only counts it; or says why it is none. */
export async function addLine(
  event: RequestEvent<{ slug: string }>,
  field: PersonFieldView | null,
): Promise<DraftOutcome> {
  const params = event.url.searchParams;
  const line = params.has('add') || params.has('count') ? draftedLine(params, field) : null;
  if (!line) return NOTHING;
  const asked = askedIn(params);
  const lines = [asked.lines, line].filter(Boolean).join(';');
  const refusal = await refusalOf(event, lines);
  if (refusal !== null) return { refusal, counted: null };
  if (params.has('count')) return { refusal: null, counted: await countLine(event, lines) };
  redirect(303, `${event.url.pathname}${addressAsking({ ...asked, lines, search: '' })}`);
}

function draftedLine(params: URLSearchParams, field: PersonFieldView | null): string | null {
  const kind = params.get('is') ?? '';
  const how = params.get('how') ?? 'add';
  if (field) return fieldLine(how, field, params);
  return isLineKind(kind) ? kindLine(how, kind, params) : null;
}

/** What is wrong with the last of these lines, which were right before it came. */
async function refusalOf(event: RequestEvent<{ slug: string }>, lines: string): Promise<string | null> {
  try {
    const answer = await pass(event, 'GET /groups/:slug/people', { ...event.params, lines, limit: 1 });
    if (event.url.searchParams.get('is') !== 'near') return null;
    const found = (await answer.json()) as FoundPeople;
    return found.lines.at(-1)?.isGone ? event.locals.words.t('segments.near.unknown') : null;
  } catch (error) {
    if (error instanceof ApiRefusal && error.status === 422) return error.fields[0]?.message ?? error.detail;
    throw error;
  }
}

async function countLine(event: RequestEvent<{ slug: string }>, lines: string): Promise<CountedLine> {
  const counts = await call(event, 'GET /groups/:slug/people-counts', {
    ...event.params,
    lines,
    milliseconds: PATIENCE_MS,
  });
  return { left: counts.found, before: counts.lines.at(-2) ?? counts.everyone, isAbout: counts.isAbout };
}

/** A line of a kind as it is written, from what was chosen and typed; what is missing is for the api to refuse. */
export function kindLine(how: string, kind: LineKind, params: URLSearchParams): string {
  const fields = LINE_FIELDS[kind].flatMap((name) => {
    const value = params.get(name)?.trim() || (name === 'postcode' && params.get('place'));
    return value ? [`${name}=${encodeURIComponent(value)}`] : [];
  });
  return [how, kind, ...fields].join(':');
}

/**
 * What a line of this kind may be about: of roles those of every group and its own, of accounts those that see people, of links
 * the newest, of campaigns and events the newest that have the words in their title which are looked for.
 */
export async function listThings(
  event: RequestEvent<{ slug: string }>,
  kind: LineKind,
  { segments, lists }: { segments: Saved; lists: Saved },
) {
  const { slug } = event.params;
  const search = event.url.searchParams.get('named')?.trim().slice(0, LENGTHS.search) ?? '';
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
  if (names.includes('role')) {
    const { given, rows } = await call(event, 'GET /groups/:slug/roles', { slug });
    const { t } = event.locals.words;
    return [
      ...given.map(({ role }) => ({ value: role, label: t(`groups.role.${role}`) })),
      ...rows.map(({ id, name }) => ({ value: id, label: name })),
    ];
  }
  if (names.includes('campaign')) {
    const rows = await listCarried(event, slug, { search, limit: MOST_OFFERED });
    return rows.map(({ id, title }) => ({ value: id, label: title }));
  }
  if (names.includes('event')) {
    const { rows } = await call(event, 'GET /groups/:slug/events', { slug, search, limit: MOST_OFFERED });
    return rows.map(({ id, title }) => ({ value: id, label: title }));
  }
  return [];
}
