import { may, type Carrier } from '../groups/responsibilities.ts';
import { unlessFrozen, type Policy } from '../policy.ts';

export type CampaignState = 'draft' | 'published' | 'paused' | 'won' | 'lost' | 'closed';
type Standing = Carrier & { state: CampaignState; isFrozen: boolean; isHidden: boolean };
type Taking = Pick<Standing, 'state' | 'isFrozen' | 'isHidden'> & { isInPeriod: boolean };

const publishes = (campaign: Standing) => may(campaign, 'publish');
const isOut = ({ state, isHidden }: Standing) => state !== 'draft' && !isHidden;

/** What may be done to a campaign: the publishers of its home group do it, as far as its state goes. */
export const campaignPolicy = {
  count: (campaign) => publishes(campaign),
  seeSignatures: (campaign) => may(campaign, 'see_people'),
  seeReach: (campaign) => publishes(campaign) && campaign.state !== 'draft',
  moderate: (campaign) => may(campaign, 'moderate'),
  ...unlessFrozen({
    edit: (campaign) => publishes(campaign),
    publish: (campaign) => publishes(campaign) && campaign.state === 'draft' && !campaign.isHidden,
    pause: (campaign) => publishes(campaign) && campaign.state === 'published',
    resume: (campaign) => publishes(campaign) && campaign.state === 'paused',
    end: (campaign) => publishes(campaign) && (campaign.state === 'published' || campaign.state === 'paused'),
    reopen: (campaign) => publishes(campaign) && hasEnded(campaign),
    remove: (campaign) => publishes(campaign) && campaign.state === 'draft',
    inviteSponsors: (campaign) => publishes(campaign) && !hasEnded(campaign) && !campaign.isHidden,
    judgeHeld: (campaign) => may(campaign, 'moderate'),
    tellNews: (campaign) => publishes(campaign) && isOut(campaign),
    mailNews: (campaign) => may(campaign, 'contact_people') && isOut(campaign),
  } satisfies Policy<Standing>),
} satisfies Policy<Standing>;

/** Whether its outcome is known. */
export function hasEnded({ state }: { state: CampaignState }): boolean {
  return state === 'won' || state === 'lost' || state === 'closed';
}

/** Whether names are taken now. */
export function takesSignatures({ state, isInPeriod, isFrozen, isHidden }: Taking): boolean {
  return state === 'published' && isInPeriod && !isFrozen && !isHidden;
}
