import { call } from '#lib/api/api.server.ts';
import { act, type RefusedForm } from '#lib/api/forms.ts';
import { LENGTHS } from '@groundwork/features/lengths';
import { largestBody, largestMegabytes } from '#lib/uploads/limits.ts';
import { fail } from '@sveltejs/kit';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const { slug } = event.params;
  const [group, imports] = await Promise.all([
    call(event, 'GET /groups/:slug', { slug }),
    call(event, 'GET /groups/:slug/imports', { slug, after: event.url.searchParams.get('after') }),
  ]);
  return { group, imports };
};

export const actions: Actions = {
  default: async (event) => {
    const { slug } = event.params;
    if (isTooLarge(event.request)) return tooLarge(event.locals.words);
    return act(
      event,
      (_typed, form) => {
        const file = form.get('file');
        const chosen = file instanceof File ? file : new File([], 'empty.csv');
        const fileName = chosen.name.trim().slice(0, LENGTHS.sentFileName).toWellFormed() || 'list.csv';
        const headers = { 'content-type': 'text/csv' };
        return call(event, 'POST /groups/:slug/imports', { slug, fileName }, chosen, { headers });
      },
      ({ id }) => `/groups/${slug}/people/import/${id}`,
    );
  },
};

/** By the length that is announced: nothing of such a file is read. */
function isTooLarge({ headers }: Request): boolean {
  return Number(headers.get('content-length') ?? 0) > largestBody;
}

function tooLarge({ t }: App.Locals['words']) {
  const code = 'people.file-too-large';
  const message = t(`error.${code}`, { megabytes: largestMegabytes });
  const refused: RefusedForm = { message, code, fields: { file: message }, values: {} };
  return fail(413, refused);
}
