import { Type, type Static } from 'typebox';
import { nullable } from '../../nullable.ts';

const Way = Type.Enum(['now', 'digest', 'app']);
const Hour = Type.Integer({ minimum: 0, maximum: 23 });
const Loudness = Type.Enum(['quiet', 'important', 'all']);

/** How whoever asks is told of what they may choose about; what must reach them comes at once by mail, whatever they chose. */
export const Choices = Type.Object({
  mine: Way,
  decide: Way,
  groups: Way,
  rhythm: Type.Enum(['hourly', 'daily', 'weekly']),
  hour: Hour,
  /** From 0, a Sunday. */
  weekday: Type.Integer({ minimum: 0, maximum: 6 }),
  /** No mail goes out from the one hour to the other; both or neither. */
  quietFrom: nullable(Hour),
  quietUntil: nullable(Hour),
  /** For a day from now nothing goes out; without it, what was asked before stays. */
  isSilent: Type.Optional(Type.Boolean()),
});
export type Choices = Static<typeof Choices>;

const KindLevel = Type.Enum(['must', 'mine', 'decide', 'groups']);

/** A kind of which mail was ended by its link, or can be. */
export const HushingView = Type.Object({
  kind: Type.String(),
  /** `must`: mail of several things together. */
  level: KindLevel,
  /** What was told of it last. */
  example: nullable(Type.String()),
  isHushed: Type.Boolean(),
});
export type HushingView = Static<typeof HushingView>;

export const ChoicesView = Type.Interface([Type.Omit(Choices, ['isSilent'])], {
  silentUntil: nullable(Type.String({ format: 'date-time' })),
  timeZone: Type.String(),
  /** Kinds of which no mail comes, with the page on which that is changed, a path of this site. */
  hushed: Type.Array(
    Type.Object({
      kind: Type.String(),
      level: KindLevel,
      example: nullable(Type.String()),
      path: Type.String(),
    }),
  ),
  /** How loud each of their groups is, by name. */
  loudness: Type.Array(
    Type.Object({ group: Type.Object({ slug: Type.String(), name: Type.String() }), loudness: Loudness }),
  ),
});
export type ChoicesView = Static<typeof ChoicesView>;

export const LoudnessChoice = Type.Object({ loudness: Loudness });
export type LoudnessChoice = Static<typeof LoudnessChoice>;
