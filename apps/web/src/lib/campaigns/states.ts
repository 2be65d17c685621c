import type { CampaignRow } from '@groundwork/features/campaigns/contract';

/** The colour of a state's tag: good for what was won, warning for what waits on someone. */
export function campaignTone(state: CampaignRow['state']): 'good' | 'warn' | undefined {
  if (state === 'won') return 'good';
  return state === 'draft' || state === 'paused' ? 'warn' : undefined;
}
