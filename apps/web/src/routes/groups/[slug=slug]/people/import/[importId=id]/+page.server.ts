import type { GroupView } from '@groundwork/features/groups/contract';
import type { ImportView } from '@groundwork/features/people/imports/contract';
import { redirect, type RequestEvent } from '@sveltejs/kit';
import { api } from '#lib/api/api.server.ts';
import { refused } from '#lib/api/forms.ts';
import { at } from '#lib/api/paths.ts';
import { TAB } from '#lib/people/fields.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const { slug, importId } = event.params;
  event.setHeaders({ 'cache-control': 'no-store' });
  const [group, plan] = await Promise.all([
    api(event).get<GroupView>(at`/groups/${slug}`),
    api(event).get<ImportView>(at`/groups/${slug}/imports/${importId}`),
  ]);
  return { group, plan };
};

export const actions: Actions = {
  reread: (event) => change(event, ['plan']),
  apply: (event) => change(event, ['plan', 'approval']),
  undo: (event) => change(event, ['undoing']),
};

/** A long list is read anew each time, on a machine that may be small and busy. */
const PATIENT = { timeoutMilliseconds: 120_000 };

type Event = RequestEvent<{ slug: string; importId: string }>;

/** What the form says goes to each place in turn: reading again the way it is shown, then applying. */
async function change(event: Event, places: ('plan' | 'approval' | 'undoing')[]) {
  const form = await event.request.formData();
  const path = at`/groups/${event.params.slug}/imports/${event.params.importId}`;
  // What is read in another way is looked at before it is applied.
  const wanted = places.includes('plan') && isReadAnew(form) ? (['plan'] as const) : places;
  try {
    for (const place of wanted)
      await api(event).put(at`${path}/${place}`, place === 'plan' ? planIn(form) : undefined, PATIENT);
  } catch (error) {
    return refused(error, form);
  }
  redirect(303, event.url.pathname);
}

/** Whether the form asks for another encoding, delimiter or heading row than the one by which it shows the columns. */
function isReadAnew(form: FormData): boolean {
  return (
    form.get('shown') !== ['encoding', 'delimiter', 'headingRow'].map((name) => form.get(name)).join(' ')
  );
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
  };
}
