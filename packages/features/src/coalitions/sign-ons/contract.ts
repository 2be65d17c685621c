import { Type, type Static } from 'typebox';
import { LENGTHS } from '../../lengths.ts';
import { nullable } from '../../nullable.ts';
import { PageOf } from '../../paging.ts';
import { PictureView } from '../../site/contract.ts';
import { maybeLine, prose } from '../../texts.ts';

const Day = Type.String({ format: 'date' });
const Moment = Type.String({ format: 'date-time' });

/** What its stewards decided, and how its picture may be used. */
const Decision = {
  decision: prose(LENGTHS.reason),
  decidedOn: Day,
  showsLogo: Type.Optional(Type.Boolean({ default: false })),
  logoTerms: Type.Optional(nullable(maybeLine(LENGTHS.sponsorWord))),
};

/** `letter`: what was read, as `…/sign-ons/own` has it; refused where the letter says something else by now. */
export const NewSignOn = Type.Object({
  ...Decision,
  letter: Type.String({ maxLength: 64, pattern: '^[A-Za-z0-9-]*$' }),
});
export type NewSignOn = Static<typeof NewSignOn>;

/** A group under a letter, as everybody sees it. */
const SignOnRow = Type.Object({
  slug: Type.String(),
  name: Type.String(),
  /** What it was called when it signed, if it is called something else now. */
  formerName: nullable(Type.String()),
  logo: nullable(PictureView),
  logoTerms: Type.String(),
  signedAt: Moment,
  /** For those who run the letter: who decided it, and when. */
  decision: nullable(Type.String()),
  decidedOn: nullable(Day),
});
export const SignOnPage = PageOf(SignOnRow);
export type SignOnPage = Static<typeof SignOnPage>;

/** A group for which the viewer may sign. */
const OwnSignOn = Type.Object({
  slug: Type.String(),
  name: Type.String(),
  picture: nullable(PictureView),
  /** Whether it stands in the lists of strangers: no other signs what everybody reads. */
  isListed: Type.Boolean(),
  /** Null: it has not signed, or took it back. */
  signedAt: nullable(Moment),
  decision: Type.String(),
  decidedOn: nullable(Day),
  showsLogo: Type.Boolean(),
  logoTerms: Type.String(),
});
export const OwnSignOns = Type.Object({
  /** What the letter says now, as a hash. */
  letter: Type.String(),
  isOpen: Type.Boolean(),
  rows: Type.Array(OwnSignOn),
});
export type OwnSignOns = Static<typeof OwnSignOns>;
