import { unlessFrozen, type Policy } from '../policy.ts';
import type { SeenGroup } from './queries.ts';

export type Role = 'member' | 'organizer' | 'steward';
export type Responsibility = keyof typeof RESPONSIBILITIES;

/** Who carries what: a role is a named set of responsibilities. */
const RESPONSIBILITIES = {
  see_people: ['organizer', 'steward'],
  contact_people: ['organizer', 'steward'],
  export_people: ['steward'],
  publish: ['organizer', 'steward'],
  host_events: ['organizer', 'steward'],
  moderate: ['organizer', 'steward'],
  manage_members: ['steward'],
  manage_group: ['steward'],
} as const satisfies Record<string, readonly Role[]>;

/** Whether someone of this role (null: not a member) carries a responsibility. */
export function may(role: Role | null, responsibility: Responsibility): boolean {
  return role !== null && rolesWith(responsibility).includes(role);
}

/** The roles that carry a responsibility; queries ask it by `carries` (standing.ts). */
export function rolesWith(responsibility: Responsibility): readonly Role[] {
  return RESPONSIBILITIES[responsibility];
}

type Joiner = Pick<SeenGroup, 'myRole' | 'isBanned' | 'hasAsked' | 'joining' | 'isFrozen'>;
const isOutside = (group: Joiner) => group.myRole === null && !group.isBanned;
const mayJoin = (group: Joiner) => isOutside(group) && group.joining === 'open';
const mayAsk = (group: Joiner) => isOutside(group) && group.joining === 'approval' && !group.hasAsked;

/** Whether to speak of joining at all: to nobody who is in it, asked already or was banned, nor where it takes nobody. */
export const takesMember = (group: Joiner) => !group.isFrozen && (mayJoin(group) || mayAsk(group));

/** What may be done to a group by who sees it; strangers who may join are asked to sign in first. */
export const groupPolicy = {
  leave: (group) => group.myRole !== null,
  seeMembers: (group) => group.myRole !== null,
  seeRoles: (group) => may(group.myRole, 'moderate'),
  message: (group) => group.myRole !== null,
  seePeople: (group) => may(group.myRole, 'see_people'),
  exportPeople: (group) => may(group.myRole, 'export_people'),
  moderate: (group) => may(group.myRole, 'moderate'),
  manageMembers: (group) => may(group.myRole, 'manage_members'),
  delete: (group) => may(group.myRole, 'manage_group'),
  ...unlessFrozen({
    join: mayJoin,
    askToJoin: mayAsk,
    invite: (group) => may(group.myRole, 'manage_members'),
    inviteByMail: (group) => may(group.myRole, 'manage_members') && group.isVouched,
    contactPeople: (group) => may(group.myRole, 'contact_people'),
    publish: (group) => may(group.myRole, 'publish'),
    hostEvents: (group) => may(group.myRole, 'host_events'),
    edit: (group) => may(group.myRole, 'manage_group'),
  } satisfies Policy<SeenGroup>),
} satisfies Policy<SeenGroup>;
