import { Type, type Static } from 'typebox';
import { LENGTHS } from '../../lengths.ts';
import { LanguageCode } from '../../site/contract.ts';
import { line, maybeLine } from '../../texts.ts';

/** What is corrected of a person's record; what is left out stays. */
export const PersonChange = Type.Object({
  name: Type.Optional(line(LENGTHS.personName)),
  /** Empty for none. */
  pronouns: Type.Optional(maybeLine(LENGTHS.pronouns)),
  language: Type.Optional(LanguageCode),
  /** 0 for none. */
  assessment: Type.Optional(Type.Integer({ minimum: 0, maximum: 5 })),
  /** An account of the group that sees its people. */
  contactId: Type.Optional(Type.Union([Type.String({ format: 'uuid' }), Type.Null()])),
});
export type PersonChange = Static<typeof PersonChange>;

export const ContactChoices = Type.Object({
  rows: Type.Array(Type.Object({ id: Type.String(), name: Type.String() })),
});
