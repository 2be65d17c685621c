import { Type, type Static } from 'typebox';
import { PageOf } from '../paging.ts';
import { LanguageCode, SiteView } from '../site/contract.ts';
import { EmailAddress, line, maybeProse } from '../texts.ts';
import { LENGTHS } from '../lengths.ts';

const Moment = Type.String({ format: 'date-time' });
const Count = Type.Integer();
const Nothing = Type.Null();

/** The answers that set a site up: what it is, who looks after it, and the first group. */
export const Setup = Type.Object({
  siteName: line(LENGTHS.siteName),
  languages: Type.Array(LanguageCode, { minItems: 1, uniqueItems: true }),
  opening: Type.Enum(['anyone', 'invited', 'nobody']),
  name: line(LENGTHS.shownName),
  email: EmailAddress,
  password: Type.String({ minLength: 10, maxLength: LENGTHS.password }),
  language: LanguageCode,
  timeZone: Type.String({ minLength: 1, maxLength: LENGTHS.timeZone }),
  groupName: line(LENGTHS.groupName),
  groupSummary: maybeProse(LENGTHS.groupSummary),
});
export type Setup = Static<typeof Setup>;
export const SetupDone = Type.Object({ groupSlug: Type.String() });
export type SetupDone = Static<typeof SetupDone>;

/** How the site is doing. Sizes in bytes, ages in seconds. */
export const SiteStatus = Type.Object({
  site: SiteView,
  version: Type.String(),
  counts: Type.Object({
    accounts: Count,
    groups: Count,
    people: Count,
    campaigns: Count,
    events: Count,
    messages: Count,
  }),
  queue: Type.Object({
    backend: Type.Enum(['redis', 'postgresql']),
    undelivered: Count,
    /** Of what has waited longest. */
    oldestSeconds: Type.Union([Type.Number(), Nothing]),
    /** Those of the last day, whoever spoke last first. */
    workers: Type.Array(
      Type.Object({
        waitingCount: Count,
        activeCount: Count,
        failedCount: Count,
        /** Of the code it runs. */
        version: Type.Union([Type.String(), Nothing]),
        reportedAt: Moment,
        /** It ended as it was asked to. */
        hasLeft: Type.Boolean(),
        isAlive: Type.Boolean(),
      }),
    ),
    /** Fell silent without having left, and nobody took their place. */
    missingCount: Count,
  }),
  mail: Type.Object({
    way: Type.Enum(['smtp', 'outbox']),
    waiting: Count,
    /** Of the mail that has waited longest: a mail server that is away shows here. */
    oldestSeconds: Type.Union([Type.Number(), Nothing]),
    sentToday: Count,
    /** In the Outbox, since no mail server is set. */
    keptToday: Count,
    refusedToday: Count,
  }),
  /** Which ceilings held mail to unproven addresses back within three days. */
  heldBack: Type.Array(
    Type.Object({
      by: Type.Enum(['mailbox', 'group', 'site', 'unvouched']),
      /** Null for the site's own mail, and for a private group. */
      group: Type.Union([Type.Object({ slug: Type.String(), name: Type.String() }), Nothing]),
      heldCount: Count,
      /** Of those, what is not sent yet. */
      waitingCount: Count,
    }),
  ),
  backup: Type.Object({
    /** Whether one is made every night. */
    isSetUp: Type.Boolean(),
    lastDoneAt: Type.Union([Moment, Nothing]),
    lastFailedAt: Type.Union([Moment, Nothing]),
    lastBytes: Type.Union([Type.Number(), Nothing]),
    /** Whether none was made since the night before. */
    isOld: Type.Boolean(),
  }),
  /** The test mail that the viewer asked for last, within a day. `isTaken` is null until the mail server has answered. */
  testMail: Type.Union([
    Type.Object({
      askedAt: Moment,
      finishedAt: Type.Union([Moment, Nothing]),
      isTaken: Type.Union([Type.Boolean(), Nothing]),
      /** What the mail server said, word for word. */
      answer: Type.Union([Type.String(), Nothing]),
    }),
    Nothing,
  ]),
  /** The backup that a steward asked for last. */
  backupRequest: Type.Union([
    Type.Object({
      askedAt: Moment,
      startedAt: Type.Union([Moment, Nothing]),
      /** So much of about so much; of files nobody knows how many there are. */
      doneCount: Type.Union([Type.Number(), Nothing]),
      totalCount: Type.Union([Type.Number(), Nothing]),
      unit: Type.Union([Type.Enum(['bytes', 'files']), Nothing]),
      finishedAt: Type.Union([Moment, Nothing]),
      outcome: Type.Union([Type.Enum(['done', 'failed']), Nothing]),
      bytes: Type.Union([Type.Number(), Nothing]),
      /** Why it failed, where that is known. */
      reason: Type.Union([Type.String(), Nothing]),
    }),
    Nothing,
  ]),
  /** The disk is the one that DATA_DIR lies on; zeros when it does not say. */
  storage: Type.Object({
    databaseBytes: Type.Number(),
    diskFreeBytes: Type.Number(),
    diskBytes: Type.Number(),
  }),
});
export type SiteStatus = Static<typeof SiteStatus>;

export const AccountRow = Type.Object({
  id: Type.String(),
  name: Type.String(),
  email: Type.String(),
  isSiteSteward: Type.Boolean(),
  isSuspended: Type.Boolean(),
  groupCount: Count,
  createdAt: Moment,
});
export const AccountsPage = PageOf(AccountRow);
export type AccountsPage = Static<typeof AccountsPage>;
