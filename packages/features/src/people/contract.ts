import { Type, type Static } from 'typebox';
import { LanguageCode } from '../site/contract.ts';
import { line } from '../texts.ts';
import { LENGTHS } from '../lengths.ts';

const Moment = Type.String({ format: 'date-time' });
const Nullable = <T extends Parameters<typeof Type.Union>[0][number]>(type: T) =>
  Type.Union([type, Type.Null()]);

export const PersonSourceName = Type.Enum([
  'signature',
  'rsvp',
  'membership',
  'import',
  'door',
  'hand',
  'sheet',
]);

/** Other tools whose own number of a person is kept. */
export const TOOLS = [
  'action-network',
  'nationbuilder',
  'civicrm',
  'zetkin',
  'mailchimp',
  'everyaction',
] as const;
export type Tool = (typeof TOOLS)[number];

/** By which another tool knows a person. */
export const ExternalId = Type.Object({ tool: Type.Enum(TOOLS), value: Type.String() });
export type ExternalId = Static<typeof ExternalId>;

/** How close to the group somebody is: 1 leads others, 2 is with it, 3 undecided, 4 leans against it, 5 is against it. */
export const Assessment = Type.Integer({ minimum: 1, maximum: 5 });

/** One person in a group's list. */
export const PersonRow = Type.Object({
  id: Type.String(),
  name: Type.String(),
  email: Nullable(Type.String()),
  /** In E.164 where it could be read; and as people read it. */
  phone: Nullable(Type.String()),
  phoneShown: Nullable(Type.String()),
  tags: Type.Array(Type.String()),
  source: PersonSourceName,
  isMember: Type.Boolean(),
  mayBeMailed: Type.Boolean(),
  assessment: Nullable(Assessment),
  /** To how many events they came. */
  cameCount: Type.Integer(),
  addedAt: Moment,
  lastSeenAt: Moment,
});
export type PersonRow = Static<typeof PersonRow>;

export const PeopleCan = Type.Object({
  see: Type.Boolean(),
  tag: Type.Boolean(),
  bringIn: Type.Boolean(),
  correct: Type.Boolean(),
  note: Type.Boolean(),
  merge: Type.Boolean(),
  takeOut: Type.Boolean(),
  erase: Type.Boolean(),
});
export const HistoryEntryView = Type.Object({
  kind: Type.String(),
  label: Nullable(Type.String()),
  at: Moment,
});
/** How much of the letters to many they want; both null: all of them. */
const preferred = {
  /** How often at most. */
  pace: Nullable(Type.Enum(['monthly'])),
  /** The only campaigns of which they want any, as they were called when they said so. */
  onlyAbout: Nullable(Type.Array(Type.Object({ id: Type.String(), title: Type.String() }))),
};

export const ConsentView = Type.Object({
  way: Type.String(),
  purpose: Type.String(),
  given: Type.String(),
  how: Type.String(),
  /** Of what an organizer was told: in person, by phone or on paper. */
  manner: Nullable(Type.String()),
  /** What was read when it was given. */
  words: Nullable(Type.String()),
  at: Moment,
  ...preferred,
});
export const PersonView = Type.Interface([PersonRow], {
  language: LanguageCode,
  pronouns: Nullable(Type.String()),
  /** Who keeps in touch with them, as long as that account sees the group's people. */
  contact: Nullable(Type.Object({ id: Type.String(), name: Type.String() })),
  /** Events they came to, of those that counted them, and those they said they would come to and did not. */
  turnout: Type.Object({
    came: Type.Integer(),
    missed: Type.Integer(),
    firstCameAt: Nullable(Moment),
    lastCameAt: Nullable(Moment),
    /** Where they came last. */
    lastCameTo: Nullable(Type.String()),
  }),
  consents: Type.Array(ConsentView),
  history: Type.Array(HistoryEntryView),
  can: PeopleCan,
});
export type PersonView = Static<typeof PersonView>;

/** The most tags of a person. */
export const MOST_TAGS = 20;

export const TagsChange = Type.Object({
  tags: Type.Array(line(LENGTHS.tag), { maxItems: MOST_TAGS }),
});

/** Where an email or a phone is from, and whether somebody showed that it is theirs; `unknown`, without a day, for what is not kept. */
export const OriginView = Type.Object({
  source: Type.Enum([
    ...(['signature', 'rsvp', 'membership', 'import', 'door', 'hand', 'sheet'] as const),
    ...(['organizer', 'own-page', 'unknown'] as const),
  ]),
  at: Nullable(Moment),
  /** It is said of the whole record: of this one alone nothing is kept. */
  isOfRecord: Type.Boolean(),
  isProven: Type.Boolean(),
  /** Since when; null for who signs in with it, which is proof without a day. */
  provenAt: Nullable(Moment),
});

/** Why no mailing goes to somebody's email, and since when: it came back, was full again and again, or a letter was called spam. */
export const ShutView = Nullable(
  Type.Object({ why: Type.Enum(['gone', 'full', 'complaint']), since: Moment }),
);

/** An email or a phone as the person themself reads it. */
const OwnPoint = Type.Object({
  kind: Type.Enum(['email', 'phone']),
  shown: Type.String(),
  origin: OriginView,
});

/** What one group holds about whoever has the link, shown to them. */
/**
 * How often those of a coalition write to one person, as a group keeps it; null: which coalition is not for everybody to know.
 */
export const KeptBudgetView = Type.Object({ coalition: Nullable(Type.String()), mostAWeek: Type.Integer() });

export const OwnRecord = Type.Object({
  groupName: Type.String(),
  budgets: Type.Array(KeptBudgetView),
  groupSlug: Type.String(),
  /** What opens the page where they say how much mail they want. */
  subscription: Type.String(),
  /** What lets them choose there among all the campaigns that they signed. */
  choice: Type.String(),
  name: Type.String(),
  email: Nullable(Type.String()),
  phone: Nullable(Type.String()),
  phoneShown: Nullable(Type.String()),
  /** Further emails and phones of theirs. */
  further: Type.Array(Type.String()),
  /** All of them, with where each is from. */
  points: Type.Array(OwnPoint),
  /** Of the email. */
  shut: ShutView,
  /** Where they get their post, line by line. */
  address: Type.Array(Type.String()),
  addressParts: Type.Object({
    street: Nullable(Type.String()),
    postcode: Nullable(Type.String()),
    city: Nullable(Type.String()),
    region: Nullable(Type.String()),
    country: Nullable(Type.String()),
  }),
  doNotContact: Type.Boolean(),
  language: LanguageCode,
  pronouns: Nullable(Type.String()),
  assessment: Nullable(Assessment),
  tags: Type.Array(Type.String()),
  addedAt: Moment,
  /** What organizers wrote down about them, without who did. */
  notes: Type.Array(Type.Object({ body: Type.String(), at: Moment })),
  /** By which other tools know them. */
  externalIds: Type.Array(ExternalId),
  source: PersonSourceName,
  consents: Type.Array(ConsentView),
  history: Type.Array(HistoryEntryView),
});
export type OwnRecord = Static<typeof OwnRecord>;

/** How somebody wants to be erased. Without a trace, a later list may bring them in again as somebody new. */
export const Erasure = Type.Object({ leavesNoTrace: Type.Optional(Type.Boolean()) });

export const Subscription = Type.Object({
  groupName: Type.String(),
  subscribed: Type.Boolean(),
  /** What they said to mail that members must have; null for whoever was never asked. */
  membership: Nullable(Type.Enum(['yes', 'no'])),
  ...preferred,
});
export type Subscription = Static<typeof Subscription>;

/** What kind of file people are taken out as: `json` in the shapes of OSDI. */
export const ExportFormatName = Type.Enum(['csv', 'json', 'xlsx']);
export const ExportQuery = Type.Object({ format: Type.Optional(ExportFormatName) });
