import { Type, type Static } from 'typebox';
import { PageOf, PageQuery } from '../../paging.ts';
import { EmailAddress, maybeLine } from '../../texts.ts';
import { LENGTHS } from '../../lengths.ts';
import { nullable } from '../../nullable.ts';

const Moment = Type.String({ format: 'date-time' });

/** Someone on the door list: by the name they gave, since a plain host does not see the group's people. */
export const CheckInRow = Type.Object({
  /** The RSVP. */
  id: Type.String(),
  name: Type.String(),
  state: Type.Enum(['going', 'maybe', 'waitlisted', 'unconfirmed']),
  guestCount: Type.Integer(),
  attendance: nullable(Type.Union([Type.Literal('attended'), Type.Literal('no_show')])),
  /** How many came along, as counted at the door; of those who are here. */
  cameWith: nullable(Type.Integer()),
  /** The group whose person they are, by whose link they came, where that is another than the event's own. */
  through: nullable(Type.String()),
  at: nullable(Moment),
});
export type CheckInRow = Static<typeof CheckInRow>;

export const CheckInQuery = Type.Interface([PageQuery], {
  search: Type.Optional(Type.String({ maxLength: LENGTHS.search })),
});
export type CheckInQuery = Static<typeof CheckInQuery>;

/** A walk-in, by the name that was typed; nameless unless they gave an email or a number. */
export const WalkInRow = Type.Object({
  id: Type.String(),
  name: nullable(Type.String()),
  /** What the group calls whoever has that email, for those who may see its people. */
  personName: nullable(Type.String()),
  cameWith: Type.Integer(),
  at: Moment,
});
export type WalkInRow = Static<typeof WalkInRow>;

export const CheckInPage = Type.Interface([PageOf(CheckInRow)], {
  /** The newest 50. */
  walkIns: Type.Array(WalkInRow),
  /** Whom the group knows by the search and who is not on the list; for those who may see its people, by name alone. */
  known: Type.Array(Type.Object({ id: Type.String(), name: Type.String() })),
  counts: Type.Object({
    /** People here, guests and walk-ins included. */
    attended: Type.Integer(),
    walkIns: Type.Integer(),
    /** RSVPs that are going and not checked in. */
    expected: Type.Integer(),
    noShows: Type.Integer(),
  }),
});
export type CheckInPage = Static<typeof CheckInPage>;

/** Without an email and a phone number only the count goes up: nothing is kept about the person. */
export const NewWalkIn = Type.Object({
  /** The sender's: sent again with the same, it is the walk-in that is there. */
  id: Type.Optional(nullable(Type.String({ format: 'uuid' }))),
  /** One of the group's people, for those who may see them; then nothing else is needed. */
  personId: Type.Optional(nullable(Type.String({ format: 'uuid' }))),
  name: Type.Optional(maybeLine(LENGTHS.shownName)),
  email: Type.Optional(nullable(EmailAddress)),
  phone: Type.Optional(nullable(maybeLine(LENGTHS.phone))),
});
export type NewWalkIn = Static<typeof NewWalkIn>;

/** Who came along with someone, as counted. */
export const GuestsInput = Type.Object({ count: Type.Integer({ minimum: 0, maximum: 5 }) });
export type GuestsInput = Static<typeof GuestsInput>;

/** Who came, of those who said they would and of others. People, without those they brought unless it says so. */
export const Turnout = Type.Object({
  came: Type.Integer(),
  /** Whom those who came brought along, as counted at the door. */
  guests: Type.Integer(),
  /** Had said that they would come. */
  said: Type.Integer(),
  /** Of those, who did not; while the door is open, who is not here yet. */
  missed: Type.Integer(),
  /** Came without having answered. */
  walkIns: Type.Integer(),
  /** For those who may see the group's people: walk-ins who can be asked again, and who came to the group before or not. */
  reachable: nullable(Type.Integer()),
  first: nullable(Type.Integer()),
  back: nullable(Type.Integer()),
});
export type Turnout = Static<typeof Turnout>;
