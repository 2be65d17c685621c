import { Type, type Static } from 'typebox';
import { LENGTHS } from '../lengths.ts';
import { TwoWayPageOf, TwoWayQuery } from '../paging.ts';
import { PeopleCan, PersonRow } from '../people/contract.ts';
import { line } from '../texts.ts';
import { Line } from './lines.ts';
import { ORDER_NAMES } from './order-names.ts';

/** Lines as an address holds them: `add:came:times=2;without:signed`; see writing.ts. */
export const Written = Type.String({ maxLength: 4_000, pattern: "^[A-Za-z0-9:;=%._~!*'()-]*$" });

export const PeopleOrder = Type.Enum([...ORDER_NAMES]);
export type PeopleOrder = Static<typeof PeopleOrder>;

const asked = {
  lines: Type.Optional(Written),
  /** Among those whom the lines leave. */
  search: Type.Optional(Type.String({ maxLength: LENGTHS.search })),
};
export const FoundQuery = Type.Interface([TwoWayQuery], {
  ...asked,
  order: Type.Optional(PeopleOrder),
  /** Where the first page begins: at letters of an order that goes by letters, else at a day. */
  from: Type.Optional(Type.String({ maxLength: LENGTHS.listBeginning })),
  limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 200, default: 20 })),
});
export type FoundQuery = Static<typeof FoundQuery>;
export const CountQuery = Type.Object({
  ...asked,
  /** How long it may take; what takes longer is answered with what the database expects. */
  milliseconds: Type.Optional(Type.Integer({ minimum: 1, maximum: 20_000, default: 20_000 })),
});
export type CountQuery = Static<typeof CountQuery>;

/** A line with the name of the thing that it is about. */
export const LineView = Type.Object({
  ...Line.properties,
  /** Null for a line that is about no one thing, and for a thing that is gone. */
  about: Type.Union([Type.String(), Type.Null()]),
  isGone: Type.Boolean(),
});
export type LineView = Static<typeof LineView>;

export const FoundPeople = Type.Interface([TwoWayPageOf(PersonRow)], {
  lines: Type.Array(LineView),
  /** The lines as they are written, and without each of them in turn. */
  written: Type.String(),
  without: Type.Array(Type.String()),
  can: Type.Interface([PeopleCan], { save: Type.Boolean() }),
});
export type FoundPeople = Static<typeof FoundPeople>;

/** How many there are. */
export const PeopleCounts = Type.Object({
  /** All whom the group holds. */
  everyone: Type.Integer(),
  /** After each line. */
  lines: Type.Array(Type.Integer()),
  /** After all of them and the search. */
  found: Type.Integer(),
  /** They are what the database expects, since counting took too long. */
  isAbout: Type.Boolean(),
});
export type PeopleCounts = Static<typeof PeopleCounts>;

/** What a line can be about, by name. */
export const LineChoices = Type.Object({
  rows: Type.Array(Type.Object({ id: Type.String(), name: Type.String() })),
});

export const SegmentInput = Type.Object({ name: line(LENGTHS.segmentName), lines: Written });
export type SegmentInput = Static<typeof SegmentInput>;
export const SegmentRow = Type.Object({ id: Type.String(), name: Type.String(), written: Type.String() });
export const SegmentList = Type.Object({ rows: Type.Array(SegmentRow) });
export type SegmentList = Static<typeof SegmentList>;
