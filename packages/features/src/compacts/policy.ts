import { may, type Carrier } from '../groups/responsibilities.ts';
import { unlessFrozen, type Policy } from '../policy.ts';

type Holder = Carrier & { isFrozen: boolean; isVouched: boolean };

/** What may be done for a group about what it agrees on with others. What nobody vouched for writes to nobody outside of it. */
export const compactsPolicy = {
  see: (group) => may(group, 'publish') || may(group, 'manage_group'),
  ...unlessFrozen({
    propose: (group) => may(group, 'manage_group') && group.isVouched,
  } satisfies Policy<Holder>),
} satisfies Policy<Holder>;

type Standing = Holder & { side: 'group' | 'writer' };

/** What may be done on one side of an agreement: stewards decide, also about what is sent; whoever publishes writes. */
export const compactPolicy = {
  /** To end it a group may also while it is frozen. */
  end: (one) => may(one, 'manage_group'),
  withdraw: (one) => may(one, 'manage_group'),
  takeBack: (one) => one.side === 'writer' && may(one, 'publish'),
  decline: (one) => one.side === 'group' && may(one, 'manage_group'),
  /** To have a say about people in common; which one, `overlapPolicy`. */
  decideOverlap: (one) => may(one, 'manage_group'),
  ...unlessFrozen({
    propose: (one) => may(one, 'manage_group') && one.isVouched,
    decide: (one) => may(one, 'manage_group'),
    write: (one) => one.side === 'writer' && may(one, 'publish'),
    answer: (one) => one.side === 'group' && may(one, 'manage_group'),
    /** Asks to have people in common counted. */
    count: (one) => may(one, 'manage_group') && one.isVouched,
  } satisfies Policy<Standing>),
} satisfies Policy<Standing>;

type Asked = Standing & { askedSide: Standing['side'] };
const wasAsked = (one: Asked) => one.side !== one.askedSide && may(one, 'manage_group');

/** What may be done about people in common once one of the two asked: that one takes it back, and the other one answers. */
export const overlapPolicy = {
  takeBack: (one) => one.side === one.askedSide && may(one, 'manage_group'),
  decline: wasAsked,
  ...unlessFrozen({ agree: (one) => wasAsked(one) && one.isVouched } satisfies Policy<Asked>),
} satisfies Policy<Asked>;
