import { Type, type Static } from 'typebox';

/** Signatures that are held, by what they have in common. */
export const BurstRow = Type.Object({
  id: Type.String(),
  /** `trap`: they filled a field that no person sees. */
  cause: Type.Enum(['domain', 'link', 'household', 'trap']),
  /** The domain, what the link is called, or the group whose link it is; null where that is not the viewer's to know. */
  subject: Type.Union([Type.Null(), Type.String()]),
  beganAt: Type.String({ format: 'date-time' }),
  /** Some came through other groups: these are counted up to the next ten, and not named. */
  isBrought: Type.Boolean(),
  waiting: Type.Integer(),
  /** Of those that wait: whose mailbox is proven, so that they count when they are released. */
  proven: Type.Integer(),
  refused: Type.Integer(),
  /** The first few names, to judge by. */
  names: Type.Array(Type.String()),
});
export type BurstRow = Static<typeof BurstRow>;
export const BurstList = Type.Object({ rows: Type.Array(BurstRow) });
export type BurstList = Static<typeof BurstList>;
