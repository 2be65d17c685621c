import { Type, type Static } from 'typebox';
import { PageOf, PageQuery } from '../../paging.ts';
import { RoleName } from '../contract.ts';
import { maybeLine } from '../../texts.ts';
import { LENGTHS } from '../../lengths.ts';

/** The code of the short link by which somebody came. */
export const Via = Type.Object({
  via: Type.Optional(Type.String({ maxLength: LENGTHS.linkCode, pattern: '^[A-Za-z0-9-]*$' })),
});

/** A member as fellow members see them: the face they show here. Roles only for those who see roles. */
export const MemberView = Type.Object({
  accountId: Type.String(),
  name: Type.String(),
  pronouns: Type.Union([Type.String(), Type.Null()]),
  role: Type.Union([RoleName, Type.Null()]),
  ownRole: Type.Union([Type.Object({ id: Type.String(), name: Type.String() }), Type.Null()]),
  joinedAt: Type.String(),
  isMe: Type.Boolean(),
  /** Whether the viewer carries enough to give them another role, and to take them out. */
  can: Type.Object({ setRole: Type.Boolean(), remove: Type.Boolean() }),
});
export type MemberView = Static<typeof MemberView>;
export const MemberPage = PageOf(MemberView);
export type MemberPage = Static<typeof MemberPage>;

const UUID = '[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}';
export const MemberQuery = Type.Interface([PageQuery], {
  search: Type.Optional(Type.String({ maxLength: LENGTHS.search })),
  /** Only these: ids of accounts with commas between them, such as those ticked while looking for others. */
  accounts: Type.Optional(Type.String({ pattern: `^${UUID}(,${UUID}){0,19}$` })),
});
export type MemberQuery = Static<typeof MemberQuery>;

/** What is left out stays as it is. */
export const RoleChange = Type.Object({
  role: Type.Optional(RoleName),
  // Null first: an empty form field is then read as none.
  ownRoleId: Type.Optional(Type.Union([Type.Null(), Type.String({ format: 'uuid' })])),
});
export type RoleChange = Static<typeof RoleChange>;

/** An empty text takes the account's own face again. */
export const FaceChange = Type.Object({
  name: Type.Union([maybeLine(LENGTHS.shownName), Type.Null()]),
  pronouns: Type.Union([maybeLine(LENGTHS.pronouns), Type.Null()]),
});
export type FaceChange = Static<typeof FaceChange>;
