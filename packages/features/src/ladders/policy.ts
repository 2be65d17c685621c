import { may, type Carrier } from '../groups/responsibilities.ts';
import { unlessFrozen, type Policy } from '../policy.ts';
import type { LadderState } from './contract.ts';

type Holder = Carrier & { isFrozen: boolean };
export type LadderStanding = Holder & { state: LadderState; isStopped: boolean };

const writes = (holder: Holder) => may(holder, 'contact_people');
const isUnderway = ({ state }: Pick<LadderStanding, 'state'>) => state === 'active' || state === 'closed';

/** What may be done with a group's ladders as a whole. Whoever writes them sees them. */
export const laddersPolicy = {
  see: writes,
  ...unlessFrozen({ write: writes } satisfies Policy<Holder>),
} satisfies Policy<Holder>;

/** What may be done with one of them: it changes only as long as it is a draft. */
export const ladderPolicy = {
  see: writes,
  seePeople: (one) => may(one, 'see_people'),
  /** To write to fewer, or to nobody any more, asks for nothing but to be one of those who may write. */
  close: (one) => writes(one) && one.state === 'active',
  stop: (one) => writes(one) && isUnderway(one) && !one.isStopped,
  end: (one) => writes(one) && isUnderway(one),
  ...unlessFrozen({
    write: (one) => writes(one) && one.state === 'draft',
    open: (one) => writes(one) && one.state === 'draft',
    reopen: (one) => writes(one) && one.state === 'closed',
    resume: (one) => writes(one) && isUnderway(one) && one.isStopped,
    remove: (one) => writes(one) && one.state === 'draft',
    copy: writes,
  } satisfies Policy<LadderStanding>),
} satisfies Policy<LadderStanding>;
