import { Type, type Static } from 'typebox';

/** With whom: accounts of the same group, without oneself. */
export const NewDirect = Type.Object({
  accountIds: Type.Array(Type.String({ format: 'uuid' }), { minItems: 1, maxItems: 7, uniqueItems: true }),
});
export type NewDirect = Static<typeof NewDirect>;

/** Whether one takes direct messages, and whom one blocked. */
export const OwnDirects = Type.Object({
  isRefusing: Type.Boolean(),
  /** The latest first. */
  blocked: Type.Array(
    Type.Object({
      accountId: Type.String(),
      /** The face they show where one met them; null once they left it. */
      name: Type.Union([Type.String(), Type.Null()]),
      /** Where one met them; null once one left it, or it is gone. */
      groupName: Type.Union([Type.String(), Type.Null()]),
      blockedAt: Type.String({ format: 'date-time' }),
    }),
  ),
});
export type OwnDirects = Static<typeof OwnDirects>;
