import { Type, type Static } from 'typebox';

export const LanguageCode = Type.Union([Type.Literal('en'), Type.Literal('es'), Type.Literal('ar')]);

/** What anyone may know about this site. */
export const SiteView = Type.Object({
  name: Type.String(),
  languages: Type.Array(LanguageCode),
  opening: Type.Union([Type.Literal('anyone'), Type.Literal('invited'), Type.Literal('nobody')]),
  startingGroups: Type.Union([Type.Literal('stewards'), Type.Literal('members'), Type.Literal('anyone')]),
  isSetUp: Type.Boolean(),
});
export type SiteView = Static<typeof SiteView>;
