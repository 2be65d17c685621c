import { Type, type Static } from 'typebox';
import { PageOf, PageQuery } from '../paging.ts';
import { LanguageCode } from '../site/contract.ts';
import { line, maybeLine, maybeProse, prose, SlugAsked } from '../texts.ts';
import { LENGTHS } from '../lengths.ts';
import { nullable, nullableCount } from '../nullable.ts';

const Moment = Type.String({ format: 'date-time' });
/** What the clocks of the event's zone show: `2026-12-05T10:00`. */
export const LocalTime = Type.String({ pattern: '^(19[7-9]\\d|20\\d{2})-\\d{2}-\\d{2}T\\d{2}:\\d{2}$' });

const GroupName = Type.Object({ slug: Type.String(), name: Type.String() });

/** `via`: the code of the link by which they came. */
export const EventAsked = Type.Object({
  via: Type.Optional(Type.String({ maxLength: LENGTHS.linkCode })),
});

/** Who runs it: with its colour as chosen, #rrggbb, and what it writes in. */
export const HostingGroup = Type.Object({
  slug: Type.String(),
  name: Type.String(),
  accent: nullable(Type.String()),
  language: LanguageCode,
});

export const EventHeld = Type.Enum(['in-person', 'online', 'both']);
/** `ended` is read from the clock; `closed` means the door list was closed as well. */
export const EventStateName = Type.Enum(['draft', 'published', 'cancelled', 'ended', 'closed']);
export type EventStateName = Static<typeof EventStateName>;

/** An event in a list. Its times are said in `timeZone`, which is named. */
export const EventRow = Type.Object({
  id: Type.String(),
  slug: Type.String(),
  title: Type.String(),
  summary: Type.String(),
  startsAt: Moment,
  endsAt: Moment,
  timeZone: Type.String(),
  held: EventHeld,
  placeName: nullable(Type.String()),
  /** Places, guests included; null: as many as come. */
  capacity: nullable(Type.Integer()),
  /**
   * Places taken, guests included: of those who are going, and of those who have half an hour to confirm it. Where several groups
   * hold it, down to the ten for whoever does not run it (`isByTens`).
   */
  takenCount: Type.Integer(),
  isByTens: Type.Boolean(),
  /** Whether a party of one would get no place now. */
  isFull: Type.Boolean(),
  state: EventStateName,
  /** A decision about a report keeps it from everyone but those who moderate. */
  isHidden: Type.Boolean(),
  rsvpFrom: Type.Enum(['anyone', 'confirmed', 'members']),
  /** Whether an answer of this viewer's would be taken now, if only for the waitlist. */
  takesAnswers: Type.Boolean(),
  /** What the signed-in viewer answered; null also for what they took back. */
  myAnswer: nullable(Type.Enum(['unconfirmed', 'going', 'maybe', 'waitlisted'])),
  group: HostingGroup,
  campaign: nullable(Type.Object({ slug: Type.String(), title: Type.String() })),
  /** Where it stands in the list of a group that is not its own: the code of that group's link to it, by which its people come. */
  via: nullable(Type.String()),
});
export type EventRow = Static<typeof EventRow>;
export const EventPage = PageOf(EventRow);
export type EventPage = Static<typeof EventPage>;
/** An event in its organizers' list: `turnout` for them alone, once it has begun. People, and apart from them their guests. */
export const GroupEventRow = Type.Interface([EventRow], {
  turnout: nullable(Type.Object({ came: Type.Integer(), guests: Type.Integer(), missed: Type.Integer() })),
});
export type GroupEventRow = Static<typeof GroupEventRow>;
export const GroupEventPage = Type.Interface([PageOf(GroupEventRow)], {
  can: Type.Object({ create: Type.Boolean() }),
});
export type GroupEventPage = Static<typeof GroupEventPage>;

export const EventQuery = Type.Interface([PageQuery], {
  /** The group's slug. */
  group: Type.Optional(SlugAsked),
  /** The slug of a coalition: its own, and those of the groups that it reaches. */
  coalition: Type.Optional(SlugAsked),
  /** The campaign's id. */
  campaign: Type.Optional(Type.String({ format: 'uuid' })),
  /** Only what starts at or after this moment. */
  from: Type.Optional(Moment),
  /** What has ended, latest first, in place of what is coming. */
  past: Type.Optional(Type.Boolean()),
  /** Only what whoever asks said that they come to, perhaps or on a waitlist too, or hosts. */
  mine: Type.Optional(Type.Boolean()),
});
export type EventQuery = Static<typeof EventQuery>;

export const EventCan = Type.Object({
  rsvp: Type.Boolean(),
  edit: Type.Boolean(),
  publish: Type.Boolean(),
  cancel: Type.Boolean(),
  remove: Type.Boolean(),
  nameHosts: Type.Boolean(),
  seeSponsors: Type.Boolean(),
  inviteSponsors: Type.Boolean(),
  dropSponsors: Type.Boolean(),
  seeDoor: Type.Boolean(),
  seeEmails: Type.Boolean(),
  seeLinks: Type.Boolean(),
  checkIn: Type.Boolean(),
  close: Type.Boolean(),
});
export type EventCan = Static<typeof EventCan>;

export const EventView = Type.Interface([EventRow], {
  /** Safe HTML. */
  aboutHtml: Type.String(),
  /** What organizers and hosts edit: the Markdown behind `aboutHtml`, and the times as the zone's clocks show them. */
  source: nullable(
    Type.Object({
      about: Type.String(),
      starts: LocalTime,
      ends: LocalTime,
      campaignId: nullable(Type.String()),
      /** How many would be told of a change by mail. */
      tellCount: Type.Integer(),
    }),
  ),
  /** Null when there is none, and when it is only for those who RSVPed (`addressHidden`). */
  address: nullable(Type.String()),
  addressVisibility: Type.Enum(['public', 'after_rsvp']),
  /** Its group is frozen by the site's stewards: nobody answers meanwhile. */
  isFrozen: Type.Boolean(),
  addressHidden: Type.Boolean(),
  onlineUrl: nullable(Type.String()),
  onlineUrlHidden: Type.Boolean(),
  /** Told as `takenCount` is. */
  waitlistCount: Type.Integer(),
  /** Names, for members and those who RSVPed; strangers see only which group hosts. */
  hosts: Type.Array(Type.Object({ accountId: Type.String(), name: Type.String() })),
  cancellation: nullable(Type.Object({ at: Moment, reason: Type.String() })),
  /** The signed-in viewer's own RSVP, with the link under which it is changed. */
  myRsvp: nullable(
    Type.Object({
      token: Type.String(),
      state: Type.Enum(['unconfirmed', 'going', 'maybe', 'waitlisted', 'cancelled']),
      guestCount: Type.Integer(),
    }),
  ),
  /** The short address on its tear-off strip; a draft has none, nor what is hidden. */
  link: nullable(Type.Object({ code: Type.String(), url: Type.String() })),
  isMember: Type.Boolean(),
  /** Whether other groups hold it too, or did: then whoever answers may be their person. */
  isShared: Type.Boolean(),
  /** The groups that hold it with its own, as far as this viewer may know of them. */
  sponsors: Type.Array(GroupName),
  /** Whose person the viewer will be if they answer: the group by whose link they came (`via`), or the home group. */
  owner: Type.Interface([GroupName], { language: LanguageCode }),
  /** Why it is hidden, while it is. */
  hiddenReason: nullable(Type.String()),
  /** Whether it stands in the lists of strangers; else no search engine shall keep it either. */
  isListed: Type.Boolean(),
  can: EventCan,
});
export type EventView = Static<typeof EventView>;

/** Events of a group; with a search those whose title has these words in it, in capitals or not. */
export const GroupEventQuery = Type.Interface([PageQuery], {
  search: Type.Optional(maybeLine(LENGTHS.search)),
});
export type GroupEventQuery = Static<typeof GroupEventQuery>;

const Places = nullableCount(1, 100_000);

/**
 * Who may say that they come: anyone, whose place is held for half an hour until it is confirmed; anyone, who has a place once
 * it is confirmed; or the group's members.
 */
export const RsvpFrom = Type.Enum(['anyone', 'confirmed', 'members']);

/** What an organizer fills in. Times are local to `timeZone`; which of the place's parts are needed follows `held`. */
export const EventInput = Type.Object({
  title: line(LENGTHS.title, 2),
  summary: Type.Optional(maybeProse(LENGTHS.eventSummary)),
  about: Type.Optional(maybeProse(LENGTHS.page)),
  starts: LocalTime,
  ends: LocalTime,
  timeZone: Type.String({ minLength: 1, maxLength: LENGTHS.timeZone }),
  held: EventHeld,
  placeName: Type.Optional(nullable(maybeLine(LENGTHS.placeName))),
  address: Type.Optional(nullable(maybeProse(LENGTHS.address))),
  addressVisibility: Type.Optional(Type.Enum(['public', 'after_rsvp'])),
  onlineUrl: Type.Optional(nullable(Type.String({ maxLength: LENGTHS.url, pattern: '^https?://\\S+$' }))),
  capacity: Type.Optional(Places),
  campaignId: Type.Optional(nullable(Type.String({ format: 'uuid' }))),
  rsvpFrom: Type.Optional(RsvpFrom),
  /**
   * Whether everyone who comes is mailed that time or place changed, now or since they were last told; at most once an hour
   * (429). Unless asked for, it is saved quietly. Of no meaning for a draft.
   */
  tell: Type.Optional(Type.Boolean()),
});
export type EventInput = Static<typeof EventInput>;

export const CancellationInput = Type.Object({ reason: prose(LENGTHS.reason) });
