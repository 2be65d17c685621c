import { Type, type Static } from 'typebox';
import { LENGTHS } from '../lengths.ts';
import { LanguageCode } from '../site/contract.ts';
import { line, maybeProse } from '../texts.ts';
import { nullable, nullableCount } from '../nullable.ts';

const MoveKind = Type.Enum(['facebook', 'meetup', 'instagram', 'whatsapp', 'telegram', 'discord', 'other']);
export type MoveKind = Static<typeof MoveKind>;

export const MoveInput = Type.Object({
  kind: MoveKind,
  name: line(LENGTHS.oldPlaceName),
  memberCount: Type.Optional(nullableCount(1, 10_000_000)),
  silentOn: Type.Optional(nullable(Type.String({ format: 'date', pattern: '^(19[7-9]|20\\d)\\d' }))),
});
export type MoveInput = Static<typeof MoveInput>;

/** Nothing: as it is suggested again. */
export const MoveTextInput = Type.Object({ text: maybeProse(LENGTHS.moveText) });

export const MoveView = Type.Object({
  id: Type.String(),
  kind: MoveKind,
  name: Type.String(),
  memberCount: nullable(Type.Integer()),
  silentOn: nullable(Type.String({ format: 'date' })),
  isEnded: Type.Boolean(),
  /** Who joined or signed after coming by its link, each person once. */
  cameCount: Type.Integer(),
  /** The short link that leads here from there. */
  link: Type.Object({ code: Type.String(), url: Type.String() }),
  /** Only those that were written otherwise than suggested. */
  texts: Type.Array(Type.Object({ language: LanguageCode, text: Type.String() })),
});
export type MoveView = Static<typeof MoveView>;

export const MoveList = Type.Object({
  rows: Type.Array(MoveView),
  can: Type.Object({ keep: Type.Boolean() }),
});

/** By a link's code: letters and digits, as they stand behind `/go/`. */
export const GreetingQuery = Type.Object({
  via: Type.String({ maxLength: LENGTHS.linkCode, pattern: '^[A-Za-z0-9-]*$' }),
});
/** Where somebody was who came by a link. A handful of arrivals is nobody's to read but the group's. */
export const MoveGreeting = Type.Object({
  kind: MoveKind,
  name: Type.String(),
  cameCount: nullable(Type.Integer()),
});
export type MoveGreeting = Static<typeof MoveGreeting>;
