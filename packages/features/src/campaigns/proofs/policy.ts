import { may, type Carrier } from '../../groups/responsibilities.ts';
import { unlessFrozen, type Policy } from '../../policy.ts';

/** `sponsorId`: a group that stands with it, for which the viewer publishes. */
type Proven = Carrier & {
  isFrozen: boolean;
  sponsorId: string | null;
  action: 'petition' | 'pledge' | 'sign_on';
};

/** Whoever publishes for a group that carries a campaign may have its count proven. */
export const countProofPolicy = {
  ...unlessFrozen({
    take: (campaign) =>
      campaign.action !== 'sign_on' && (may(campaign, 'publish') || campaign.sponsorId !== null),
  } satisfies Policy<Proven>),
} satisfies Policy<Proven>;
