import { Type, type Static } from 'typebox';
import { GroupCard } from '../../groups/contract.ts';
import { LENGTHS } from '../../lengths.ts';
import { PageOf } from '../../paging.ts';
import { LanguageCode } from '../../site/contract.ts';
import { maybeProse, prose, Slug } from '../../texts.ts';
import { Mandate } from '../contract.ts';

const Moment = Type.String({ format: 'date-time' });
const Side = Type.Enum(['group', 'coalition']);
const State = Type.Enum(['proposed', 'accepted', 'suspended', 'left']);
const Decision = Type.Enum(['accepted', 'declined']);
const Word = Type.Optional(maybeProse(LENGTHS.reason));
/** In the order of the coalition's questions. */
const Answers = Type.Array(prose(LENGTHS.joinAnswer), { maxItems: 3 });

/** The groups of a coalition, as far as the viewer may know of them; its delegates know of all. */
export const CoalitionGroupPage = PageOf(GroupCard);
export type CoalitionGroupPage = Static<typeof CoalitionGroupPage>;

/** A group that asks, was asked, or is kept out for a while, as the stewards of the coalition see it. */
export const Proposal = Type.Object({
  group: Type.Object({
    slug: Type.String(),
    name: Type.String(),
    summary: Type.String(),
    language: LanguageCode,
    kind: Side,
    /** The viewer may open its page. */
    isSeen: Type.Boolean(),
  }),
  state: State,
  askedBy: Side,
  questions: Type.Array(Type.String()),
  answers: Type.Array(Type.String()),
  /** What was said with the last step. */
  word: Type.String(),
  since: Moment,
});
export type Proposal = Static<typeof Proposal>;
export const ProposalPage = PageOf(Proposal);
export type ProposalPage = Static<typeof ProposalPage>;

/** Who speaks for a group in a coalition, as its members see it. */
export const OwnDelegate = Type.Object({
  accountId: Type.String(),
  name: Type.String(),
  mandate: Mandate,
  termEndsOn: Type.String(),
});

/** A coalition that a group is in, asks or is asked by. Only what is accepted is told to who is no steward of the group. */
export const Belonging = Type.Object({
  coalition: Type.Object({
    slug: Type.String(),
    name: Type.String(),
    summary: Type.String(),
    language: LanguageCode,
    /** The viewer may open its page. */
    isSeen: Type.Boolean(),
  }),
  state: State,
  askedBy: Side,
  since: Moment,
  word: Type.String(),
  /** What the coalition asks of a group that is to answer its invitation; else empty. */
  questions: Type.Array(Type.String()),
  seats: Type.Integer(),
  /** For members of the group; for others empty. */
  delegates: Type.Array(OwnDelegate),
});
export type Belonging = Static<typeof Belonging>;
export const BelongingList = Type.Object({
  rows: Type.Array(Belonging),
  can: Type.Object({
    begin: Type.Boolean(),
    apply: Type.Boolean(),
    answer: Type.Boolean(),
    leave: Type.Boolean(),
    nameDelegates: Type.Boolean(),
    recall: Type.Boolean(),
    keepBudget: Type.Boolean(),
    dropBudget: Type.Boolean(),
    seeProposals: Type.Boolean(),
  }),
});
export type BelongingList = Static<typeof BelongingList>;

export const Application = Type.Object({ coalition: Slug, answers: Answers, word: Word });
export type Application = Static<typeof Application>;
export const GroupInvitation = Type.Object({ group: Slug, word: Word });
export type GroupInvitation = Static<typeof GroupInvitation>;

/** A coalition's answer to a group that applied. */
export const ApplicationDecision = Type.Object({ decision: Decision, word: Word });
export type ApplicationDecision = Static<typeof ApplicationDecision>;
/** A group's answer to an invitation; with what the coalition asks, where it accepts. */
export const InvitationDecision = Type.Object({
  decision: Decision,
  answers: Type.Optional(Answers),
  word: Word,
});
export type InvitationDecision = Static<typeof InvitationDecision>;

/** Why a group is kept out for a while: it reads this. */
export const Because = Type.Object({ reason: prose(LENGTHS.reason) });
export type Because = Static<typeof Because>;
/** Why it is out for good, which it reads; an invitation is taken back without a reason. */
export const EndingBecause = Type.Object({ reason: maybeProse(LENGTHS.reason) });

/** What was done between the two, newest first. Who did it is named to their own side alone. */
export const BelongingStep = Type.Object({
  id: Type.String(),
  step: Type.Enum([
    ...['founded', 'applied', 'invited', 'accepted', 'declined'],
    ...['withdrawn', 'suspended', 'resumed', 'left', 'ended'],
  ] as const),
  side: Side,
  by: Type.Union([Type.String(), Type.Null()]),
  word: Type.String(),
  takenAt: Moment,
});
export type BelongingStep = Static<typeof BelongingStep>;
const Named = Type.Object({ slug: Type.String(), name: Type.String() });
export const StepPage = Type.Interface([PageOf(BelongingStep)], {
  group: Named,
  coalition: Named,
  state: State,
  askedBy: Side,
});
export type StepPage = Static<typeof StepPage>;
