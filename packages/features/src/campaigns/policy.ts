import { may, type Carrier, type Responsibility } from '../groups/responsibilities.ts';
import { unlessFrozen, type Policy } from '../policy.ts';

export type CampaignState = 'draft' | 'published' | 'paused' | 'won' | 'lost' | 'closed';
/** `given`: what the viewer carries for this one campaign, beside what they carry in its group. */
type Situation = Carrier & {
  given: readonly Responsibility[];
  state: CampaignState;
  isFrozen: boolean;
  isHidden: boolean;
};
type Open = Pick<Situation, 'state' | 'isFrozen' | 'isHidden'> & { isInPeriod: boolean };
/** `sign_on`: organizations sign it, and no people. */
type Taking = Open & { action: 'petition' | 'pledge' | 'sign_on' };

const publishes = (campaign: Situation) => may(campaign, 'publish');
const mayHere = (campaign: Situation, one: Responsibility) =>
  may(campaign, one) || campaign.given.includes(one);
const runs = (campaign: Situation) => mayHere(campaign, 'publish');

/**
 * What may be done to a campaign, as far as its state goes. Whoever runs this one alone writes it and tells of it; what
 * cannot be taken back, or binds the group, stays with those who publish for the group.
 */
export const campaignPolicy = {
  count: runs,
  seeSignatures: (campaign) => mayHere(campaign, 'see_people'),
  seeReach: (campaign) => runs(campaign) && campaign.state !== 'draft',
  seeLinks: (campaign) => publishes(campaign),
  /** All names are as much as all people: whoever may take those out. */
  takeNames: (campaign) => may(campaign, 'export_people'),
  moderate: (campaign) => mayHere(campaign, 'moderate'),
  /** Whoever answers for the page takes words off it, a frozen group's too. */
  hideNews: (campaign) => runs(campaign) || mayHere(campaign, 'moderate'),
  ...unlessFrozen({
    edit: runs,
    publish: (campaign) => publishes(campaign) && campaign.state === 'draft' && !campaign.isHidden,
    pause: (campaign) => runs(campaign) && campaign.state === 'published',
    resume: (campaign) => runs(campaign) && campaign.state === 'paused',
    end: (campaign) => publishes(campaign) && (campaign.state === 'published' || campaign.state === 'paused'),
    reopen: (campaign) => publishes(campaign) && hasEnded(campaign),
    remove: (campaign) => publishes(campaign) && campaign.state === 'draft',
    inviteSponsors: (campaign) => publishes(campaign) && !hasEnded(campaign) && !campaign.isHidden,
    dropSponsors: publishes,
    tellFrames: (campaign) => publishes(campaign) && !hasEnded(campaign) && !campaign.isHidden,
    nameCoordinators: publishes,
    judgeHeld: (campaign) => mayHere(campaign, 'moderate'),
    /** Asks those once more who signed and did not confirm it. */
    remind: (campaign) => runs(campaign) && campaign.state === 'published' && !campaign.isHidden,
    tellNews: (campaign) => runs(campaign) && takesNews(campaign),
    mailNews: (campaign) => mayHere(campaign, 'contact_people') && takesNews(campaign),
  } satisfies Policy<Situation>),
} satisfies Policy<Situation>;

/** Whether news of it is told: from when it is out, also once it has ended. */
export function takesNews({ state, isHidden }: Pick<Situation, 'state' | 'isHidden'>): boolean {
  return state !== 'draft' && !isHidden;
}

/** Whether its outcome is known. */
export function hasEnded({ state }: { state: CampaignState }): boolean {
  return state === 'won' || state === 'lost' || state === 'closed';
}

/** Whether names are taken now. */
export function takesSignatures({ action, ...campaign }: Taking): boolean {
  return action !== 'sign_on' && isOpen(campaign);
}

/** Whether organizations sign it now. */
export function takesSignOns({ action, ...campaign }: Taking): boolean {
  return action === 'sign_on' && isOpen(campaign);
}

function isOpen({ state, isInPeriod, isFrozen, isHidden }: Open): boolean {
  return state === 'published' && isInPeriod && !isFrozen && !isHidden;
}
