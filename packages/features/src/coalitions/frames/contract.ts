import { Type, type Static } from 'typebox';
import { GroupName } from '../../campaigns/contract.ts';
import { FrameCan, FrameStateName } from '../../campaigns/frames/contract.ts';
import { CarrierFigure } from '../../campaigns/sponsors/contract.ts';
import { nullable } from '../../nullable.ts';
import { LanguageCode } from '../../site/contract.ts';

const Moment = Type.String({ format: 'date-time' });

/** One way in which a campaign is told, with what came of it, for one of the groups that carry it. */
export const FrameRow = Type.Object({
  /** Null: the campaign's own page. */
  slug: nullable(Type.String()),
  title: Type.String(),
  /** For whom it is told. */
  label: Type.String(),
  teller: Type.Interface([GroupName], {
    language: LanguageCode,
    isHome: Type.Boolean(),
    isOwn: Type.Boolean(),
  }),
  state: FrameStateName,
  /** What a yes to it is for. */
  version: Type.Integer(),
  /** With which the home group said no. */
  answer: Type.String(),
  isRefused: Type.Boolean(),
  since: nullable(Moment),
  link: nullable(Type.Object({ code: Type.String(), url: Type.String() })),
  /** How often the links of the group that tells it were opened. */
  visits: CarrierFigure,
  /** How many of one's own people signed there. */
  signed: Type.Integer(),
  /** How many of the other groups' people did, by tens; null for fewer than ten, and for what is not told. */
  signedElsewhere: CarrierFigure,
  /** How many of one's own people who signed there came to what is held for the campaign. */
  came: Type.Integer(),
  /** Of one's own links to that page: how often they were opened, and how many names came by them. Null where there is nothing to tell. */
  byLinks: nullable(
    Type.Object({ visits: Type.Integer(), signed: Type.Integer(), ofHundred: Type.Number() }),
  ),
  /** Beside the campaign's own page: more or fewer of those who came by one's links signed; `unclear`: they cannot be told apart. */
  verdict: nullable(Type.Enum(['more', 'fewer', 'unclear'])),
  can: FrameCan,
});
export type FrameRow = Static<typeof FrameRow>;

/** All ways in which a campaign is told, its own page first. */
export const FrameTable = Type.Object({
  rows: Type.Array(FrameRow),
  /** Whether this group may write another now. */
  can: Type.Object({ write: Type.Boolean() }),
});
export type FrameTable = Static<typeof FrameTable>;
