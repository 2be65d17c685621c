import { Type, type Static } from 'typebox';
import { LENGTHS } from '../lengths.ts';

export const LanguageCode = Type.Union([Type.Literal('en'), Type.Literal('es'), Type.Literal('ar')]);

/** What anyone may know about this site. */
export const SiteView = Type.Object({
  name: Type.String(),
  languages: Type.Array(LanguageCode),
  opening: Type.Union([Type.Literal('anyone'), Type.Literal('invited'), Type.Literal('nobody')]),
  startingGroups: Type.Union([Type.Literal('stewards'), Type.Literal('members'), Type.Literal('anyone')]),
  /** Whom people turn to: an address, or words of one line. */
  contact: Type.Union([Type.String(), Type.Null()]),
  /** Whom to tell of a hole: a `mailto:` or `https:` URI. */
  securityContact: Type.Union([Type.String(), Type.Null()]),
  /** Whether there is a page of rules. */
  hasRules: Type.Boolean(),
  isSetUp: Type.Boolean(),
});
export type SiteView = Static<typeof SiteView>;

/** `mask`: to the edges, for whoever cuts icons to a form of their own. */
export const SiteIcon = Type.Enum(['192', '512', 'mask']);
export type SiteIcon = Static<typeof SiteIcon>;

export const TimeZoneQuery = Type.Object({ search: Type.String({ maxLength: LENGTHS.search }) });

/** Time zones by what was typed, in the words of the language that was asked in. */
export const TimeZonesView = Type.Object({
  rows: Type.Array(Type.Object({ timeZone: Type.String(), place: Type.String(), country: Type.String() })),
});
export type TimeZonesView = Static<typeof TimeZonesView>;

/** What everyone here keeps to. Safe HTML. */
export const RulesView = Type.Object({ html: Type.String() });
export type RulesView = Static<typeof RulesView>;

/** A picture to show: put `src`, `srcset`, `width` and `height` on an `img` as they are. */
export const PictureView = Type.Object({
  key: Type.String(),
  src: Type.String(),
  srcset: Type.String(),
  width: Type.Integer(),
  height: Type.Integer(),
});
export type PictureView = Static<typeof PictureView>;
