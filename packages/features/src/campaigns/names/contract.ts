import { Type, type Static, type TSchema } from 'typebox';

const nullable = <T extends TSchema>(type: T) => Type.Union([Type.Null(), type]);

/** Whose names: of those who let one be shown, as they want to be called; or of all, as they signed. */
export const NamesQuery = Type.Object({ whose: Type.Enum(['shown', 'all']) });
export type NamesQuery = Static<typeof NamesQuery>;

/** A campaign's names to hand over, in the order in which they signed. */
export const NamesBook = Type.Object({
  /** Everyone who stands behind it, and how many of them let a name be shown. */
  total: Type.Integer(),
  shownCount: Type.Integer(),
  /** Whether there are more than a book holds. */
  isCut: Type.Boolean(),
  rows: Type.Array(
    Type.Object({ name: Type.String(), city: nullable(Type.String()), postcode: nullable(Type.String()) }),
  ),
});
export type NamesBook = Static<typeof NamesBook>;
