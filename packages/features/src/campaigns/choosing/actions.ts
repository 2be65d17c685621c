import type { Context } from '../../context.ts';
import { Invalid } from '../../errors.ts';
import { preferMail } from '../../people/preferences/actions.ts';
import type { CampaignsChosen } from './contract.ts';
import { listSignedCampaigns, type ChoicePlace } from './queries.ts';

/** Letters of some campaigns that they signed and nothing else, by the link in each mail; safe to do twice. */
export async function chooseCampaigns(
  ctx: Context,
  place: ChoicePlace,
  { campaignIds }: CampaignsChosen,
): Promise<void> {
  const signed = await listSignedCampaigns(ctx, place);
  const onlyAbout = signed
    .filter(({ id }) => campaignIds.includes(id))
    .map(({ id, title }) => ({ id, title }));
  if (onlyAbout.length === 0) throw new Invalid([{ name: 'campaignIds', code: 'people.choose-campaign' }]);
  await preferMail(ctx, place.sealed, { onlyAbout, words: 'people.less.campaigns.do' });
}
