import { call } from '#lib/api/api.server.ts';
import { act } from '#lib/api/forms.ts';
import { needViewer } from '#lib/viewer/viewer.server.ts';
import { monthsOf } from '#lib/groups/forgetting.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals }) => {
  needViewer(locals, '/sign-in?next=/groups/new');
};

export const actions: Actions = {
  default: (event) =>
    act(
      event,
      ({ name, summary, forgetAfterMonths }) =>
        call(event, 'POST /groups', {}, { name, summary, forgetAfterMonths: monthsOf(forgetAfterMonths) }),
      ({ slug }) => `/groups/${slug}`,
    ),
};
