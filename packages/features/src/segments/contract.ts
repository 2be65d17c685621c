import { Type, type Static } from 'typebox';
import { LENGTHS } from '../lengths.ts';
import { PageOf, PageQuery } from '../paging.ts';
import { PersonRow } from '../people/contract.ts';
import { line } from '../texts.ts';
import { Line } from './lines.ts';

/** Lines as an address holds them: `add:came:times=2;without:signed`; see writing.ts. */
const Written = Type.String({ maxLength: 4_000, pattern: "^[A-Za-z0-9:;=%._~!*'()-]*$" });

export const SegmentQuery = Type.Interface([PageQuery], { lines: Type.Optional(Written) });
export type SegmentQuery = Static<typeof SegmentQuery>;
export const CountQuery = Type.Object({ lines: Type.Optional(Written) });

/** A line with the name of the thing that it is about. */
export const LineView = Type.Object({
  ...Line.properties,
  /** Null for a line that is about no one thing, and for a thing that is gone. */
  about: Type.Union([Type.String(), Type.Null()]),
  isGone: Type.Boolean(),
});
export type LineView = Static<typeof LineView>;

export const FoundPeople = Type.Interface([PageOf(PersonRow)], {
  lines: Type.Array(LineView),
  /** The lines as they are written, and without each of them in turn. */
  written: Type.String(),
  without: Type.Array(Type.String()),
  can: Type.Object({ save: Type.Boolean() }),
});
export type FoundPeople = Static<typeof FoundPeople>;

/** Everyone the group holds, and how many there are after each line. */
export const LineCounts = Type.Object({ everyone: Type.Integer(), lines: Type.Array(Type.Integer()) });
export type LineCounts = Static<typeof LineCounts>;

export const SegmentInput = Type.Object({ name: line(LENGTHS.segmentName), lines: Written });
export type SegmentInput = Static<typeof SegmentInput>;
export const SegmentRow = Type.Object({ id: Type.String(), name: Type.String(), written: Type.String() });
export const SegmentList = Type.Object({ rows: Type.Array(SegmentRow) });
export type SegmentList = Static<typeof SegmentList>;
