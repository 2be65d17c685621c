import type { SeenGroup } from '../groups/queries.ts';
import { may } from '../groups/responsibilities.ts';
import { unlessFrozen, type Policy } from '../policy.ts';
import type { SeenTarget } from './queries.ts';

type Holder = Pick<SeenGroup, 'carried' | 'isFrozen'>;

/** What somebody may do with the targets that a group finds: pages about people are for those who publish alone. */
export const targetsPolicy = {
  see: (group) => may(group, 'publish'),
  ...unlessFrozen({
    add: (group) => may(group, 'publish'),
  } satisfies Policy<Holder>),
} satisfies Policy<Holder>;

type Situation = Pick<
  SeenTarget,
  'isOwn' | 'isAddedHere' | 'isOpen' | 'isCoalitions' | 'isFrozen' | 'isHidden'
>;

const answersFor = ({ isOwn, isAddedHere, isOpen }: Situation) => isOwn || (isAddedHere && isOpen);

/** What may be done with one of them by who acts for the group. `isFrozen`: that group is, or the coalition in whose list it stands. */
export const targetPolicy = {
  /** Nobody reports their own. */
  report: (target) => target.isOpen && target.isCoalitions && !target.isAddedHere && !target.isHidden,
  ...unlessFrozen({
    edit: answersFor,
    /** What others wrote about a coalition’s is not for one of them to take away. */
    remove: (target) => target.isOwn && !target.isCoalitions,
    ask: ({ isOpen }) => isOpen,
    note: () => true,
    /** What the group itself wrote. */
    change: () => true,
  } satisfies Policy<Situation>),
} satisfies Policy<Situation>;
