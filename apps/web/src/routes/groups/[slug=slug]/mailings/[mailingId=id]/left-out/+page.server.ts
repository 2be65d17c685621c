import type { LeftOut } from '@groundwork/features/compositions/contract';
import { error } from '@sveltejs/kit';
import { call } from '#lib/api/api.server.ts';
import type { PageServerLoad } from './$types';

const WHYS = [
  'no-email',
  'do-not-contact',
  'said-no',
  'not-said-yes',
  'sent-back',
  'other-campaign',
  'wants-less',
  'had-enough',
  'coalition-budget',
] as const;

export const load: PageServerLoad = async (event) => {
  const { slug } = event.params;
  const { searchParams } = event.url;
  const why: LeftOut | undefined = WHYS.find((one) => one === searchParams.get('why'));
  if (!why) error(404, event.locals.words.t('error.not-found'));
  const after = searchParams.get('after');
  const [group, mailing, people] = await Promise.all([
    call(event, 'GET /groups/:slug', { slug }),
    call(event, 'GET /groups/:slug/mailings/:mailingId', event.params),
    call(event, 'GET /groups/:slug/mailings/:mailingId/left-out', { ...event.params, why, after, limit: 50 }),
  ]);
  return { group, mailing, people, why, isFirst: after === null };
};
