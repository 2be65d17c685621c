import { may, type Carrier } from '../../groups/responsibilities.ts';
import { unlessFrozen, type Policy } from '../../policy.ts';
import type { SeenCoalition } from '../queries.ts';
import type { SeenAlly } from './queries.ts';

/** What may be done about allies in a coalition. */
export const keeperPolicy = {
  see: (coalition) => may(coalition, 'publish'),
  /** What nobody vouched for speaks of nobody else; and what others may not see puts nothing up for all to see. */
  ...unlessFrozen({
    add: (coalition) => may(coalition, 'publish') && coalition.isVouched && coalition.visibility === 'public',
  } satisfies Policy<SeenCoalition>),
} satisfies Policy<SeenCoalition>;

const keeps = (ally: Carrier) => may(ally, 'publish');
/** A coalition that is frozen, or not in lists any more, says nothing new of others. */
const isKeeping = (ally: SeenAlly) => keeps(ally) && ally.isKeeperListed && !ally.isKeeperFrozen;
const decidesForKeeper = (ally: SeenAlly) => may(ally, 'manage_members') && !ally.isKeeperFrozen;

/** What may be done to the page of an ally, by those who keep it (what they carry is carried in their coalition) and by others. */
export const allyPolicy = {
  seeClaims: (ally) => may(ally, 'manage_members') || ally.isSiteSteward,
  takeDown: (ally) => keeps(ally) && ally.takenDownAt === null,
  /** Takes its name off a campaign. */
  takeOff: keeps,
  ...unlessFrozen({
    edit: (ally) => isKeeping(ally) && ally.takenDownAt === null,
    putBack: (ally) => isKeeping(ally) && ally.takenDownAt !== null,
    claim: (ally) => !ally.hasClaimed && ally.takenDownAt === null,
    /** The stewards of the site too: the coalition may be gone, or keep what is not its own. */
    decide: (ally) => (decidesForKeeper(ally) || ally.isSiteSteward) && ally.takenDownAt === null,
  } satisfies Policy<SeenAlly>),
} satisfies Policy<SeenAlly>;
