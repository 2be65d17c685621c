import { may, type Carrier } from '../groups/responsibilities.ts';
import { unlessFrozen, type Policy } from '../policy.ts';

type Holder = Carrier & { isFrozen: boolean };
export type ExchangeStanding = Holder & {
  /** The person has an address, and said no to everything or not. */
  isReachable: boolean;
  isWaiting: boolean;
};

/** Whoever reads what people wrote sees who they are, and may write to them. */
const reads = (holder: Carrier) => may(holder, 'see_people') && may(holder, 'contact_people');

/** What may be done with all that people answered to a group. */
export const exchangesPolicy = {
  see: reads,
  ...unlessFrozen({ open: (holder) => may(holder, 'manage_group') } satisfies Policy<Holder>),
  /** To stop reading here asks for nothing but to be one who could begin. */
  close: (holder) => may(holder, 'manage_group'),
} satisfies Policy<Holder>;

/** What may be done with one exchange. */
export const exchangePolicy = {
  putAside: (one) => reads(one) && one.isWaiting,
  takeUp: (one) => reads(one) && !one.isWaiting,
  ...unlessFrozen({ answer: (one) => reads(one) && one.isReachable } satisfies Policy<ExchangeStanding>),
} satisfies Policy<ExchangeStanding>;
