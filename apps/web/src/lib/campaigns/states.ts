import type { CampaignRow, CampaignView } from '@groundwork/features/campaigns/contract';

/** The colour of a state's tag: good for what was won, warning for what waits on someone. */
export function campaignTone(state: CampaignRow['state']): 'good' | 'warn' | undefined {
  if (state === 'won') return 'good';
  return state === 'draft' || state === 'paused' ? 'warn' : undefined;
}

/** How one ended; null while it has not. */
export function endingOf(state: CampaignRow['state']): 'won' | 'lost' | 'closed' | null {
  return state === 'won' || state === 'lost' || state === 'closed' ? state : null;
}

/** Under which key it is said in a few words how many act, and what the goal is where there is one. */
export function actedWords({ action, goal }: Pick<CampaignRow, 'action' | 'goal'>) {
  if (action === 'sign_on') return goal ? 'home.signed-on-of' : 'home.signed-on';
  return goal ? 'home.acted-of' : 'home.acted';
}

/** Whether several groups carry it: those that stand with it themselves, not those whose name was put there. */
export function isShared({ sponsors }: Pick<CampaignView, 'sponsors'>): boolean {
  return sponsors.some(({ isConfirmed }) => isConfirmed);
}
