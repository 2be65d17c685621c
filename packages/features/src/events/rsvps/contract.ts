import { Type, type Static } from 'typebox';
import { PageOf, PageQuery } from '../../paging.ts';
import { EventHeld, EventStateName, HostingGroup } from '../contract.ts';
import { EmailAddress, line, maybeProse, sealOf, Slug, SlugAsked } from '../../texts.ts';
import { LENGTHS } from '../../lengths.ts';
import { nullable } from '../../nullable.ts';

const Moment = Type.String({ format: 'date-time' });

export const RsvpStateName = Type.Enum(['unconfirmed', 'going', 'maybe', 'waitlisted', 'cancelled']);
export type RsvpStateName = Static<typeof RsvpStateName>;
export const NeedKind = Type.Enum(['childcare', 'ride', 'interpreting', 'food']);
export type NeedKind = Static<typeof NeedKind>;

/** What someone needs to be able to come: for the hosts' eyes, erased after the event. */
export const Needs = Type.Object({
  kinds: Type.Array(NeedKind, { maxItems: 4, uniqueItems: true }),
  note: maybeProse(LENGTHS.needsNote),
});
export type Needs = Static<typeof Needs>;

const answer = {
  answer: Type.Enum(['going', 'maybe']),
  /** Who comes along, each taking a place. */
  guestCount: Type.Integer({ minimum: 0, maximum: 5, default: 0 }),
  needs: Type.Optional(Needs),
  /** A ticked opt-in to hear what happens next. From an unproven address it only waits for its owner's yes. */
  updates: Type.Boolean({ default: false }),
};

/** Anyone's RSVP. A signed-in viewer may leave out name and email, and is then themselves. */
export const NewRsvp = Type.Object({
  name: Type.Optional(line(LENGTHS.shownName)),
  email: Type.Optional(EmailAddress),
  /** In place of both: what signing the event's campaign answered, for half an hour. Proves no more than typing them. */
  signer: Type.Optional(nullable(sealOf(3000))),
  /** The code of the short link that brought them. */
  link: Type.Optional(nullable(Type.String({ maxLength: LENGTHS.linkCode }))),
  /** The slug of the group whose person the form said they will be; without it they are the event's own group's. */
  owner: Type.Optional(nullable(SlugAsked)),
  /** Stays empty: no page shows it to people, so that what is filled in tells of a program. */
  website: Type.Optional(Type.Union([Type.Null(), Type.String({ maxLength: LENGTHS.url })])),
  ...answer,
});
export type NewRsvp = Static<typeof NewRsvp>;

/** An RSVP by the link of a confirmed signature, to an event of its campaign: that mailbox is proven. */
export const SignerRsvp = Type.Object({ event: Slug });
/** What whoever signed has answered to the campaign's events; what they took back is not there. */
export const SignerRsvpList = Type.Object({
  rows: Type.Array(Type.Object({ event: Type.String(), state: RsvpStateName })),
});
export type SignerRsvpList = Static<typeof SignerRsvpList>;

export const RsvpChange = Type.Object(answer);
export type RsvpChange = Static<typeof RsvpChange>;

/**
 * The same for an address that was known as for one that was not: what a newcomer's answer would be. The token is only
 * for a signed-in viewer's own.
 */
export const RsvpAccepted = Type.Object({
  state: RsvpStateName,
  /** Until when an unconfirmed answer to an event with few places holds some. */
  holdsUntil: nullable(Moment),
  /** All places are taken now: once confirmed, it waits for one unless one is free by then. */
  willWait: Type.Boolean(),
  token: nullable(Type.String()),
});
export type RsvpAccepted = Static<typeof RsvpAccepted>;

/** An RSVP as the holder of its link sees it. */
export const RsvpView = Type.Object({
  state: RsvpStateName,
  /** What an unconfirmed answer asks for, and until when it holds its places (null: it holds none). */
  wanted: Type.Enum(['going', 'maybe']),
  holdsUntil: nullable(Moment),
  name: Type.String(),
  guestCount: Type.Integer(),
  needs: Needs,
  /** How many are ahead on the waitlist; null when not on it. */
  aheadCount: nullable(Type.Integer()),
  hasAttended: Type.Boolean(),
  /** An opt-in for mail, ticked in the form, that waits for the yes of the mailbox's owner. */
  wantsUpdates: Type.Boolean(),
  /** Ends `/unsubscribe/`, where the group's mail ends and the own record is asked for; null before the mailbox is proven. */
  subscription: nullable(Type.String()),
  /** The group whose person the holder of the link is by this answer, where that is another than the event's own. */
  through: nullable(Type.String()),
  event: Type.Object({
    slug: Type.String(),
    title: Type.String(),
    startsAt: Moment,
    endsAt: Moment,
    timeZone: Type.String(),
    held: EventHeld,
    placeName: nullable(Type.String()),
    address: nullable(Type.String()),
    onlineUrl: nullable(Type.String()),
    state: EventStateName,
    /** Its page is kept from everyone but those who moderate there; an answer can be taken back. */
    isHidden: Type.Boolean(),
    reason: nullable(Type.String()),
    isFull: Type.Boolean(),
    /** Whether its page can be opened by anyone who has its address. */
    isPublic: Type.Boolean(),
    group: HostingGroup,
  }),
  can: Type.Object({ confirm: Type.Boolean(), change: Type.Boolean(), cancel: Type.Boolean() }),
});
export type RsvpView = Static<typeof RsvpView>;

/**
 * An answer in the hosts' table, or somebody who came without one. Email and person are for those who may see the group's
 * people, and of those alone: whoever came through another group is its person.
 */
export const RsvpRow = Type.Object({
  id: Type.String(),
  personId: nullable(Type.String()),
  /** Null for a walk-in who left none. */
  name: nullable(Type.String()),
  email: nullable(Type.String()),
  /** Null for a walk-in. */
  state: nullable(RsvpStateName),
  guestCount: Type.Integer(),
  /** Whether they came: null before they did, and once the door is closed for those who had not said they would. */
  attendance: nullable(Type.Union([Type.Literal('attended'), Type.Literal('no_show')])),
  /** How many came along, as counted at the door. */
  cameWith: nullable(Type.Integer()),
  needs: nullable(Needs),
  /** The group whose person they are, by whose link they came, where that is another than the event's own. */
  through: nullable(Type.String()),
  givenAt: Moment,
});
export type RsvpRow = Static<typeof RsvpRow>;

export const RsvpQuery = Type.Interface([PageQuery], {
  state: Type.Optional(RsvpStateName),
  attendance: Type.Optional(Type.Enum(['came', 'missed', 'walked-in'])),
});
export type RsvpQuery = Static<typeof RsvpQuery>;

/** `counts` are people: those of going and maybe with their guests. */
export const RsvpPage = Type.Interface([PageOf(RsvpRow)], {
  counts: Type.Object({
    unconfirmed: Type.Integer(),
    going: Type.Integer(),
    maybe: Type.Integer(),
    waitlisted: Type.Integer(),
    cancelled: Type.Integer(),
  }),
  needs: Type.Array(Type.Object({ kind: NeedKind, count: Type.Integer() })),
});
export type RsvpPage = Static<typeof RsvpPage>;

/** How many of those who mean to come, the waitlist included and guests not, were brought by which of its links. */
export const RsvpNumbers = Type.Object({
  /** A null link: those who came to the page without one. */
  byLink: Type.Array(Type.Object({ linkId: nullable(Type.String()), count: Type.Integer() })),
});
export type RsvpNumbers = Static<typeof RsvpNumbers>;
