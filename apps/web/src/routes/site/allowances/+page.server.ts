import { call } from '#lib/api/api.server.ts';
import { act } from '#lib/api/forms.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const { searchParams } = event.url;
  return {
    allowances: await call(event, 'GET /site/allowances', { after: searchParams.get('after') }),
    isDone: searchParams.has('done'),
  };
};

export const actions: Actions = {
  give: (event) =>
    act(
      event,
      ({ to, times }) => call(event, 'PUT /site/allowances', {}, { to, times: Number(times) }),
      '?done',
    ),
  end: (event) =>
    act(
      event,
      ({ id: subjectId }) => call(event, 'DELETE /site/allowances/:subjectId', { subjectId }),
      '?done',
    ),
};
