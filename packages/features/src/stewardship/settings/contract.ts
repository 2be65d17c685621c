import { Type, type Static } from 'typebox';
import { LanguageCode, SiteView } from '../../site/contract.ts';
import { line, maybeLine, maybeProse } from '../../texts.ts';
import { LENGTHS } from '../../lengths.ts';
import { nullableCount } from '../../nullable.ts';
import { LONGEST_SLUG } from '../../slugs.ts';

const LookAbove = nullableCount(1, 1_000_000);

/** What is given changes, the rest stays. An empty text takes a thing away. */
export const SiteChange = Type.Object({
  name: Type.Optional(line(LENGTHS.siteName)),
  languages: Type.Optional(Type.Array(LanguageCode, { minItems: 1, uniqueItems: true })),
  opening: Type.Optional(Type.Enum(['anyone', 'invited', 'nobody'])),
  startingGroups: Type.Optional(Type.Enum(['stewards', 'members', 'anyone'])),
  /** The slug of a published campaign of a public group. */
  frontCampaign: Type.Optional(Type.String({ maxLength: LONGEST_SLUG })),
  /** An address, or words of one line: whom people turn to. */
  contact: Type.Optional(maybeLine(LENGTHS.contact)),
  /** Markdown. */
  rules: Type.Optional(maybeProse(LENGTHS.page)),
  /** An email or an https address, for whoever found a hole. */
  securityContact: Type.Optional(maybeLine(LENGTHS.contact)),
  /** A mailing of any group to more people than this takes a second look; null: each group says so itself. */
  lookAbove: Type.Optional(LookAbove),
});
export type SiteChange = Static<typeof SiteChange>;

/** What the stewards have settled, with what only they edit. */
export const SiteSettings = Type.Interface([SiteView], {
  /** The Markdown behind the page of rules. */
  rules: Type.String(),
  lookAbove: LookAbove,
  /** Null when none was chosen, and while the chosen one is not published or not public: the start page leads with another then. */
  frontCampaign: Type.Union([Type.Object({ slug: Type.String(), title: Type.String() }), Type.Null()]),
});
export type SiteSettings = Static<typeof SiteSettings>;
