import type { SeenGroup } from '../groups/queries.ts';
import { may, type Carrier } from '../groups/responsibilities.ts';
import { unlessFrozen, type Policy } from '../policy.ts';

type Holder = Carrier & { isFrozen: boolean; isVouched: boolean };

/** What may be done in a coalition by those who stand in it; its own stewards are delegates. */
export const coalitionPolicy = {
  seeProposals: (coalition) => may(coalition, 'manage_members'),
  end: (coalition) => may(coalition, 'manage_members'),
  suspend: (coalition) => may(coalition, 'manage_members'),
  ...unlessFrozen({
    /** What nobody vouched for writes to nobody outside of it. */
    invite: (coalition) => may(coalition, 'manage_members') && coalition.isVouched,
    resume: (coalition) => may(coalition, 'manage_members'),
    answer: (coalition) => may(coalition, 'manage_members'),
    setSeats: (coalition) => may(coalition, 'manage_group'),
    proposeBudget: (coalition) => may(coalition, 'manage_group'),
    callCouncil: (coalition) => may(coalition, 'host_events'),
  } satisfies Policy<Holder>),
} satisfies Policy<Holder>;

/** What may be done for a group about coalitions. To go, to call somebody back and to take a yes back, a group may also while it is frozen. */
export const belongingPolicy = {
  seeProposals: (group) => may(group, 'manage_group'),
  leave: (group) => may(group, 'manage_group'),
  recall: (group) => may(group, 'manage_group'),
  dropBudget: (group) => may(group, 'manage_group'),
  ...unlessFrozen({
    begin: (group) => may(group, 'manage_group'),
    apply: (group) => may(group, 'manage_group') && group.isVouched,
    answer: (group) => may(group, 'manage_group'),
    nameDelegates: (group) => may(group, 'manage_group'),
    keepBudget: (group) => may(group, 'manage_group'),
  } satisfies Policy<Holder>),
} satisfies Policy<Holder>;

/** Whether a coalition may ask this group in: who knows of one that others may not know of does not tell them, unless it is theirs. */
export function mayBeInvited(group: SeenGroup): boolean {
  const isKnownToAll = group.visibility !== 'private' && group.isVouched && !group.isHidden;
  return isKnownToAll || may(group, 'manage_group');
}
