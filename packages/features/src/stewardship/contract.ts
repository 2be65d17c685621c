import { Type, type Static } from 'typebox';
import { LanguageCode } from '../site/contract.ts';
import { EmailAddress, line, maybeProse } from '../texts.ts';
import { LENGTHS } from '../lengths.ts';

/** The answers that set a site up: what it is, who looks after it, and the first group. */
export const Setup = Type.Object({
  siteName: line(LENGTHS.siteName),
  languages: Type.Array(LanguageCode, { minItems: 1, uniqueItems: true }),
  opening: Type.Enum(['anyone', 'invited', 'nobody']),
  name: line(LENGTHS.shownName),
  email: EmailAddress,
  password: Type.String({ minLength: 10, maxLength: LENGTHS.password }),
  language: LanguageCode,
  timeZone: Type.String({ minLength: 1, maxLength: LENGTHS.timeZone }),
  groupName: line(LENGTHS.groupName),
  groupSummary: maybeProse(LENGTHS.groupSummary),
});
export type Setup = Static<typeof Setup>;
export const SetupDone = Type.Object({ groupSlug: Type.String() });
export type SetupDone = Static<typeof SetupDone>;
