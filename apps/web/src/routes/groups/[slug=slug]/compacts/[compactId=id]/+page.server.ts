import { call } from '#lib/api/api.server.ts';
import { act } from '#lib/api/forms.ts';
import { termDays } from '#lib/coalitions/terms.ts';
import { letterTyped } from '#lib/compacts/letters.ts';
import { termsTyped } from '#lib/compacts/terms.ts';
import { needViewer } from '#lib/viewer/viewer.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const { slug, compactId } = event.params;
  needViewer(event.locals, `/sign-in?next=/groups/${slug}/compacts/${compactId}`);
  const asked = event.url.searchParams;
  const [group, compact, uses, overlap] = await Promise.all([
    call(event, 'GET /groups/:slug', { slug }),
    call(event, 'GET /groups/:slug/compacts/:compactId', event.params),
    call(event, 'GET /groups/:slug/compacts/:compactId/uses', { ...event.params, after: asked.get('after') }),
    call(event, 'GET /groups/:slug/compacts/:compactId/overlaps', event.params),
  ]);
  return { group, compact, uses, overlap, days: termDays(new Date()), done: asked.get('done') };
};

export const actions: Actions = {
  decide: (event) =>
    act(
      event,
      ({ number = '', decision, word }) => {
        const name = 'PUT /groups/:slug/compacts/:compactId/terms/:number/decision' as const;
        const place = { ...event.params, number };
        return call(event, name, place, { decision, word });
      },
      (_outcome, { decision }) => `?done=${decision}`,
    ),
  propose: (event) =>
    act(
      event,
      ({ word, ...typed }) => {
        const asked = { ...termsTyped(typed), word };
        return call(event, 'POST /groups/:slug/compacts/:compactId/terms', event.params, asked);
      },
      '?done=proposed',
    ),
  ask: (event) =>
    act(
      event,
      (typed) => call(event, 'POST /groups/:slug/compacts/:compactId/uses', event.params, letterTyped(typed)),
      '?done=asked',
    ),
  askOverlap: (event) =>
    act(
      event,
      ({ isShown }) => {
        const asked = { isShown: isShown === 'yes' };
        return call(event, 'POST /groups/:slug/compacts/:compactId/overlaps', event.params, asked);
      },
      '?done=asked',
    ),
  decideOverlap: (event) =>
    act(
      event,
      ({ useId = '', decision, word }) => {
        const name = 'PUT /groups/:slug/compacts/:compactId/overlaps/:useId/decision' as const;
        const place = { ...event.params, useId };
        return call(event, name, place, { decision, word });
      },
      (_outcome, { decision }) => `?done=${decision === 'agreed' ? 'overlap-agreed' : 'declined'}`,
    ),
  takeBackOverlap: (event) =>
    act(
      event,
      ({ useId = '' }) => {
        const name = 'DELETE /groups/:slug/compacts/:compactId/overlaps/:useId' as const;
        return call(event, name, { ...event.params, useId });
      },
      '?done=withdrawn',
    ),
  end: (event) =>
    act(
      event,
      ({ word }) => call(event, 'PUT /groups/:slug/compacts/:compactId/ending', event.params, { word }),
      '?done=ended',
    ),
};
