import { Type } from 'typebox';

/** What the site knows of where postcodes lie. */
export const PostcodesView = Type.Object({
  count: Type.Integer(),
  /** ISO 3166, by name; empty where the file named none. */
  countries: Type.Array(Type.String()),
  readAt: Type.Union([Type.String({ format: 'date-time' }), Type.Null()]),
});

/** What was read of a file, and how many of its lines could not be. */
export const PostcodesRead = Type.Object({ count: Type.Integer(), skippedCount: Type.Integer() });
