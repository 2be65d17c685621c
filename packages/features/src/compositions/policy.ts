import { may, type Carrier, type Responsibility } from '../groups/responsibilities.ts';
import { unlessFrozen, type Policy } from '../policy.ts';
import type { CompositionState } from './contract.ts';

/** `given`: what the viewer carries for the one campaign that it belongs to, beside what they carry in its group. */
type Holder = Carrier & { given?: readonly Responsibility[]; isFrozen: boolean };
/** `isOver`: all of its mails are out. `isMine`: the viewer asked for the look themselves. */
export type CompositionStanding = Holder & {
  state: CompositionState;
  isTemplate: boolean;
  isOver: boolean;
  isLookAsked: boolean;
  isLookGiven: boolean;
  isMine: boolean;
  isSiteSteward: boolean;
  /** A ladder sends it, to one after another. */
  isOfLadder: boolean;
  /** Another group wrote it, and this one said yes to it as it is. */
  isChaperoned: boolean;
  /** It began in several variants, which stay as they are. */
  isCompared: boolean;
  /** What comes of it is to stand in the book for the whole site. */
  isShared: boolean;
};

const mayHere = (holder: Holder, one: Responsibility) =>
  may(holder, one) || holder.given?.includes(one) === true;
const writes = (holder: Holder) => mayHere(holder, 'contact_people');
const writesAll = (holder: Holder) => may(holder, 'contact_people');
const isOpen = ({ state }: Pick<CompositionStanding, 'state'>) => state === 'draft';
/** What a ladder sends is opened, stopped and ended with it. */
const isAlone = ({ isOfLadder }: Pick<CompositionStanding, 'isOfLadder'>) => !isOfLadder;
/** What two groups agreed on goes out as it is, at its moment, or not at all. */
const isOwn = ({ isChaperoned }: Pick<CompositionStanding, 'isChaperoned'>) => !isChaperoned;
/** What was stopped can be put right before it goes on. */
const isChangeable = (one: Pick<CompositionStanding, 'state'>) => isOpen(one) || one.state === 'stopped';

/** What may be done with a group's mailings, or those of one campaign, as a whole. Whoever writes them sees them. */
export const mailingsPolicy = {
  see: writes,
  ...unlessFrozen({
    write: writes,
    setRules: (holder) => may(holder, 'manage_group'),
  } satisfies Policy<Holder>),
} satisfies Policy<Holder>;

/**
 * What may be done with one of them, as far as its state goes. Whoever runs its campaign alone writes and sends it; to whom
 * else it could go, what others begin with, and a second look are for those who write all of the group's.
 */
export const compositionPolicy = {
  see: writes,
  seePeople: (one) => mayHere(one, 'see_people'),
  /** To say less asks for nothing either. */
  endSharing: (one) => writes(one) && one.isShared,
  /** Stopping asks for nothing but to be one of those who may write. */
  unsend: (one) => writes(one) && isOwn(one) && one.state === 'waiting',
  stop: (one) => writes(one) && isAlone(one) && one.state === 'sending' && !one.isOver,
  ...unlessFrozen({
    write: (one) => writes(one) && isOwn(one) && isChangeable(one) && !one.isCompared,
    choose: (one) => writesAll(one) && isOwn(one) && isAlone(one) && isOpen(one),
    send: (one) => writes(one) && isOwn(one) && isAlone(one) && isOpen(one) && !one.isTemplate,
    resume: (one) => writes(one) && isAlone(one) && one.state === 'stopped',
    remove: (one) => writes(one) && isOwn(one) && isAlone(one) && isOpen(one),
    tryVariants: (one) => writes(one) && isOwn(one) && isAlone(one) && isOpen(one) && !one.isTemplate,
    askForLook: (one) => writes(one) && isOwn(one) && isAlone(one) && isChangeable(one) && !one.isTemplate,
    /** Two see it: nobody gives it to what they asked for themselves. */
    giveLook: (one) =>
      writesAll(one) && isChangeable(one) && one.isLookAsked && !one.isLookGiven && !one.isMine,
    keepAsTemplate: (one) => writesAll(one) && isOwn(one) && isAlone(one) && isOpen(one),
    offer: (one) => writesAll(one) && isOwn(one) && isAlone(one) && isOpen(one) && one.isSiteSteward,
  } satisfies Policy<CompositionStanding>),
} satisfies Policy<CompositionStanding>;
