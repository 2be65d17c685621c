import type { DoorPage } from '@groundwork/features/events/checkin/contract';
import type { EventView } from '@groundwork/features/events/contract';
import { randomUUID } from 'node:crypto';
import { redirect, type RequestEvent } from '@sveltejs/kit';
import { api } from '#lib/api/api.server.ts';
import { refused, words } from '#lib/api/forms.ts';
import { at, type ApiPath } from '#lib/api/paths.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const { searchParams } = event.url;
  const search = searchParams.get('search') ?? '';
  const after = searchParams.get('after');
  const asked = new URLSearchParams({ limit: '100', ...(search && { search }), ...(after && { after }) });
  const path = at`/events/${event.params.slug}`;
  const [found, door] = await Promise.all([
    api(event).get<EventView>(path),
    api(event).get<DoorPage>(at`${path}/door?${asked}`),
  ]);
  // Nobody else is given this page, so what is in it is in no other.
  return { event: found, door, search, walkInId: randomUUID() };
};

export const actions: Actions = {
  checkIn: (event) => act(event, (path, { id }) => api(event).put(at`${path}/rsvps/${id}/attendance`)),
  undo: (event) => act(event, (path, { id }) => api(event).delete(at`${path}/rsvps/${id}/attendance`)),
  walkIn: (event) =>
    act(event, (path, { id, name, email, phone }) =>
      api(event).post(at`${path}/walk-ins`, {
        ...{ name, id: id || null, email: email || null, phone: phone || null },
      }),
    ),
  known: (event) =>
    act(event, (path, { personId }) => api(event).post(at`${path}/walk-ins`, { personId: personId || null })),
  guests: (event) =>
    act(event, (path, { id, kind, count }) =>
      api(event).put(
        kind === 'walk-ins' ? at`${path}/walk-ins/${id}/guests` : at`${path}/rsvps/${id}/attendance/guests`,
        { count: Number(count) },
      ),
    ),
  removeWalkIn: (event) => act(event, (path, { id }) => api(event).delete(at`${path}/walk-ins/${id}`)),
};

type Deed = (path: ApiPath, written: Record<string, string>) => Promise<unknown>;

/** Back to the same search; where the list was is in the address the form was on, so a tap does not lose the place. */
async function act(event: RequestEvent, deed: Deed) {
  const form = await event.request.formData();
  const written = words(form);
  try {
    await deed(at`/events/${event.params.slug}`, written);
  } catch (refusal) {
    return refused(refusal, form);
  }
  const search = written.search ? `?${new URLSearchParams({ search: written.search })}` : '';
  const row = written.kind === 'walk-ins' ? 'walk-in' : 'rsvp';
  redirect(303, `/events/${event.params.slug}/check-in${search}${written.id ? `#${row}-${written.id}` : ''}`);
}
