import { Type, type Static } from 'typebox';
import { LeftOut } from '../compositions/contract.ts';
import { DEEDS } from '../compositions/learning.ts';
import { LENGTHS } from '../lengths.ts';
import { nullable, nullableCount } from '../nullable.ts';
import { PageOf, PageQuery } from '../paging.ts';
import { LineView, Written } from '../segments/contract.ts';
import { LanguageCode } from '../site/contract.ts';
import { line } from '../texts.ts';
import { OUTCOMES } from './outcomes.ts';
import { STEP_KINDS } from './step.ts';
import { TRIGGERS } from './triggers.ts';

const Id = Type.String({ format: 'uuid' });
const Moment = Type.String({ format: 'date-time' });
const MaybeId = Type.Optional(nullable(Id));

/** Begins an empty one, the welcome ladder that is written already, or a copy of another of the group's. */
export const NewLadder = Type.Object({
  name: Type.Optional(line(LENGTHS.title)),
  template: Type.Optional(Type.Enum(['welcome'])),
  copyOf: Type.Optional(Id),
});
export type NewLadder = Static<typeof NewLadder>;

/** What makes somebody begin; of what does not belong to `begins`, nothing is read. */
export const LadderInput = Type.Object({
  name: line(LENGTHS.title),
  begins: Type.Enum([...TRIGGERS]),
  /** Without it any of the group's. */
  campaign: MaybeId,
  event: MaybeId,
  segment: MaybeId,
  days: Type.Optional(nullableCount(7, 730)),
  /** Those who are so already begin too, on the day it is opened. */
  takesEarlier: Type.Boolean(),
  /** `membership`: its letters are what members must hear. Of who joined only. */
  purpose: Type.Enum(['updates', 'membership']),
});
export type LadderInput = Static<typeof LadderInput>;

/** What a step does; of what does not belong to `does`, nothing is read. */
const stepFields = {
  does: Type.Enum([...STEP_KINDS]),
  /** Of `wait`. */
  days: Type.Optional(nullableCount(1, 365)),
  /** Of `invite`: the event lies within so many kilometres. */
  km: Type.Optional(nullableCount(1, 500)),
  tag: Type.Optional(Type.String({ maxLength: LENGTHS.tag, typed: 'line' })),
  /** Of `hand`: an account that sees the group's people, and what it reads about why. */
  to: MaybeId,
  note: Type.Optional(Type.String({ maxLength: LENGTHS.personNote, typed: 'prose' })),
  /** Of `stop` and `branch`. */
  asks: Type.Optional(Type.Enum(['did', 'left', 'refused', 'line'])),
  deed: Type.Optional(Type.Enum([...DEEDS])),
  /** The campaign or event of the deed; without it any. */
  thing: MaybeId,
  /** One sentence, as an address holds it. */
  line: Type.Optional(Written),
};
export const StepInput = Type.Object(stepFields);
export type StepInput = Static<typeof StepInput>;
/** Where a step comes: at the end of the ladder, or of one side of a branch; or before another step. */
export const NewStep = Type.Object({
  ...stepFields,
  branch: MaybeId,
  side: Type.Optional(Type.Enum(['yes', 'no'])),
  before: MaybeId,
});
export type NewStep = Static<typeof NewStep>;
export const StepPlaceInput = Type.Object({ to: Type.Enum(['up', 'down']) });
export type StepPlaceInput = Static<typeof StepPlaceInput>;

/** How many begin at once, as the page said it: where many more would, it is asked again (409). */
export const OpeningInput = Type.Object({ count: Type.Integer({ minimum: 0 }) });
export type OpeningInput = Static<typeof OpeningInput>;
/** `asked`: it may write to so many that somebody else has to open it too, or to go on with what was put right. */
export const LadderOpening = Type.Object({ is: Type.Enum(['open', 'asked']) });

export const LadderState = Type.Enum(['draft', 'active', 'closed', 'ended']);
export type LadderState = Static<typeof LadderState>;

export const TriggerView = Type.Object({
  is: Type.Enum([...TRIGGERS]),
  days: nullable(Type.Integer()),
  /** The campaign, event or segment, and what it is called; null: any. */
  thing: nullable(Type.String()),
  about: nullable(Type.String()),
  isGone: Type.Boolean(),
});
export type TriggerView = Static<typeof TriggerView>;

const row = {
  id: Type.String(),
  name: Type.String(),
  state: LadderState,
  isStopped: Type.Boolean(),
  trigger: TriggerView,
  /** How many stand on one of its rungs, and how many are over it. */
  standingCount: Type.Integer(),
  overCount: Type.Integer(),
  madeAt: Moment,
  openedAt: nullable(Moment),
  endedAt: nullable(Moment),
};
export const LadderRow = Type.Object(row);
export type LadderRow = Static<typeof LadderRow>;
export const LadderQuery = PageQuery;
export const LadderPage = Type.Interface([PageOf(LadderRow)], {
  can: Type.Object({ write: Type.Boolean() }),
});

export const QuestionView = Type.Object({
  asks: Type.Enum(['did', 'left', 'refused', 'line']),
  deed: nullable(Type.Enum([...DEEDS])),
  /** The campaign or event of the deed, and what it is called; null: any. */
  thing: nullable(Type.String()),
  about: nullable(Type.String()),
  isGone: Type.Boolean(),
  line: nullable(LineView),
});
export type QuestionView = Static<typeof QuestionView>;

/** Why a step was not done for somebody, or that it was. */
export const StepOutcome = Type.Enum([...OUTCOMES, ...LeftOut.enum]);
export type StepOutcome = Static<typeof StepOutcome>;

/** A step with what came of it; in the order in which they are read. */
export const StepView = Type.Object({
  id: Type.String(),
  branchId: nullable(Type.String()),
  side: nullable(Type.Enum(['yes', 'no'])),
  /** In how many branches it is. */
  depth: Type.Integer(),
  does: Type.Enum([...STEP_KINDS]),
  days: nullable(Type.Integer()),
  km: nullable(Type.Integer()),
  tag: nullable(Type.String()),
  to: nullable(Type.Object({ id: Type.String(), name: nullable(Type.String()) })),
  note: nullable(Type.String()),
  question: nullable(QuestionView),
  /** The letter of a step that sends one: what the first of its texts says, and in which languages it is written. */
  letter: nullable(
    Type.Object({
      id: Type.String(),
      subject: nullable(Type.String()),
      languages: Type.Array(LanguageCode),
      /** It stopped by itself. */
      isStopped: Type.Boolean(),
    }),
  ),
  standingCount: Type.Integer(),
  /** How many came past it, or left the ladder there. */
  outcomes: Type.Array(Type.Object({ outcome: StepOutcome, count: Type.Integer() })),
});
export type StepView = Static<typeof StepView>;

/** What is in the way of opening it, and at which step. */
export const LadderFault = Type.Object({
  code: Type.Enum([
    ...(['no-steps', 'no-deed', 'trigger-gone'] as const),
    ...([
      'letter-faults',
      'no-nearest',
      'nearest-in-letter',
      'colleague-gone',
      'thing-gone',
      'wait-last',
      'branch-empty',
    ] as const),
  ]),
  weight: Type.Enum(['stop', 'look']),
  stepId: nullable(Type.String()),
});
export type LadderFault = Static<typeof LadderFault>;

export const LadderView = Type.Object({
  ...row,
  takesEarlier: Type.Boolean(),
  purpose: Type.Enum(['updates', 'membership']),
  /** Why it stopped by itself; null: it did not, or a letter of it did. */
  stoppedFor: nullable(Type.Enum(['many', 'gone'])),
  steps: Type.Array(StepView),
  faults: Type.Array(LadderFault),
  /** At most so many letters of the group a week for each; null: as many as there are. */
  mostAWeek: nullable(Type.Integer()),
  /** Somebody asked for another to open it, or to go on with what they put right; `isMine`: the viewer did. */
  openingAsked: nullable(Type.Object({ by: nullable(Type.String()), isMine: Type.Boolean() })),
  can: Type.Object({
    see: Type.Boolean(),
    write: Type.Boolean(),
    open: Type.Boolean(),
    close: Type.Boolean(),
    reopen: Type.Boolean(),
    stop: Type.Boolean(),
    resume: Type.Boolean(),
    end: Type.Boolean(),
    remove: Type.Boolean(),
    copy: Type.Boolean(),
    seePeople: Type.Boolean(),
  }),
});
export type LadderView = Static<typeof LadderView>;

/** What it would have done, had it been open for so many days. */
export const DryRun = Type.Object({
  days: Type.Integer(),
  /** Who began within these days; and who is so already, and begins at once if those do. */
  beganCount: Type.Integer(),
  earlierCount: Type.Integer(),
  /** When somebody came to be in a segment is not known: those in it now are counted as if they all came at the beginning. */
  isOfNow: Type.Boolean(),
  mailCount: Type.Integer(),
  /** How many people had at least one letter of it. */
  mailedCount: Type.Integer(),
  /** How many had two letters of the group within a week, of which one is this ladder's. */
  twiceAWeekCount: Type.Integer(),
  /** The most letters on one day. */
  mostADay: Type.Integer(),
  /** How many came to each step and had it done. */
  steps: Type.Array(Type.Object({ id: Type.String(), count: Type.Integer() })),
  leftOut: Type.Array(Type.Object({ why: LeftOut, count: Type.Integer() })),
  /** How many left it on the way. */
  stoppedCount: Type.Integer(),
});
export type DryRun = Static<typeof DryRun>;

export const MadeLadder = Type.Object({ id: Type.String() });
export const MadeStep = Type.Object({
  id: Type.String(),
  /** The letter that it sends, to be written. */
  letterId: nullable(Type.String()),
});
