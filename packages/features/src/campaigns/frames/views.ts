import type { Language } from '@groundwork/words';
import type { House } from '../../context.ts';
import type { Answer } from '../../http.ts';
import { tearOff } from '../../links/views.ts';
import { allowed } from '../../policy.ts';
import { pictureView } from '../../site/views.ts';
import { campaignCard } from '../views.ts';
import type { WholeCampaign } from '../queries.ts';
import type { FrameView } from './contract.ts';
import { framePolicy } from './policy.ts';
import type { SeenFrame } from './queries.ts';

/** A frame as it leaves for its page. */
export function frameView(house: House, frame: SeenFrame): Answer<FrameView> {
  const { id, slug, title, ask, issues, storyHtml, pictureAlt, state, publishedAt } = frame;
  const { story, label, version, answer } = frame;
  const mayRead = frame.isWriter || frame.runsHome || frame.moderatesHome;
  return {
    ...{ id, slug, title, ask, issues, storyHtml, pictureAlt, state, publishedAt },
    picture: pictureView(frame.pictureKey),
    teller: {
      ...{ slug: frame.tellerSlug, name: frame.tellerName, language: frame.tellerLanguage },
      isHome: frame.isHomes,
    },
    link: frame.isCampaignHidden || state !== 'published' ? null : tearOff(house, frame.code),
    written: mayRead ? { story, label, version, answer } : null,
    can: allowed(framePolicy, frame),
  };
}

/** Its card: under its own title, with the count of its campaign, which is the one there is. */
export function frameCard(campaign: WholeCampaign, frame: SeenFrame, language: Language) {
  const card = campaignCard({ ...campaign, ask: frame.ask }, language);
  const isForAll = card.isForAll && frame.state === 'published' && (frame.isHomes || frame.isTellerListed);
  return { ...card, title: frame.title, isForAll };
}
