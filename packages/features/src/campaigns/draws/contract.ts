import { Type, type Static } from 'typebox';

/** One draw for one group. Its list is at …/draws/:id.txt. */
const DrawRow = Type.Object({
  id: Type.String(),
  drawnAt: Type.String({ format: 'date-time' }),
  /** How many stood who had signed through the group, and how many it had got in draws before. */
  broughtCount: Type.Integer(),
  beforeCount: Type.Integer(),
  /** How many lots were in it, by tens, and how many fell to the group. */
  lotCount: Type.Integer(),
  drawnCount: Type.Integer(),
});

export const DrawList = Type.Object({
  /** SHA-256 over the seed of every draw of the campaign, in hexadecimal digits: fixed before anybody signed. */
  commitment: Type.String(),
  rows: Type.Array(DrawRow),
  can: Type.Object({
    /** Taking out who came by lot. */
    export: Type.Boolean(),
  }),
});
export type DrawList = Static<typeof DrawList>;
