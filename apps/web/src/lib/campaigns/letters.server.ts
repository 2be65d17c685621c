import { say } from '@groundwork/words';
import type { CampaignView } from '@groundwork/features/campaigns/contract';
import type { RequestEvent } from '@sveltejs/kit';
import { call } from '#lib/api/api.server.ts';
import { act } from '#lib/api/forms.ts';
import { ApiRefusal } from '#lib/api/refusal.ts';
import { letterOf } from './letters.ts';
import { endingOf } from './states.ts';

type Event = RequestEvent<{ slug: string }>;
type News = { title: string; body: string };

/** What was written to those who signed a campaign, newest first; null for whoever does not write to them. */
export async function listLetters(event: Event, { id, group, state }: CampaignView) {
  if (state === 'draft') return null;
  const asked = { slug: group.slug, campaign: id, limit: 20 };
  return call(event, 'GET /groups/:slug/mailings', asked).then(
    ({ rows }) => rows,
    (refusal: unknown) => {
      if (refusal instanceof ApiRefusal && refusal.status === 404) return null;
      throw refusal;
    },
  );
}

/** Each begins a mailing to those who signed, and leads to its page: nothing has gone out yet. */
export const letterActions = {
  writeUpdate: (event: Event) =>
    begin(event, (_campaign, { id = '' }) =>
      call(event, 'GET /campaigns/:slug/updates/:id', { ...event.params, id }),
    ),
  writeOutcome: (event: Event) => begin(event, (campaign) => Promise.resolve(outcomeOf(campaign))),
};

function begin(
  event: Event,
  newsOf: (campaign: CampaignView, typed: Record<string, string>) => Promise<News>,
) {
  return act(
    event,
    async (typed) => {
      const campaign = await call(event, 'GET /campaigns/:slug', event.params);
      const { slug } = campaign.group;
      const letter = letterOf(campaign, await newsOf(campaign, typed));
      const { id } = await call(event, 'POST /groups/:slug/mailings', { slug }, letter);
      return `/groups/${slug}/mailings/${id}`;
    },
    (page) => page,
  );
}

/** How a campaign ended, in the language in which its group writes. */
function outcomeOf({ title, state, group: { language }, signatureCount: count }: CampaignView): News {
  const ended = endingOf(state) ?? 'closed';
  const outcome = say(language, `campaigns.offer.${ended}.title`);
  return {
    title: say(language, 'campaigns.offer.subject', { outcome, title }),
    body: say(language, `campaigns.offer.${ended}.body`, { title, count }),
  };
}
