import { Type, type Static } from 'typebox';
import { LENGTHS } from '../../lengths.ts';
import { LanguageCode } from '../../site/contract.ts';
import { EmailAddress, line, maybeLine, prose } from '../../texts.ts';
import { MOST_TAGS } from '../contract.ts';

/** How somebody said yes to whoever writes it down. */
export const HowAgreed = Type.Enum(['in-person', 'phone', 'paper']);

/** Somebody whom an organizer adds by hand: a name is enough. */
export const NewPerson = Type.Object({
  name: line(LENGTHS.personName),
  email: Type.Optional(EmailAddress),
  phone: Type.Optional(maybeLine(LENGTHS.phone)),
  /** Without it, the one of whoever adds them. */
  language: Type.Optional(LanguageCode),
  tags: Type.Optional(Type.Array(line(LENGTHS.tag), { maxItems: MOST_TAGS })),
  note: Type.Optional(prose(LENGTHS.personNote)),
  /** They said yes to the group's mail, in this way. */
  saidYes: Type.Optional(HowAgreed),
});
export type NewPerson = Static<typeof NewPerson>;

export const AddedPerson = Type.Object({ id: Type.String() });
