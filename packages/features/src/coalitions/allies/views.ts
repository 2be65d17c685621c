import type { Answer } from '../../http.ts';
import { allowed } from '../../policy.ts';
import type { AllyView } from './contract.ts';
import { allyPolicy } from './policy.ts';
import type { listCampaignsNaming, SeenAlly } from './queries.ts';

type Naming = Awaited<ReturnType<typeof listCampaignsNaming>>;

/** The page of an ally, as it leaves for its viewer. */
export function allyView(ally: SeenAlly, campaigns: Naming): Answer<AllyView> {
  const { keptBy: _, carried: _carried, ...shown } = ally;
  return { ...shown, campaigns, can: allowed(allyPolicy, ally) };
}
