import { Type, type Static } from 'typebox';
import { PageOf, PageQuery } from '../../paging.ts';
import { Role } from '../contract.ts';
import { maybeLine } from '../../texts.ts';

/** A member as fellow members see them: the face they show here. `role` only for those who organize. */
export const MemberView = Type.Object({
  accountId: Type.String(),
  name: Type.String(),
  pronouns: Type.Union([Type.String(), Type.Null()]),
  role: Type.Union([Role, Type.Null()]),
  joinedAt: Type.String(),
  isMe: Type.Boolean(),
});
export type MemberView = Static<typeof MemberView>;
export const MemberPage = PageOf(MemberView);
export type MemberPage = Static<typeof MemberPage>;

const UUID = '[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}';
export const MemberQuery = Type.Interface([PageQuery], {
  search: Type.Optional(Type.String({ maxLength: 80 })),
  /** Only these: ids of accounts with commas between them, such as those ticked while looking for others. */
  accounts: Type.Optional(Type.String({ pattern: `^${UUID}(,${UUID}){0,19}$` })),
});
export type MemberQuery = Static<typeof MemberQuery>;

export const RoleChange = Type.Object({ role: Role });

/** An empty text takes the account's own face again. */
export const FaceChange = Type.Object({
  name: Type.Union([maybeLine(80), Type.Null()]),
  pronouns: Type.Union([maybeLine(40), Type.Null()]),
});
export type FaceChange = Static<typeof FaceChange>;
