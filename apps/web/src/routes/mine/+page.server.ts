import { call } from '#lib/api/api.server.ts';
import { act } from '#lib/api/forms.ts';
import { needViewer } from '#lib/viewer/viewer.server.ts';
import type { Actions, PageServerLoad } from './$types';

/** How much of each list stands on a page. */
const SHOWN = 20;

export const load: PageServerLoad = async (event) => {
  needViewer(event.locals, '/sign-in?next=/mine');
  const { searchParams: asked } = event.url;
  const past = asked.has('past');
  const page = (list: string) => ({ after: asked.get(list), limit: SHOWN });
  const [events, signatures, groups, calendar] = await Promise.all([
    call(event, 'GET /account/events', { past, ...page('events') }),
    call(event, 'GET /account/signatures', page('signatures')),
    call(event, 'GET /groups', { mine: true, ...page('groups') }),
    call(event, 'GET /account/calendar'),
  ]);
  // The address of the calendar stands in it.
  event.setHeaders({ 'cache-control': 'private, no-store' });
  return { past, events, signatures, groups, address: calendar.address, done: asked.get('done') };
};

export const actions: Actions = {
  address: (event) => act(event, () => call(event, 'PUT /account/calendar'), '?done=made#calendar'),
  end: (event) => act(event, () => call(event, 'DELETE /account/calendar'), '?done=ended#calendar'),
  records: (event) =>
    act(event, async () => {
      const { email } = await call(event, 'GET /account');
      await call(event, 'POST /own-mailboxes', {}, { email });
      return { sentTo: email };
    }),
};
