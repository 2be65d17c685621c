import { Type, type Static } from 'typebox';

/** Another group whose letters somebody's own group sends them. */
export const WriterView = Type.Object({ name: Type.String(), isRefused: Type.Boolean() });
export type WriterView = Static<typeof WriterView>;
