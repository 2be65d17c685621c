import { Type, type Static } from 'typebox';
import { SiteView } from '../../site/contract.ts';

const Moment = Type.String({ format: 'date-time' });
const Count = Type.Integer();
const Nothing = Type.Null();

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
    /** Who takes mail to many more slowly than it was given; `*` is the site's own mail server. */
    slowed: Type.Array(
      Type.Object({
        provider: Type.String(),
        perMinute: Count,
        /** Until when nothing goes there, if that is to come. */
        restsUntil: Type.Union([Moment, Nothing]),
        troubledAt: Type.Union([Moment, Nothing]),
        /** What it said, such as `421 4.7.28`. */
        code: Type.Union([Type.String(), Nothing]),
        waitingCount: Count,
      }),
    ),
    /** What comes back of mail. */
    wayBack: Type.Object({
      /** Whether the site has an address for it. */
      isSet: Type.Boolean(),
      /** Whether somebody reads it there, or tries to. */
      isRead: Type.Boolean(),
      /** When a report came last. */
      lastReadAt: Type.Union([Moment, Nothing]),
      failure: Type.Union([
        Type.Object({
          way: Type.Enum(['imap', 'lmtp']),
          why: Type.Enum(['unreachable', 'signed-out', 'no-mailbox', 'failed']),
          since: Moment,
        }),
        Nothing,
      ]),
    }),
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
