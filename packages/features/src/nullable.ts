import { Type, type TSchema } from 'typebox';

/** What may be null. Null first: an empty form field ("") is then read as null, not as an empty text or a zero. */
export const nullable = <T extends TSchema>(type: T) => Type.Union([Type.Null(), type]);

/** A whole number within bounds, or null. Both types in one schema: in a union, a zero would be read as null. */
export const nullableCount = (minimum: number, maximum: number) =>
  Type.Unsafe<number | null>({ type: ['integer', 'null'], minimum, maximum });
