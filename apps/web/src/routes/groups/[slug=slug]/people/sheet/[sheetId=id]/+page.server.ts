import { fail, redirect, type RequestEvent } from '@sveltejs/kit';
import { call } from '#lib/api/api.server.ts';
import { act, type FormValues } from '#lib/api/forms.ts';
import { ApiRefusal } from '#lib/api/refusal.ts';
import { emptyLine, SHEET_FIELDS, type RefusedLine } from '#lib/people/sheet-lines.ts';
import type { Actions, PageServerLoad } from './$types';

/** Lines that are offered at a time. */
const LINES = 10;

export const load: PageServerLoad = async (event) => {
  const { slug, sheetId } = event.params;
  const [group, sheet] = await Promise.all([
    call(event, 'GET /groups/:slug', { slug }),
    call(event, 'GET /groups/:slug/sheets/:sheetId', {
      slug,
      sheetId,
      after: event.url.searchParams.get('after'),
    }),
  ]);
  return { group, sheet, ids: Array.from({ length: LINES }, () => crypto.randomUUID()) };
};

type Params = { slug: string; sheetId: string };

export const actions: Actions = {
  line: (event) => act(event, (typed) => enter(event, event.params, typed)),
  lines: async (event) => {
    const outcome = await act(event, (typed) => enterAll(event, event.params, linesIn(typed)));
    if (!Array.isArray(outcome)) return outcome;
    if (outcome.length === 0) redirect(303, event.url.pathname);
    return fail(422, { message: '', code: 'invalid', fields: {}, values: {}, lines: outcome });
  },
  takeBack: (event) =>
    act(
      event,
      ({ rowId = '' }) =>
        call(event, 'DELETE /groups/:slug/sheets/:sheetId/rows/:rowId', { ...event.params, rowId }),
      '#entered',
    ),
  undo: (event) =>
    act(event, () => call(event, 'PUT /groups/:slug/sheets/:sheetId/undoing', event.params), ''),
};

function enter(event: RequestEvent, params: Params, { id, name = '', email, phone, postcode }: FormValues) {
  const known = { ...(email && { email }), ...(phone && { phone }), ...(postcode && { postcode }) };
  const line = { name, ...(id && { id }), ...known };
  return call(event, 'POST /groups/:slug/sheets/:sheetId/rows', params, line);
}

/** One after the other, as they stand on the paper. Answers those that were refused, with why. */
async function enterAll(event: RequestEvent, params: Params, lines: FormValues[]): Promise<RefusedLine[]> {
  const refused: RefusedLine[] = [];
  for (const line of lines) {
    try {
      await enter(event, params, line);
    } catch (error) {
      if (!(error instanceof ApiRefusal) || error.status !== 422) throw error;
      const errors = Object.fromEntries(error.fields.map(({ name, message }) => [name, message]));
      refused.push({ ...emptyLine(''), ...line, errors });
    }
  }
  return refused;
}

/** The lines on which something was typed. */
function linesIn(typed: FormValues): FormValues[] {
  const lines = Array.from({ length: LINES }, (_, index) =>
    Object.fromEntries(['id', ...SHEET_FIELDS].map((name) => [name, typed[`${name}-${index}`] ?? ''])),
  );
  return lines.filter((line) => SHEET_FIELDS.some((name) => line[name] !== ''));
}
