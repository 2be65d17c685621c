import { randomUUID } from 'node:crypto';
import type { RequestEvent } from '@sveltejs/kit';
import { call } from '#lib/api/api.server.ts';
import { act, type FormValues } from '#lib/api/forms.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const { searchParams } = event.url;
  const { slug } = event.params;
  const search = searchParams.get('search') ?? '';
  const [found, door] = await Promise.all([
    call(event, 'GET /events/:slug', { slug }),
    call(event, 'GET /events/:slug/door', { slug, search, after: searchParams.get('after'), limit: 100 }),
  ]);
  // Nobody else is given this page, so what is in it is in no other.
  return { event: found, door, search, walkInId: randomUUID() };
};

export const actions: Actions = {
  checkIn: (event) => onRow(event, 'PUT /events/:slug/rsvps/:id/attendance'),
  undo: (event) => onRow(event, 'DELETE /events/:slug/rsvps/:id/attendance'),
  walkIn: (event) =>
    act(
      event,
      ({ id, name, email, phone }) =>
        call(event, 'POST /events/:slug/walk-ins', event.params, {
          ...{ name, id: id || null, email: email || null, phone: phone || null },
        }),
      back,
    ),
  known: (event) =>
    act(
      event,
      ({ personId }) =>
        call(event, 'POST /events/:slug/walk-ins', event.params, { personId: personId || null }),
      back,
    ),
  guests: (event) =>
    act(
      event,
      ({ id, kind, count }) => {
        const row = kind === 'walk-ins' ? 'walk-ins/:id' : 'rsvps/:id/attendance';
        const guests = { count: Number(count) };
        return call(event, `PUT /events/:slug/${row}/guests`, { ...event.params, id }, guests);
      },
      back,
    ),
  removeWalkIn: (event) => onRow(event, 'DELETE /events/:slug/walk-ins/:id'),
};

type Deed = `${'PUT' | 'DELETE'} /events/:slug/rsvps/:id/attendance` | 'DELETE /events/:slug/walk-ins/:id';
function onRow(event: RequestEvent<{ slug: string }>, deed: Deed) {
  return act(event, ({ id }) => call(event, deed, { ...event.params, id }), back);
}

/** Back to the same search; where the list was is in the address the form was on, so a tap does not lose the place. */
function back(_outcome: unknown, { search, kind, id }: FormValues) {
  const row = kind === 'walk-ins' ? 'walk-in' : 'rsvp';
  return `${search ? `?${new URLSearchParams({ search })}` : ''}${id ? `#${row}-${id}` : ''}`;
}
