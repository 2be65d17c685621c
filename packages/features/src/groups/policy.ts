import { unlessFrozen, type Policy } from '../policy.ts';
import type { SeenGroup } from './queries.ts';
import { may } from './responsibilities.ts';

type Joiner = Pick<SeenGroup, 'kind' | 'myRole' | 'isBanned' | 'hasAsked' | 'joining' | 'isFrozen'>;
/** Groups join a coalition, and name who speaks for them; people join groups. */
const isOfPeople = ({ kind }: Pick<SeenGroup, 'kind'>) => kind === 'group';
const isOutside = (group: Joiner) => isOfPeople(group) && group.myRole === null && !group.isBanned;
const mayJoin = (group: Joiner) => isOutside(group) && group.joining === 'open';
const mayAsk = (group: Joiner) => isOutside(group) && group.joining === 'approval' && !group.hasAsked;

/** Whether to speak of joining at all: to nobody who is in it, asked already or was banned, nor where it takes nobody. */
export const takesMember = (group: Joiner) => !group.isFrozen && (mayJoin(group) || mayAsk(group));

/** What may be done to a group by who sees it; strangers who may join are asked to sign in first. */
export const groupPolicy = {
  leave: (group) => group.myRole !== null,
  seeMembers: (group) => group.myRole !== null,
  seeRoles: (group) => may(group, 'moderate') || may(group, 'manage_members') || may(group, 'manage_group'),
  message: (group) => group.myRole !== null,
  seePeople: (group) => may(group, 'see_people'),
  exportPeople: (group) => may(group, 'export_people'),
  moderate: (group) => may(group, 'moderate'),
  manageMembers: (group) => may(group, 'manage_members'),
  delete: (group) => may(group, 'manage_group'),
  /** Nobody reports their own. */
  report: (group) => !may(group, 'manage_group'),
  ...unlessFrozen({
    join: mayJoin,
    askToJoin: mayAsk,
    invite: (group) => isOfPeople(group) && may(group, 'manage_members'),
    inviteByMail: (group) => isOfPeople(group) && may(group, 'manage_members') && group.isVouched,
    contactPeople: (group) => may(group, 'contact_people'),
    publish: (group) => may(group, 'publish'),
    hostEvents: (group) => may(group, 'host_events'),
    edit: (group) => may(group, 'manage_group'),
    manageRoles: (group) => may(group, 'manage_group'),
  } satisfies Policy<SeenGroup>),
} satisfies Policy<SeenGroup>;
