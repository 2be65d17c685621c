import { call } from '#lib/api/api.server.ts';
import { act } from '#lib/api/forms.ts';
import { loadFrame } from '#lib/campaigns/frames.server.ts';
import { leadToThanks, sign } from '#lib/campaigns/signing.server.ts';
import { codeIn } from '#lib/links/codes.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const via = codeIn(event.url);
  const { campaign, frame } = await loadFrame(event, via);
  const events = await call(event, 'GET /events', { campaign: campaign.id, limit: 3 });
  return { campaign, frame, events: events.rows, via };
};

export const actions: Actions = {
  default: (event) =>
    act(
      event,
      (typed, form) => sign(event, typed, form),
      (signed, { link, frame }) => leadToThanks(event, signed, { via: link, frame }),
    ),
};
