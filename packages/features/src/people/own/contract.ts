import { Type, type Static } from 'typebox';
import { LENGTHS } from '../../lengths.ts';
import { PageOf } from '../../paging.ts';
import { LanguageCode } from '../../site/contract.ts';
import { EmailAddress, line, maybeLine, sealOf } from '../../texts.ts';
import { ConsentView, HistoryEntryView, KeptBudgetView, PersonSourceName } from '../contract.ts';
import { PostalAddress } from '../reach/contract.ts';

const Moment = Type.String({ format: 'date-time' });
const Nullable = <T extends Parameters<typeof Type.Union>[0][number]>(type: T) =>
  Type.Union([type, Type.Null()]);

/** Whose mailbox it is that asks what is held about it. */
export const MailboxAsked = Type.Object({ email: EmailAddress });

/** One of their own addresses, or one that is to be. */
export const OwnEmail = Type.Object({ email: EmailAddress });

/** An address, sealed. */
export const MailboxSeal = sealOf(1_000);

/** An address that is to be in their record, as whoever reads the mail there is asked. */
export const EmailAskedView = Type.Object({
  email: Type.String(),
  groups: Type.Array(
    Type.Object({
      groupName: Type.String(),
      /** `taken`: the group has another record for it, and keeps both. */
      state: Type.Enum(['new', 'theirs', 'taken']),
      /** What opens the record, once it is theirs. */
      sealed: Nullable(Type.String()),
    }),
  ),
});
export type EmailAskedView = Static<typeof EmailAskedView>;

export const LooksView = Type.Object({
  /** Days on which an organizer opened the person's page, each organizer counted apart. */
  openedCount: Type.Integer(),
  openedSince: Moment,
  /** Days on which a member was shown them in a shared view, each member counted apart. */
  shownCount: Type.Integer(),
  /** Files of all the group's people that were taken out. */
  takenOutCount: Type.Integer(),
  takenOutSince: Moment,
  /** Days on which a file of those found, or of a list, was taken out with them in it. */
  foundCount: Type.Integer(),
  foundSince: Moment,
  /** Days on which the names of a campaign were taken out with theirs among them. */
  namesCount: Type.Integer(),
  namesSince: Moment,
  /** Lists that brought them. */
  broughtCount: Type.Integer(),
  /** Letters to many that went to them. */
  mailedCount: Type.Integer(),
  mailedSince: Moment,
});

/** What one group of the site holds, in short; `sealed` opens all of it. */
export const OwnGroupRecord = Type.Object({
  id: Type.String(),
  sealed: Type.String(),
  groupName: Type.String(),
  name: Type.String(),
  source: PersonSourceName,
  /** The thing that brought them, as it was called then. */
  sourceLabel: Nullable(Type.String()),
  addedAt: Moment,
  tags: Type.Array(Type.String()),
  consents: Type.Array(ConsentView),
  /** The newest of it. */
  history: Type.Array(HistoryEntryView),
  looks: LooksView,
  budgets: Type.Array(KeptBudgetView),
});
export type OwnGroupRecord = Static<typeof OwnGroupRecord>;
export const OwnGroupRecords = PageOf(OwnGroupRecord);

/** What a person corrects of their own record; what is left out stays. */
export const OwnChange = Type.Object({
  name: Type.Optional(line(LENGTHS.personName)),
  language: Type.Optional(LanguageCode),
  /** Empty for none. */
  pronouns: Type.Optional(maybeLine(LENGTHS.pronouns)),
  /** The one that calls go to, as it is typed; empty for none. */
  phone: Type.Optional(maybeLine(LENGTHS.phone)),
  ...PostalAddress.properties,
});
export type OwnChange = Static<typeof OwnChange>;

/** A person's own answer. Membership is answered by who was asked, and to being passed on there is only a no. */
export const OwnAnswer = Type.Object({
  way: Type.Enum(['email', 'text', 'call', 'post', 'any']),
  purpose: Type.Enum(['updates', 'membership', 'sharing']),
  given: Type.Enum(['yes', 'no']),
});
export type OwnAnswer = Static<typeof OwnAnswer>;

/**
 * All that one group holds about a person, to take along. What Open Supporter Data (OSDI 1.2) has a word for is called by it:
 * `identifiers`, `created_date`, `email_addresses`, `phone_numbers`, `postal_addresses`, `languages_spoken`, `custom_fields`.
 */
export const OwnCopy = Type.Object({
  group: Type.Object({ name: Type.String(), slug: Type.String() }),
  person: Type.Object({
    identifiers: Type.Array(Type.String()),
    created_date: Moment,
    modified_date: Moment,
    name: Type.String(),
    email_addresses: Type.Array(
      Type.Object({
        address: Type.String(),
        primary: Type.Boolean(),
        status: Type.Enum(['subscribed', 'unsubscribed']),
      }),
    ),
    phone_numbers: Type.Array(Type.Object({ number: Type.String(), primary: Type.Boolean() })),
    postal_addresses: Type.Array(
      Type.Object({
        address_lines: Type.Array(Type.String()),
        locality: Nullable(Type.String()),
        region: Nullable(Type.String()),
        postal_code: Nullable(Type.String()),
        country: Nullable(Type.String()),
      }),
    ),
    languages_spoken: Type.Array(Type.String()),
    custom_fields: Type.Record(Type.String(), Type.String()),
  }),
  pronouns: Nullable(Type.String()),
  assessment: Nullable(Type.Integer()),
  doNotContact: Type.Boolean(),
  source: PersonSourceName,
  tags: Type.Array(Type.String()),
  consents: Type.Array(ConsentView),
  history: Type.Array(HistoryEntryView),
  notes: Type.Array(Type.Object({ body: Type.String(), at: Moment })),
  /** What they answered to the group's mail, and what it wrote back. */
  letters: Type.Array(
    Type.Object({ subject: Type.String(), isFromPerson: Type.Boolean(), body: Type.String(), at: Moment }),
  ),
  looks: LooksView,
});
export type OwnCopy = Static<typeof OwnCopy>;

/** Such copies in a file. `version` changes with the shape. */
export const OwnCopies = Type.Object({
  format: Type.Literal('groundwork-own-records'),
  version: Type.Literal(1),
  writtenAt: Moment,
  records: Type.Array(OwnCopy),
});
