import type { RequestEvent } from '@sveltejs/kit';
import { call } from '#lib/api/api.server.ts';
import { act } from '#lib/api/forms.ts';
import { TAB } from '#lib/people/fields.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const { slug, importId } = event.params;
  event.setHeaders({ 'cache-control': 'no-store' });
  const [group, plan, fields] = await Promise.all([
    call(event, 'GET /groups/:slug', { slug }),
    call(event, 'GET /groups/:slug/imports/:importId', { slug, importId }),
    call(event, 'GET /groups/:slug/person-fields', { slug }),
  ]);
  return { group, plan, fields };
};

export const actions: Actions = {
  reread: (event) => act(event, (_typed, form) => putPlan(event, form), ''),
  apply: (event) =>
    act(
      event,
      async (_typed, form) => {
        await putPlan(event, form);
        // What is read in another way is looked at before it is applied.
        if (isReadAnew(form)) return;
        await call(event, 'PUT /groups/:slug/imports/:importId/approval', event.params, undefined, PATIENT);
      },
      '',
    ),
  undo: (event) =>
    act(
      event,
      () => call(event, 'PUT /groups/:slug/imports/:importId/undoing', event.params, undefined, PATIENT),
      '',
    ),
};

/** A long list is read anew each time, on a machine that may be small and busy. */
const PATIENT = { timeoutMilliseconds: 120_000 };

/** Has the list read again, the way that the form says. */
function putPlan(event: RequestEvent<{ slug: string; importId: string }>, form: FormData) {
  return call(event, 'PUT /groups/:slug/imports/:importId/plan', event.params, planIn(form), PATIENT);
}

/** Whether the form asks for another encoding, delimiter, heading row or sheet than the one by which it shows the columns. */
function isReadAnew(form: FormData): boolean {
  const asked = ['encoding', 'delimiter', 'headingRow', 'sheet'].map((name) => form.get(name) ?? '');
  return form.get('shown') !== asked.join(' ');
}

function planIn(form: FormData) {
  const columns: string[] = [];
  for (let column = 0; form.has(`column-${column}`); column += 1)
    columns.push(String(form.get(`column-${column}`)));
  return {
    encoding: String(form.get('encoding')),
    delimiter: String(form.get('delimiter')).replace(TAB, '\t'),
    headingRow: Number(form.get('headingRow')),
    ...(!isReadAnew(form) && { columns }),
    consent: String(form.get('consent') ?? 'none'),
    purpose: String(form.get('purpose') ?? ''),
    ...(form.has('dateOrder') && { dateOrder: String(form.get('dateOrder')) }),
    ...(form.has('sheet') && { sheet: Number(form.get('sheet')) }),
  };
}
