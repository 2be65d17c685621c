import type { RoleList } from '@groundwork/features/groups/roles/contract';

/** The roles that the viewer may invite to by mail: those they give, but nobody is made a steward by a mail. */
export function rolesToMail({ given }: Pick<RoleList, 'given'>) {
  return given.flatMap(({ role, can }) => (can.give && role !== 'steward' ? [role] : []));
}
