import { Type, type Static } from 'typebox';
import { NewGroup } from '../groups/contract.ts';
import { LENGTHS } from '../lengths.ts';
import { prose, Slug } from '../texts.ts';
import { MOST_SEATS } from './seats.ts';

/** The last day of a term, YYYY-MM-DD. */
export const TermEnd = Type.String({ format: 'date', pattern: '^(19[7-9]|20\\d)\\d' });
export const Mandate = prose(LENGTHS.mandate);

/** A coalition is begun by a group, for which the viewer speaks at first. */
export const NewCoalition = Type.Interface([Type.Pick(NewGroup, ['name', 'summary', 'visibility'])], {
  group: Slug,
  mandate: Mandate,
  termEndsOn: TermEnd,
});
export type NewCoalition = Static<typeof NewCoalition>;

export const CoalitionChange = Type.Object({ seats: Type.Integer({ minimum: 1, maximum: MOST_SEATS }) });

/** How many people: to the ten below. Null: fewer than ten. */
const Total = Type.Union([Type.Integer(), Type.Null()]);

/** What its groups came to, each counted by itself and added up. */
export const Totals = Type.Object({ acted: Total, came: Total, cameAgain: Total, leading: Total });
export type Totals = Static<typeof Totals>;

/** What a coalition has besides what every group has, as its viewer stands to it. */
export const CoalitionView = Type.Object({
  slug: Type.String(),
  name: Type.String(),
  /** How many may speak for each group. */
  seats: Type.Integer(),
  groupCount: Type.Integer(),
  /** Null until they are counted for the first time. */
  totals: Type.Union([Totals, Type.Null()]),
  /** The viewer is in one of its groups, or speaks for one. */
  isInside: Type.Boolean(),
  /** Groups that the viewer may bring in: theirs to manage, and not in it. */
  mayApply: Type.Array(Type.Object({ slug: Type.String(), name: Type.String() })),
  /** What somebody asks for and waits for an answer; null for those who do not decide. */
  proposalCount: Type.Union([Type.Integer(), Type.Null()]),
  can: Type.Object({
    seeProposals: Type.Boolean(),
    seeDelegates: Type.Boolean(),
    invite: Type.Boolean(),
    answer: Type.Boolean(),
    suspend: Type.Boolean(),
    resume: Type.Boolean(),
    end: Type.Boolean(),
    setSeats: Type.Boolean(),
    proposeBudget: Type.Boolean(),
    callCouncil: Type.Boolean(),
  }),
});
export type CoalitionView = Static<typeof CoalitionView>;
