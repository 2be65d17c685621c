import { Type, type Static } from 'typebox';
import { line } from '../../texts.ts';
import { ResponsibilityName, RoleName } from '../contract.ts';
import { RESPONSIBILITIES } from '../responsibilities.ts';
import { LENGTHS } from '../../lengths.ts';

const Responsibilities = Type.Array(ResponsibilityName);

/** A role that every group has. */
export const GivenRoleView = Type.Object({
  role: RoleName,
  responsibilities: Responsibilities,
  can: Type.Object({ give: Type.Boolean() }),
});

/** A role of the group's own. `can`: nobody gives, changes or removes what carries more than they do. */
export const OwnRoleView = Type.Object({
  id: Type.String(),
  name: Type.String(),
  responsibilities: Responsibilities,
  memberCount: Type.Integer(),
  can: Type.Object({ give: Type.Boolean(), change: Type.Boolean(), remove: Type.Boolean() }),
});
export type OwnRoleView = Static<typeof OwnRoleView>;

export const RoleList = Type.Object({
  given: Type.Array(GivenRoleView),
  rows: Type.Array(OwnRoleView),
  /** `carry`: what the viewer may put into a role. */
  can: Type.Object({ create: Type.Boolean(), carry: Responsibilities }),
});
export type RoleList = Static<typeof RoleList>;

export const OwnRoleInput = Type.Object({
  name: line(LENGTHS.roleName),
  responsibilities: Type.Array(ResponsibilityName, {
    minItems: 1,
    maxItems: RESPONSIBILITIES.length,
    uniqueItems: true,
  }),
});
export type OwnRoleInput = Static<typeof OwnRoleInput>;
