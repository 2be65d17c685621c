import { Type, type Static } from 'typebox';
import { LENGTHS } from '../lengths.ts';
import { PageOf, PageQuery } from '../paging.ts';
import { prose } from '../texts.ts';

const Moment = Type.String({ format: 'date-time' });
const TextOrNull = Type.Union([Type.String(), Type.Null()]);
const Who = Type.Object({ id: Type.String(), name: Type.String() });

export const ExchangeQuery = Type.Interface([PageQuery], {
  /** Those alone whose people wait for an answer. */
  waiting: Type.Optional(Type.Boolean()),
});
export type ExchangeQuery = Static<typeof ExchangeQuery>;

export const ExchangeRow = Type.Object({
  id: Type.String(),
  person: Who,
  subject: Type.String(),
  lastAt: Moment,
  isWaiting: Type.Boolean(),
  letterCount: Type.Integer(),
  /** How its newest letter begins. */
  beginning: Type.String(),
  isLastFromPerson: Type.Boolean(),
});
export type ExchangeRow = Static<typeof ExchangeRow>;
export const ExchangePage = Type.Interface([PageOf(ExchangeRow)], {
  waitingCount: Type.Integer(),
  /** Answers to the group's mail are read here. */
  isOpen: Type.Boolean(),
  /** The site can read mail at all. */
  isPossible: Type.Boolean(),
  can: Type.Object({ open: Type.Boolean(), close: Type.Boolean() }),
});
export type ExchangePage = Static<typeof ExchangePage>;

export const ExchangeView = Type.Object({
  id: Type.String(),
  person: Who,
  subject: Type.String(),
  isWaiting: Type.Boolean(),
  /** The newest two hundred, oldest first. */
  letters: Type.Array(
    Type.Object({
      id: Type.String(),
      isFromPerson: Type.Boolean(),
      /** Who of the group wrote it; null where they are no longer of it, and of the person's own. */
      by: TextOrNull,
      /** Where the person wrote it from, if the group knows them by another address. */
      fromAddress: TextOrNull,
      body: Type.String(),
      leftOut: Type.Array(Type.String()),
      at: Moment,
      /** Of the group's: whether its mail waits, was taken by a mail server, or goes nowhere; null once nobody knows. */
      state: Type.Union([Type.Enum(['waits', 'sent', 'kept', 'refused']), Type.Null()]),
    }),
  ),
  can: Type.Object({ answer: Type.Boolean(), putAside: Type.Boolean(), takeUp: Type.Boolean() }),
});
export type ExchangeView = Static<typeof ExchangeView>;

export const AnswerInput = Type.Object({ body: prose(LENGTHS.answer) });
export type AnswerInput = Static<typeof AnswerInput>;
export const MadeAnswer = Type.Object({ id: Type.String() });
