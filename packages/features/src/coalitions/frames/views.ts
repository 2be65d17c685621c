import { framePolicy } from '../../campaigns/frames/policy.ts';
import { sidesOf } from '../../campaigns/frames/queries.ts';
import type { House } from '../../context.ts';
import type { Answer } from '../../http.ts';
import { tearOff } from '../../links/views.ts';
import { allowed } from '../../policy.ts';
import { compareShares, byVisits } from './comparing.ts';
import type { FrameTable } from './contract.ts';
import type { ListedFrames } from './queries.ts';

type Listed = ListedFrames & { can: { write: boolean } };
const NONE = { signed: 0, byLinks: 0, came: 0 };
const NOTHING = {
  ...{ edit: false, ask: false, takeBack: false, publish: false, refuse: false },
  ...{ withdraw: false, remove: false },
};

/** The ways in which a campaign is told, as they leave. */
export function frameTable(house: House, { own, frames, signed, campaign, can }: Listed): Answer<FrameTable> {
  const counted = (id: string | null) => signed.get(id) ?? NONE;
  const linksOf = (id: string | null, visits: number) => ({ visits, signed: counted(id).byLinks });
  const ownLinks = linksOf(null, own.ownVisits);
  const compared = frames.filter(({ id, ownVisits }) => byVisits(linksOf(id, ownVisits))).length;
  const said = (id: string | null, visits: number) => {
    const { signed: names, came } = counted(id);
    return { signed: names, came, byLinks: byVisits(linksOf(id, visits)) };
  };
  const first = {
    ...{ slug: null, title: own.title, label: '', state: 'published' as const, version: 1 },
    ...{ answer: '', isRefused: false, since: own.publishedAt, link: tearOff(house, own.code) },
    teller: tellerOf({ ...own, isHomes: true }),
    visits: own.visits,
    ...said(null, own.ownVisits),
    // What came to other groups by the campaign's own page is what is left of all, and is told to nobody (0065).
    ...{ signedElsewhere: null, verdict: null, can: NOTHING },
  };
  const rows = frames.map((frame) => ({
    ...{
      slug: frame.slug,
      title: frame.title,
      label: frame.label,
      state: frame.state,
      version: frame.version,
    },
    ...{ answer: frame.answer, isRefused: frame.isRefused, since: frame.publishedAt },
    link: frame.state === 'published' ? tearOff(house, frame.code) : null,
    teller: tellerOf(frame),
    ...{ visits: frame.visits, signedElsewhere: frame.signedElsewhere },
    ...said(frame.id, frame.ownVisits),
    verdict: compareShares(ownLinks, linksOf(frame.id, frame.ownVisits), compared),
    can: allowed(framePolicy, {
      ...{ ...frame, ...sidesOf(campaign), campaignState: campaign.state },
      isFrozen: campaign.isFrozen || frame.isTellerFrozen,
      isCampaignHidden: campaign.isHidden,
    }),
  }));
  return { rows: [first, ...rows], can };
}

type Told = { tellerSlug: string; tellerName: string; isHomes: boolean; isOwn: boolean } & Pick<
  ListedFrames['own'],
  'tellerLanguage'
>;
function tellerOf({ tellerSlug: slug, tellerName: name, tellerLanguage: language, isHomes, isOwn }: Told) {
  return { slug, name, language, isHome: isHomes, isOwn };
}
