import { Type, type Static } from 'typebox';
import { PageOf } from '../../paging.ts';
import { prose } from '../../texts.ts';
import { LENGTHS } from '../../lengths.ts';

const Decision = Type.Enum(['accepted', 'declined']);

/** Answers in the order of the group's questions. */
export const NewJoinRequest = Type.Object({
  answers: Type.Array(prose(LENGTHS.joinAnswer), { maxItems: 3 }),
  /** The code of the short link by which somebody came. */
  via: Type.Optional(Type.String({ maxLength: LENGTHS.linkCode, pattern: '^[A-Za-z0-9-]*$' })),
});
export type NewJoinRequest = Static<typeof NewJoinRequest>;

/** One who asks to be let in, as the stewards see them. `questions` as they were when asked. */
export const JoinRequestView = Type.Object({
  id: Type.String(),
  accountId: Type.String(),
  name: Type.String(),
  questions: Type.Array(Type.String()),
  answers: Type.Array(Type.String()),
  askedAt: Type.String(),
});
export type JoinRequestView = Static<typeof JoinRequestView>;
export const JoinRequestPage = PageOf(JoinRequestView);
export type JoinRequestPage = Static<typeof JoinRequestPage>;

export const JoinDecision = Type.Object({ decision: Decision });
export type JoinDecision = Static<typeof JoinDecision>;
