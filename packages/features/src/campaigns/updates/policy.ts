import type { Policy } from '../../policy.ts';
import { takesNews, type CampaignState } from '../policy.ts';

/** `runsPage`: the viewer answers for the campaign's page; `isWriter`: they publish for the sponsor that wrote it. */
type Situation = { runsPage: boolean; isWriter: boolean; isHidden: boolean; isWithdrawn: boolean };

/** Words come off a campaign's page by either side, and are put back by the side that took them off. */
export const updatePolicy = {
  hide: ({ runsPage, isHidden }) => runsPage && !isHidden,
  show: ({ runsPage, isHidden }) => runsPage && isHidden,
  withdraw: ({ isWriter, isWithdrawn }) => isWriter && !isWithdrawn,
  restore: ({ isWriter, isWithdrawn }) => isWriter && isWithdrawn,
} satisfies Policy<Situation>;

/** `stands`: the group stands with the campaign; `sponsorsPost`: the home group lets those who do post. */
type Page = {
  stands: boolean;
  sponsorsPost: boolean;
  state: CampaignState;
  isHidden: boolean;
  isFrozen: boolean;
};

/** Whether a campaign's page takes a word of a group beside the home group now. */
export function takesSponsorNews({ stands, sponsorsPost, isFrozen, ...page }: Page): boolean {
  return stands && sponsorsPost && !isFrozen && takesNews(page);
}
