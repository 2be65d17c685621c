import type { SeenGroup } from '../groups/queries.ts';
import { may } from '../groups/responsibilities.ts';
import { unlessFrozen, type Policy } from '../policy.ts';
import type { SeenListing } from './queries.ts';

type Situation = Pick<SeenListing, 'isOurs' | 'isFrozen' | 'isHidden'>;

/** What may be done to a listing by who sees it. To close it a group may also while it is frozen. */
export const listingPolicy = {
  close: ({ isOurs }) => isOurs,
  seeAnswers: ({ isOurs }) => isOurs,
  /** Nobody reports their own. */
  report: ({ isOurs }) => !isOurs,
  ...unlessFrozen({
    edit: ({ isOurs, isHidden }) => isOurs && !isHidden,
    reopen: ({ isOurs, isHidden }) => isOurs && !isHidden,
    /** Says yes or no to whoever answers. */
    decide: ({ isOurs }) => isOurs,
  } satisfies Policy<Situation>),
} satisfies Policy<Situation>;

type Holder = Pick<SeenGroup, 'carried' | 'isFrozen' | 'isVouched'>;

/** What somebody may do for a group in the directory. */
export const ownListingPolicy = {
  see: (group) => may(group, 'publish'),
  ...unlessFrozen({
    /** What nobody vouched for writes to nobody outside of it. */
    answer: (group) => may(group, 'publish') && group.isVouched,
  } satisfies Policy<Holder>),
} satisfies Policy<Holder>;
