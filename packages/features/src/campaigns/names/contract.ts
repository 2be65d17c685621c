import { Type, type Static } from 'typebox';
import { LENGTHS } from '../../lengths.ts';
import { maybeLine } from '../../texts.ts';
import { nullable } from '../../nullable.ts';

export const NamesQuery = Type.Object({
  /** Whose names: of those who let one be shown, as they want to be called; or of all, as they signed. */
  whose: Type.Enum(['shown', 'all']),
  /** How the postcodes of a district begin, with commas between them: how many of the signers live there is counted. */
  district: Type.Optional(maybeLine(LENGTHS.district)),
});
export type NamesQuery = Static<typeof NamesQuery>;

const NameRow = Type.Object({
  name: Type.String(),
  city: nullable(Type.String()),
  postcode: nullable(Type.String()),
});

/** A campaign's names to hand over, in the order in which they signed. */
export const NamesBook = Type.Object({
  /** Everyone who stands behind it here, and how many of them let a name be shown. */
  total: Type.Integer(),
  shownCount: Type.Integer(),
  /** Who signed on paper, and not here. */
  paperCount: Type.Integer(),
  /** Of all these, how many are known to live in the district that was asked about; `count` is null for fewer than ten. */
  district: nullable(Type.Object({ beginnings: Type.Array(Type.String()), count: nullable(Type.Integer()) })),
  /** Whether there are more than a book holds. */
  isCut: Type.Boolean(),
  rows: Type.Array(NameRow),
  /** Those of the paper, where all names are asked for: nobody asked them whether theirs may be shown. */
  paperRows: Type.Array(NameRow),
});
export type NamesBook = Static<typeof NamesBook>;
