import { audit, brief, heard, lasting, type KindsOf } from '../kinds.ts';

type OfCampaign = { campaignId: string };
type Signing = OfCampaign & { personId: string };
type Judged = OfCampaign & { count: number };
type Moved = { state: 'draft' | 'published' | 'paused' | 'won' | 'lost' | 'closed' };

export const campaignEntries = {
  'campaigns.created': lasting(),
  'campaigns.edited': audit(),
  'campaigns.published': heard(audit()),
  'campaigns.paused': audit<Moved>(),
  'campaigns.resumed': audit<Moved>(),
  'campaigns.ended': audit<Moved>(),
  'campaigns.reopened': audit<Moved>(),
  'campaigns.removed': audit(),
  'campaigns.hidden': audit(),
  'campaigns.shown': audit(),
  'campaigns.exported': audit(),
  'campaigns.names-taken': audit<{ whose: 'shown' | 'all' | 'drawn' }>(),
  'campaigns.signed': brief<Signing>(),
  'campaigns.signature-confirmed': brief<Signing>(),
  'campaigns.signature-withdrawn': brief<Signing>(),
  'campaigns.signature-hidden': audit(),
  'campaigns.signature-shown': audit(),
  'campaigns.comment-removed': audit(),
  'campaigns.signatures-forgotten': brief<{ count: number; peopleCount: number }>(),
  'campaigns.burst-began': brief<OfCampaign & { cause: string }>(),
  'campaigns.burst-released': heard(audit<Judged>()),
  'campaigns.burst-refused': audit<Judged>(),
  'campaigns.burst-restored': audit<Judged>(),
  'campaigns.coordinator-named': audit<{ accountId: string; responsibilities: readonly string[] }>(),
  'campaigns.coordinator-removed': audit<{ accountId: string }>(),
  'campaigns.sponsor-invited': audit<{ sponsorId: string }>(),
  'campaigns.sponsor-accepted': audit(),
  'campaigns.sponsor-declined': audit(),
  'campaigns.sponsor-left': audit(),
  'campaigns.drawn': audit<OfCampaign & { lotCount: number; drawnCount: number }>(),
  'campaigns.signed-on': audit(),
  'campaigns.sign-on-taken-back': audit(),
  'campaigns.proof-asked': heard(audit<OfCampaign>()),
  'campaigns.proof-counted': audit<Judged>(),
  'campaigns.proof-failed': audit<Judged & { leafCount: number }>(),
  'campaigns.update-posted': audit<OfCampaign>(),
  'campaigns.update-hidden': audit<OfCampaign>(),
  'campaigns.update-shown': audit<OfCampaign>(),
} satisfies KindsOf<'campaigns'>;
