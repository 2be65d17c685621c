import { Type, type Static } from 'typebox';
import { nullable } from '../../nullable.ts';

/**
 * What an address did when it was asked for. `answers`: something is there, if only a door that asks who it is. `gone`: it
 * says that nothing is there, or there is no such name. `silent`: no answer that a browser would show, in the time it had.
 */
export const LinkOutcome = Type.Enum(['answers', 'gone', 'silent', 'not-tried']);
export type LinkOutcome = Static<typeof LinkOutcome>;

/** Why an address was not asked for. `no-way-out`: this server reaches nothing at all. */
export const NotTriedWhy = Type.Enum(['own-page', 'not-public', 'one-of-many', 'no-way-out']);
export type NotTriedWhy = Static<typeof NotTriedWhy>;

export const LinkTrial = Type.Object({
  url: Type.String(),
  outcome: LinkOutcome,
  /** What it answered, by number (HTTP); null without an answer. */
  status: nullable(Type.Integer()),
  /** Of one that was not tried. */
  why: nullable(NotTriedWhy),
});
export type LinkTrial = Static<typeof LinkTrial>;
export const LinkTrials = Type.Object({ rows: Type.Array(LinkTrial) });
