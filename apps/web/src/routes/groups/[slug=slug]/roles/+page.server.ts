import type { GroupView } from '@groundwork/features/groups/contract';
import type { OwnRoleInput, RoleList } from '@groundwork/features/groups/roles/contract';
import { redirect, type RequestEvent } from '@sveltejs/kit';
import { api } from '#lib/api/api.server.ts';
import { refused } from '#lib/api/forms.ts';
import { at, type ApiPath } from '#lib/api/paths.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const path = at`/groups/${event.params.slug}`;
  const [group, roles] = await Promise.all([
    api(event).get<GroupView>(path),
    api(event).get<RoleList>(at`${path}/roles`),
  ]);
  return { group, roles, done: event.url.searchParams.get('done') };
};

export const actions: Actions = {
  make: (event) => act(event, 'made', (path, form) => api(event).post(path, inputOf(form))),
  save: (event) =>
    act(event, 'saved', (path, form) => api(event).put(at`${path}/${idOf(form)}`, inputOf(form))),
  remove: (event) => act(event, 'removed', (path, form) => api(event).delete(at`${path}/${idOf(form)}`)),
};

type Deed = (path: ApiPath, form: FormData) => Promise<unknown>;
async function act(event: RequestEvent, done: string, deed: Deed) {
  const form = await event.request.formData();
  const { slug = '' } = event.params;
  try {
    await deed(at`/groups/${slug}/roles`, form);
  } catch (error) {
    return refused(error, form);
  }
  redirect(303, `/groups/${slug}/roles?done=${done}`);
}

/** Each box has a name of its own, so that a refused form comes back as it was ticked. */
function inputOf(form: FormData): OwnRoleInput {
  const ticked = [...form.keys()].filter((name) => name.startsWith('may-'));
  return {
    name: String(form.get('name') ?? '').trim(),
    responsibilities: ticked.map((name) => name.slice('may-'.length)) as OwnRoleInput['responsibilities'],
  };
}

function idOf(form: FormData): string {
  return String(form.get('role') ?? '');
}
