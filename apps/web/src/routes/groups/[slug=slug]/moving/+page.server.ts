import { LENGTHS } from '@groundwork/features/lengths';
import { call } from '#lib/api/api.server.ts';
import { act } from '#lib/api/forms.ts';
import { placeOf } from '#lib/moves/moves.server.ts';
import type { Actions, PageServerLoad } from './$types';

/** `?kind=meetup&name=...&members=900`: what is known of a place already, as from a file of its list. */
export const load: PageServerLoad = async (event) => {
  const { slug } = event.params;
  const [group, moves] = await Promise.all([
    call(event, 'GET /groups/:slug', { slug }),
    call(event, 'GET /groups/:slug/moves', { slug }),
  ]);
  const asked = event.url.searchParams;
  const names = asked.getAll('name').map((name) => name.slice(0, LENGTHS.oldPlaceName));
  const suggested = { kind: asked.get('kind') ?? '', members: asked.get('members') ?? '', names };
  return { group, moves, suggested, isRemoved: asked.has('removed') };
};

export const actions: Actions = {
  default: (event) =>
    act(
      event,
      (typed) => call(event, 'POST /groups/:slug/moves', event.params, placeOf(typed)),
      ({ id }) => `/groups/${event.params.slug}/moving/${id}`,
    ),
};
