import { Type, type Static } from 'typebox';
import { PageOf, PageQuery } from '../../paging.ts';
import { historyGroups, type HistoryGroup } from './kinds.ts';
import { nullable } from '../../nullable.ts';

export const HistoryQuery = Type.Interface([PageQuery], {
  kind: Type.Optional(Type.Enum(Object.keys(historyGroups) as HistoryGroup[])),
});
export type HistoryQuery = Static<typeof HistoryQuery>;

const HistoryLine = Type.Object({
  id: Type.String(),
  kind: Type.String(),
  /** The title of the thing as it was then, or where a list or a sheet was from. */
  label: nullable(Type.String()),
  /** Of a correction, what was corrected. */
  fields: Type.Array(Type.String()),
  /** Who did it by hand, if they are still of the group. */
  by: nullable(Type.String()),
  /** Of a correction, that the person made it themself on their own page. */
  isOwn: Type.Boolean(),
  at: Type.String({ format: 'date-time' }),
  /** The path of the thing, where the viewer may see it. */
  url: nullable(Type.String()),
});
export const PersonHistoryPage = PageOf(HistoryLine);
export type PersonHistoryPage = Static<typeof PersonHistoryPage>;
