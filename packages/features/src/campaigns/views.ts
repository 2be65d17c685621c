import { say, type Language } from '@groundwork/words';
import type { House } from '../context.ts';
import { TELLING_COUNT } from '../groups/cards.ts';
import { takesMember } from '../groups/policy.ts';
import { tearOff } from '../links/views.ts';
import type { Answer } from '../http.ts';
import { allowed } from '../policy.ts';
import { pictureView } from '../site/views.ts';
import type { CampaignRow, CampaignView } from './contract.ts';
import { campaignPolicy, takesSignatures, takesSignOns } from './policy.ts';
import type { ListedCampaign, WholeCampaign } from './queries.ts';

type Listed = Omit<ListedCampaign, 'cursor' | 'via'> & { via?: string | null };

/** A campaign in a list, as it leaves; named field by field, since a page's row holds more than may leave. */
export function row(campaign: Listed): Answer<CampaignRow> {
  const { id, slug, title, ask, issues, goal, action, state, startsOn, endsOn } = campaign;
  return {
    ...{ id, slug, title, ask, issues, goal, action, state, startsOn, endsOn },
    picture: pictureView(campaign.pictureKey),
    signatureCount: campaign.signatureCount,
    takesSignatures: takesSignatures(campaign),
    takesSignOns: takesSignOns(campaign),
    isHidden: campaign.isHidden,
    group: {
      slug: campaign.groupSlug,
      name: campaign.groupName,
      accent: campaign.accent,
      language: campaign.language,
    },
    via: campaign.via ?? null,
    createdAt: campaign.createdAt,
    publishedAt: campaign.publishedAt,
  };
}

/** What others made of a campaign. */
type Around = Pick<
  Answer<CampaignView>,
  'sponsors' | 'owner' | 'choices' | 'recentSigners' | 'updates' | 'proof' | 'hasSigned'
>;

/** A campaign's page, as it leaves. */
export function view(house: House, campaign: WholeCampaign, around: Around): Answer<CampaignView> {
  const can = allowed(campaignPolicy, campaign);
  const { groupSummary, joining, myRole, story, storyHtml } = campaign;
  const listed = row(campaign);
  return {
    ...listed,
    group: {
      ...listed.group,
      summary: groupSummary,
      joining,
      isMember: myRole !== null,
      takesMembers: takesMember(campaign),
    },
    endedAt: campaign.endedAt,
    target: campaign.target,
    place: campaign.place,
    decidesOn: campaign.decidesOn,
    pledgeText: campaign.pledgeText,
    asksPostcode: campaign.asksPostcode,
    sharing: campaign.sharing,
    sponsorsPost: campaign.sponsorsPost,
    storyHtml,
    ...(can.edit && { story, targetId: campaign.targetId }),
    ...around,
    link: campaign.isHidden ? null : tearOff(house, campaign.code),
    isListed: campaign.visibility === 'public' && campaign.isVouched && !campaign.isHidden,
    hiddenReason: can.moderate ? campaign.hiddenReason : null,
    can,
  };
}

/** What a campaign's card says where it has no picture: how many stand behind it, or what it asks. */
export function campaignCard(campaign: WholeCampaign, language: Language) {
  const { title, ask, action, state, accent, groupName: group, signatureCount: count } = campaign;
  const { isHidden, isVouched, visibility } = campaign;
  const kind = { petition: 'signed', pledge: 'pledged', sign_on: 'signed-on' } as const;
  return {
    ...{ title, group, accent },
    line: count < TELLING_COUNT ? ask : say(language, `campaigns.card.${kind[action]}`, { count }),
    isForAll: state !== 'draft' && !isHidden && isVouched && visibility !== 'private',
  };
}
