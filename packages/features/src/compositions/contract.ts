import { Type, type Static } from 'typebox';
import { LocalTime } from '../events/contract.ts';
import { LENGTHS } from '../lengths.ts';
import { MailingProgress } from '../mailings/contract.ts';
import { PageOf, PageQuery } from '../paging.ts';
import { LineView, Written } from '../segments/contract.ts';
import { LanguageCode } from '../site/contract.ts';
import { line, maybeLine, maybeProse } from '../texts.ts';
import { DEEDS, LOTS, VARIANTS } from './learning.ts';
import { nullable, nullableCount } from '../nullable.ts';

const Id = Type.String({ format: 'uuid' });
const Moment = Type.String({ format: 'date-time' });

/** One of the letters in which it is tried. */
export const VariantName = Type.Enum([...VARIANTS]);
export type VariantName = Static<typeof VariantName>;
const LotName = Type.Enum([...LOTS]);

export const CompositionPurpose = Type.Enum(['updates', 'membership']);
export type CompositionPurpose = Static<typeof CompositionPurpose>;
/** `waiting`: it was sent, and goes out at a moment to come; until then one press makes it a draft again. */
export const CompositionState = Type.Enum(['draft', 'waiting', 'sending', 'stopped', 'sent']);
export type CompositionState = Static<typeof CompositionState>;

/** What a mailing may begin with: a copy of another one or of a template; whom it is for; what it tells of. */
export const NewComposition = Type.Object({
  copyOf: Type.Optional(Id),
  lines: Type.Optional(Written),
  purpose: Type.Optional(CompositionPurpose),
  /** In which language; the group's own where it is not said. */
  language: Type.Optional(LanguageCode),
  subject: Type.Optional(maybeLine(LENGTHS.mailSubject)),
  body: Type.Optional(maybeProse(LENGTHS.page)),
});
export type NewComposition = Static<typeof NewComposition>;

export const AudienceInput = Type.Object({ lines: Written, purpose: CompositionPurpose });
export type AudienceInput = Static<typeof AudienceInput>;

/** `version`: of the text that was changed; 0 for one that is new. Another one meanwhile is not written over (409). */
export const TextInput = Type.Object({
  variant: Type.Optional(VariantName),
  subject: maybeLine(LENGTHS.mailSubject),
  preheader: maybeLine(LENGTHS.preheader),
  body: maybeProse(LENGTHS.page),
  version: Type.Integer({ minimum: 0 }),
});
export type TextInput = Static<typeof TextInput>;

export const VariantQuery = Type.Object({ variant: Type.Optional(VariantName) });

/** In the viewer's name beside the group's, or in the group's alone. */
export const SenderInput = Type.Object({ isInMyName: Type.Boolean() });
export type SenderInput = Static<typeof SenderInput>;

export const TemplateInput = Type.Object({
  isTemplate: Type.Boolean(),
  /** Groups of the whole site begin with it: for stewards of the site. */
  isOffered: Type.Optional(Type.Boolean()),
});
export type TemplateInput = Static<typeof TemplateInput>;

/**
 * When it goes out: in ten minutes, or at a moment, in the group's zone or in each reader's own. `count` is to how many, as
 * the page said it: where many more would get it by now, the sender is asked again (409).
 */
export const SendingInput = Type.Object({
  when: Type.Enum(['now', 'at', 'readers-hour']),
  at: Type.Optional(LocalTime),
  count: Type.Integer({ minimum: 0 }),
  /** One in ten, by lot, gets it later or not at all; without it everybody gets it. */
  lot: Type.Optional(Type.Union([Type.Null(), LotName])),
});
export type SendingInput = Static<typeof SendingInput>;

export const TrialInput = Type.Object({
  language: LanguageCode,
  variant: Type.Optional(VariantName),
  /** Accounts of the group who may write its mailings; the viewer without any. */
  to: Type.Optional(Type.Array(Id, { maxItems: 10 })),
});
export type TrialInput = Static<typeof TrialInput>;

/** How many mailings one person gets a week at most, and above how many receivers somebody else looks first; null: no bound. */
export const RulesInput = Type.Object({
  mostAWeek: nullableCount(1, 14),
  lookAbove: nullableCount(1, 1_000_000),
});
export type RulesInput = Static<typeof RulesInput>;

const row = {
  id: Type.String(),
  /** Of the first of its texts that has one; null: none is written. */
  subject: nullable(Type.String()),
  language: nullable(LanguageCode),
  languages: Type.Array(LanguageCode),
  state: CompositionState,
  isTemplate: Type.Boolean(),
  isOffered: Type.Boolean(),
  /** When it goes out, of one that waits; and when it began and was all out. */
  dueAt: nullable(Moment),
  startedAt: nullable(Moment),
  endedAt: nullable(Moment),
  changedAt: Moment,
  /** Of one that was begun: to how many. */
  receiverCount: nullable(Type.Integer()),
  /** Of one that goes out or was stopped: how many have it. */
  sentCount: nullable(Type.Integer()),
};
export const CompositionRow = Type.Object(row);
export type CompositionRow = Static<typeof CompositionRow>;
export const CompositionQuery = Type.Interface([PageQuery], {
  /** Those that belong to a campaign: they go to those who signed there, and to nobody else. */
  campaign: Type.Optional(Id),
  /** Templates of the group and of the site; without it, what is no template. */
  templates: Type.Optional(Type.Boolean()),
});
export type CompositionQuery = Static<typeof CompositionQuery>;
export const CompositionPage = Type.Interface([PageOf(CompositionRow)], {
  rules: RulesInput,
  can: Type.Object({ write: Type.Boolean(), setRules: Type.Boolean() }),
});

export const CompositionText = Type.Object({
  variant: VariantName,
  language: LanguageCode,
  subject: Type.String(),
  preheader: Type.String(),
  body: Type.String(),
  version: Type.Integer(),
  changedAt: Moment,
});
export type CompositionText = Static<typeof CompositionText>;

const ExperimentParts = {
  question: line(LENGTHS.question),
  deed: Type.Enum([...DEEDS]),
  days: Type.Integer({ minimum: 1, maximum: 30 }),
  /** Of a thousand. */
  usualOf1000: Type.Integer({ minimum: 1, maximum: 999 }),
  worthOf1000: Type.Integer({ minimum: 1, maximum: 500 }),
  isShared: Type.Boolean(),
};
export const ExperimentInput = Type.Object(ExperimentParts);
export type ExperimentInput = Static<typeof ExperimentInput>;
export const ExperimentView = Type.Object({
  ...ExperimentParts,
  question: Type.String(),
  /** So many people each variant needs. */
  neededEach: Type.Integer(),
});
export type ExperimentView = Static<typeof ExperimentView>;

/** Who looks at it before it goes to many: whether somebody has to, and how that stands. */
export const SecondLook = Type.Object({
  /** Above so many receivers; null: nobody has to. */
  above: nullable(Type.Integer()),
  askedAt: nullable(Moment),
  askedBy: nullable(Type.String()),
  givenAt: nullable(Moment),
  givenBy: nullable(Type.String()),
  /** It says or goes to something else by now than what was looked at. */
  isOutdated: Type.Boolean(),
});

export const CompositionView = Type.Interface([CompositionRow], {
  purpose: CompositionPurpose,
  /** The ladder that sends it, to one after another; null: it goes out by itself. */
  ladderId: nullable(Type.String()),
  /** The other group that wrote it, as it was called then; null: the group's own. */
  writerName: nullable(Type.String()),
  /** Null: nobody was chosen yet. */
  lines: nullable(Type.Array(LineView)),
  written: Type.String(),
  texts: Type.Array(CompositionText),
  /** As receivers see it: the sender's line, and where answers go (null: to whoever runs the site). */
  from: Type.Object({ name: Type.String(), address: Type.String(), isInMyName: Type.Boolean() }),
  replyTo: nullable(Type.String()),
  timeZone: Type.String(),
  /** The hour of each reader's own place. */
  readersHour: nullable(Type.String()),
  /** When one in ten, by lot, gets it; null: as all others do. */
  lot: nullable(LotName),
  /** In which it says something, and the first in any case. */
  variants: Type.Array(VariantName),
  /** What they are to find out. */
  experiment: nullable(ExperimentView),
  look: SecondLook,
  /** Of one that was begun. */
  progress: nullable(MailingProgress),
  /** What came of it can be asked for: all have it, but perhaps those for whom a lot lets it wait for days. */
  hasResults: Type.Boolean(),
  /**
   * Of one that began and for which the budget of a coalition held: how many it passed over, down to the ten, null for fewer than
   * ten; and the day by which all of them are free again.
   */
  budgeted: nullable(Type.Object({ count: nullable(Type.Integer()), freeAt: Moment })),
  /** Why it stopped by itself. */
  stoppedFor: nullable(Type.Enum(['addresses', 'complaints'])),
  /** Who takes its mail more slowly than it is given, and for how many that is. */
  slowed: Type.Array(
    Type.Object({
      /** A domain, or `*`: the site's own mail server. */
      provider: Type.String(),
      perMinute: Type.Integer(),
      /** Until when nothing goes there. */
      restsUntil: nullable(Moment),
      waitingCount: Type.Integer(),
    }),
  ),
  can: Type.Object({
    write: Type.Boolean(),
    choose: Type.Boolean(),
    send: Type.Boolean(),
    unsend: Type.Boolean(),
    stop: Type.Boolean(),
    resume: Type.Boolean(),
    remove: Type.Boolean(),
    /** Write another variant, and say what it is to find out. */
    tryVariants: Type.Boolean(),
    endSharing: Type.Boolean(),
    askForLook: Type.Boolean(),
    giveLook: Type.Boolean(),
    keepAsTemplate: Type.Boolean(),
    offer: Type.Boolean(),
    seePeople: Type.Boolean(),
  }),
});
export type CompositionView = Static<typeof CompositionView>;

/** Why somebody who fits does not get it; each is counted under the first that holds, in this order. */
export const LeftOut = Type.Enum([
  'no-email',
  'do-not-contact',
  'said-no',
  'not-said-yes',
  'sent-back',
  /** They want letters about other campaigns only. */
  'other-campaign',
  /** They want one a month at most, and had it. */
  'wants-less',
  'had-enough',
  /** The group itself wrote to them as often as the budget of a coalition allows that it keeps. */
  'coalition-budget',
  /** They said no to being passed on to other groups. */
  'no-sharing',
  /** They want no letters of the group that wrote it. */
  'no-writer',
]);
export type LeftOut = Static<typeof LeftOut>;
/** How many fit, how many get it, in which languages, and who does not. */
export const CompositionReach = Type.Object({
  fitCount: Type.Integer(),
  getCount: Type.Integer(),
  languages: Type.Array(Type.Object({ language: LanguageCode, count: Type.Integer() })),
  leftOut: Type.Array(Type.Object({ why: LeftOut, count: Type.Integer() })),
});
export type CompositionReach = Static<typeof CompositionReach>;
export const LeftOutQuery = Type.Interface([PageQuery], { why: LeftOut });
export type LeftOutQuery = Static<typeof LeftOutQuery>;
export const LeftOutPage = PageOf(Type.Object({ id: Type.String(), name: Type.String() }));

export const PreviewQuery = Type.Object({ language: LanguageCode, variant: Type.Optional(VariantName) });
export type PreviewQuery = Static<typeof PreviewQuery>;
/** One mail of it, as somebody who reads this language gets it. */
export const Preview = Type.Object({
  language: LanguageCode,
  from: Type.String(),
  subject: Type.String(),
  preheader: Type.String(),
  html: Type.String(),
  text: Type.String(),
  /** Of the whole message, in bytes. */
  size: Type.Integer(),
});
export type Preview = Static<typeof Preview>;

/** One thing that was looked at: all right, to be looked at, or in the way of sending. */
export const CheckView = Type.Object({
  code: Type.String(),
  weight: Type.Enum(['good', 'look', 'stop']),
  params: Type.Record(Type.String(), Type.Union([Type.String(), Type.Integer()])),
  /** The language whose text it is about, and of which variant. */
  language: nullable(LanguageCode),
  variant: nullable(VariantName),
});
export type CheckView = Static<typeof CheckView>;
export const Checks = Type.Object({ rows: Type.Array(CheckView) });

/** Who of the group can read a trial or give a second look. */
export const Colleagues = Type.Object({
  rows: Type.Array(Type.Object({ id: Type.String(), name: Type.String() })),
});
export const MadeComposition = Type.Object({ id: Type.String() });
