import { Type, type TSchema } from 'typebox';

/** What may be null. Null first: an empty form field ("") is then read as null, not as an empty text or a zero. */
export const nullable = <T extends TSchema>(type: T) => Type.Union([Type.Null(), type]);
