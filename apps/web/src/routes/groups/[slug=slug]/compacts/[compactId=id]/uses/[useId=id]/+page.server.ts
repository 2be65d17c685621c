import { call } from '#lib/api/api.server.ts';
import { act } from '#lib/api/forms.ts';
import { letterTyped } from '#lib/compacts/letters.ts';
import { needViewer } from '#lib/viewer/viewer.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const { slug, compactId, useId } = event.params;
  needViewer(event.locals, `/sign-in?next=/groups/${slug}/compacts/${compactId}/uses/${useId}`);
  const [group, compact, use] = await Promise.all([
    call(event, 'GET /groups/:slug', { slug }),
    call(event, 'GET /groups/:slug/compacts/:compactId', { slug, compactId }),
    call(event, 'GET /groups/:slug/compacts/:compactId/uses/:useId', event.params),
  ]);
  return { group, compact, use, done: event.url.searchParams.get('done') };
};

const DONE: Record<string, string> = { agreed: 'use-agreed', declined: 'declined', change: 'wished' };

export const actions: Actions = {
  decide: (event) =>
    act(
      event,
      ({ decision, word }) => {
        const name = 'PUT /groups/:slug/compacts/:compactId/uses/:useId/decision' as const;
        return call(event, name, event.params, { decision, word });
      },
      (_outcome, { decision = '' }) => `?done=${DONE[decision] ?? ''}`,
    ),
  change: (event) =>
    act(
      event,
      (typed) => {
        const name = 'PUT /groups/:slug/compacts/:compactId/uses/:useId/letter' as const;
        return call(event, name, event.params, letterTyped(typed));
      },
      '?done=asked',
    ),
  withdraw: (event) =>
    act(
      event,
      () => call(event, 'DELETE /groups/:slug/compacts/:compactId/uses/:useId', event.params),
      '?done=withdrawn',
    ),
};
