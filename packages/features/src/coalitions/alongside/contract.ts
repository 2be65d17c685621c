import { Type, type Static } from 'typebox';
import { CampaignAction, CampaignStateName, Sharing } from '../../campaigns/contract.ts';
import { nullable } from '../../nullable.ts';
import { LanguageCode } from '../../site/contract.ts';

/** Of one's own group exact; of another down to the ten, and null for fewer than ten. */
const Figure = nullable(Type.Integer());

/** What came to a campaign through one of the groups that carry it. */
export const AlongsideRow = Type.Object({
  slug: Type.String(),
  name: Type.String(),
  isHome: Type.Boolean(),
  isOwn: Type.Boolean(),
  /** Its own short link to the campaign; null where it has none any more. */
  link: nullable(Type.Object({ code: Type.String(), url: Type.String() })),
  since: nullable(Type.String({ format: 'date-time' })),
  /** How often any of its links to the campaign was opened. */
  visits: Figure,
  signed: Figure,
  /** How many of its people came to what is held for the campaign. */
  came: Figure,
});
export type AlongsideRow = Static<typeof AlongsideRow>;

export const AlongsideView = Type.Object({
  campaign: Type.Object({
    id: Type.String(),
    slug: Type.String(),
    title: Type.String(),
    action: CampaignAction,
    state: CampaignStateName,
    language: LanguageCode,
    sharing: Sharing,
    signatureCount: Type.Integer(),
  }),
  rows: Type.Array(AlongsideRow),
});
export type AlongsideView = Static<typeof AlongsideView>;
