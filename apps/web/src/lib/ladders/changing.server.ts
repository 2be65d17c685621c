import type { RequestEvent } from '@sveltejs/kit';
import { call } from '#lib/api/api.server.ts';
import { act } from '#lib/api/forms.ts';
import { beginningTyped } from './typed.ts';

type Event = RequestEvent<{ slug: string; ladderId: string }>;

/** What changes a draft, on its own page. */
export const changingActions = {
  change: (event: Event) =>
    act(
      event,
      (typed) => call(event, 'PUT /groups/:slug/ladders/:ladderId', event.params, beginningTyped(typed)),
      '',
    ),
  move: (event: Event) =>
    act(
      event,
      ({ stepId, to }) =>
        call(
          event,
          'PUT /groups/:slug/ladders/:ladderId/steps/:stepId/place',
          { ...event.params, stepId },
          { to },
        ),
      (_moved, { stepId }) => `#step-${stepId}`,
    ),
  removeStep: (event: Event) =>
    act(
      event,
      ({ stepId }) =>
        call(event, 'DELETE /groups/:slug/ladders/:ladderId/steps/:stepId', { ...event.params, stepId }),
      '#steps',
    ),
};
