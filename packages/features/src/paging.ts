import { Type, type Static, type TSchema } from 'typebox';

/** The query string of every list: `after` is the opaque cursor a page gave as `next`. */
export const PageQuery = Type.Object({
  after: Type.Optional(Type.String({ maxLength: 1200 })),
  limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 100, default: 20 })),
});
export type PageQuery = Static<typeof PageQuery>;

/** A page of a list: `next` is null on the last one. */
export function PageOf<T extends TSchema>(row: T) {
  return Type.Object({ rows: Type.Array(row), next: Type.Union([Type.String(), Type.Null()]) });
}
export type Page<Row> = { rows: Row[]; next: string | null };

/** The query string of a list that is also read backwards: `before` is the cursor a page gave as `previous`. */
export const TwoWayQuery = Type.Interface([PageQuery], {
  before: Type.Optional(Type.String({ maxLength: 1200 })),
});
export type TwoWayQuery = Static<typeof TwoWayQuery>;

/** A page of such a list: `previous` is null on the first one. */
export function TwoWayPageOf<T extends TSchema>(row: T) {
  return Type.Interface([PageOf(row)], { previous: Type.Union([Type.String(), Type.Null()]) });
}
export type TwoWayPage<Row> = Page<Row> & { previous: string | null };
