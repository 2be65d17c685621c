import { Type, type Static } from 'typebox';
import { LENGTHS } from '../../lengths.ts';
import { nullable } from '../../nullable.ts';
import { PageOf } from '../../paging.ts';
import { LanguageCode } from '../../site/contract.ts';
import { maybeProse, prose } from '../../texts.ts';
import { TargetDay } from '../contract.ts';

const Named = Type.Object({ slug: Type.String(), name: Type.String() });

/** What a group asked of a target, and what came of it. */
export const AskRow = Type.Object({
  id: Type.String(),
  /** Null for who may not know whose it is: some group of the coalition. */
  group: nullable(Type.Interface([Named], { language: LanguageCode })),
  isOwn: Type.Boolean(),
  /** Null also where the reader may not know of it. */
  campaign: nullable(Type.Object({ id: Type.String(), slug: Type.String(), title: Type.String() })),
  what: Type.String(),
  askedOn: TargetDay,
  answer: nullable(Type.String()),
  answeredOn: nullable(TargetDay),
  promise: nullable(Type.String()),
  dueOn: nullable(TargetDay),
  /** The day has passed, and nobody said what came of it. */
  isDue: Type.Boolean(),
  outcome: nullable(Type.Enum(['kept', 'broken'])),
  outcomeWord: Type.String(),
  outcomeAt: nullable(Type.String({ format: 'date-time' })),
  /** Who wrote it down, as they are called in the group; for its own side alone. */
  writtenBy: nullable(Type.String()),
});
export type AskRow = Static<typeof AskRow>;
/** Promises that are due first, then the newest. */
export const AskPage = PageOf(AskRow);
export type AskPage = Static<typeof AskPage>;

/** A promise to a group whose day has passed. */
export const DuePromise = Type.Object({
  id: Type.String(),
  target: Type.Object({ id: Type.String(), name: Type.String(), office: Type.String() }),
  promise: Type.String(),
  dueOn: TargetDay,
});
export type DuePromise = Static<typeof DuePromise>;
/** The oldest first. */
export const DuePromisePage = PageOf(DuePromise);
export type DuePromisePage = Static<typeof DuePromisePage>;

const written = {
  what: prose(LENGTHS.targetAsk),
  askedOn: TargetDay,
  /** One of the group’s own campaigns, or one that it stands with. */
  campaignId: nullable(Type.String({ format: 'uuid' })),
  answer: nullable(maybeProse(LENGTHS.targetAsk)),
  answeredOn: nullable(TargetDay),
  promise: nullable(maybeProse(LENGTHS.targetAsk)),
  dueOn: nullable(TargetDay),
};
/** What is left out stays as it is. */
export const AskChange = Type.Partial(Type.Object(written));
export type AskChange = Static<typeof AskChange>;
export const NewAsk = Type.Interface([AskChange], { what: written.what, askedOn: written.askedOn });
export type NewAsk = Static<typeof NewAsk>;
export const MadeAsk = Type.Object({ id: Type.String() });

export const PromiseOutcome = Type.Object({
  outcome: Type.Enum(['kept', 'broken']),
  word: Type.Optional(maybeProse(LENGTHS.reason)),
});
export type PromiseOutcome = Static<typeof PromiseOutcome>;
