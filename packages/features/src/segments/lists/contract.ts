import { Type, type Static } from 'typebox';
import { LENGTHS } from '../../lengths.ts';
import { line } from '../../texts.ts';

export const ListInput = Type.Object({ name: line(LENGTHS.listName) });
const ListRow = Type.Object({ id: Type.String(), name: Type.String() });
export const PeopleLists = Type.Object({ rows: Type.Array(ListRow) });
export type PeopleLists = Static<typeof PeopleLists>;
/** A person's lists, and the others of their group. */
export const ListsOfPerson = Type.Object({ on: Type.Array(ListRow), others: Type.Array(ListRow) });
export type ListsOfPerson = Static<typeof ListsOfPerson>;

/** How many are in each saved segment and on each list; what could not be counted in time is missing. */
export const SavedCounts = Type.Object({
  rows: Type.Array(Type.Object({ id: Type.String(), count: Type.Integer() })),
});
export type SavedCounts = Static<typeof SavedCounts>;
