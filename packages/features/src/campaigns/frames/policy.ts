import { unlessFrozen, type Policy } from '../../policy.ts';
import { hasEnded, type CampaignState } from '../policy.ts';

type FrameState = 'draft' | 'asked' | 'published' | 'withdrawn';

/**
 * `isWriter`: the viewer publishes for the group that tells it; `runsHome`: for the home group; `moderatesHome`: answers for what stands
 * on the campaign's pages. `stands`: the group that tells it is the home group, or stands with the campaign. `isFrozen`: either of the
 * two groups.
 */
type Situation = {
  state: FrameState;
  isWriter: boolean;
  runsHome: boolean;
  moderatesHome: boolean;
  isHomes: boolean;
  stands: boolean;
  isFrozen: boolean;
  wasOut: boolean;
  withdrawnBy: 'home' | 'writer' | null;
  campaignState: CampaignState;
  isCampaignHidden: boolean;
};

const isTold = ({ campaignState, isCampaignHidden, stands }: Situation) =>
  stands && campaignState !== 'draft' && !isCampaignHidden && !hasEnded({ state: campaignState });

/**
 * A frame is written by whoever publishes for the group that tells it. It is out by the home group's word: what that said yes to
 * stays as it is until the frame is taken off. Either side takes it off, a frozen group's too.
 */
export const framePolicy = {
  withdraw: (frame) =>
    frame.state === 'published' && (frame.isWriter || frame.runsHome || frame.moderatesHome),
  takeBack: (frame) => frame.isWriter && frame.state === 'asked',
  remove: (frame) => frame.isWriter && frame.state === 'draft' && !frame.wasOut,
  ...unlessFrozen({
    edit: (frame) =>
      frame.isWriter &&
      frame.stands &&
      (frame.isHomes || frame.state === 'draft' || frame.state === 'withdrawn'),
    ask: (frame) =>
      frame.isWriter &&
      !frame.isHomes &&
      isTold(frame) &&
      (frame.state === 'draft' || frame.state === 'withdrawn'),
    publish: (frame) =>
      frame.runsHome &&
      isTold(frame) &&
      (frame.isHomes
        ? frame.state === 'draft' || frame.state === 'withdrawn'
        : frame.state === 'asked' || frame.withdrawnBy === 'home'),
    refuse: (frame) => frame.runsHome && frame.state === 'asked',
  } satisfies Policy<Situation>),
} satisfies Policy<Situation>;
