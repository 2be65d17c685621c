import { Type, type Static } from 'typebox';
import { PageOf } from '../../paging.ts';
import { line } from '../../texts.ts';
import { LENGTHS } from '../../lengths.ts';

/** `to`: the email of an account, or the address of a group, as `eastside-tenants` or with all that stands before it. */
export const NewAllowance = Type.Object({
  to: line(LENGTHS.named),
  times: Type.Integer({ minimum: 2, maximum: 100 }),
});
export type NewAllowance = Static<typeof NewAllowance>;

export const AllowancesPage = PageOf(
  Type.Object({
    id: Type.String(),
    kind: Type.Enum(['account', 'group']),
    /** Null for a group that the asker may not see any more. */
    name: Type.Union([Type.String(), Type.Null()]),
    times: Type.Integer(),
    givenAt: Type.String({ format: 'date-time' }),
  }),
);
export type AllowancesPage = Static<typeof AllowancesPage>;
