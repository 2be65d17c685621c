import { call } from '#lib/api/api.server.ts';
import { act } from '#lib/api/forms.ts';
import { termDays } from '#lib/coalitions/terms.ts';
import { needViewer } from '#lib/viewer/viewer.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  needViewer(event.locals, '/sign-in?next=/coalitions/new');
  const { rows, can } = await call(event, 'GET /groups', { managed: true, limit: 100 });
  const managed = rows.map(({ slug, name }) => ({ slug, name }));
  return { managed, mayStart: can.start, days: termDays(new Date()) };
};

export const actions: Actions = {
  default: (event) =>
    act(
      event,
      ({ name, summary, visibility, group, mandate, termEndsOn }) => {
        const asked = { name, summary, visibility, group, mandate, termEndsOn };
        return call(event, 'POST /coalitions', {}, asked);
      },
      ({ slug }) => `/groups/${slug}`,
    ),
};
