import { Type, type Static, type TSchema } from 'typebox';
import { PageOf, PageQuery } from '../../paging.ts';
import { EmailAddress, maybeLine } from '../../texts.ts';

const nullable = <T extends TSchema>(type: T) => Type.Union([Type.Null(), type]);
const Moment = Type.String({ format: 'date-time' });

/** Someone on the door list: by the name they gave, since a plain host does not see the group's people. */
export const DoorRow = Type.Object({
  /** The RSVP. */
  id: Type.String(),
  name: Type.String(),
  state: Type.Enum(['going', 'maybe', 'waitlisted', 'unconfirmed']),
  guestCount: Type.Integer(),
  attendance: nullable(Type.Union([Type.Literal('attended'), Type.Literal('no_show')])),
});
export type DoorRow = Static<typeof DoorRow>;

export const DoorQuery = Type.Interface([PageQuery], {
  search: Type.Optional(Type.String({ maxLength: 80 })),
});
export type DoorQuery = Static<typeof DoorQuery>;

/** A walk-in, by the name that was typed; nameless unless they gave an email. */
export const WalkInRow = Type.Object({
  id: Type.String(),
  name: nullable(Type.String()),
  /** What the group calls whoever has that email, for those who may see its people. */
  personName: nullable(Type.String()),
  at: Moment,
});
export type WalkInRow = Static<typeof WalkInRow>;

export const DoorPage = Type.Interface([PageOf(DoorRow)], {
  /** The newest 50. */
  walkIns: Type.Array(WalkInRow),
  counts: Type.Object({
    /** People here, guests and walk-ins included. */
    attended: Type.Integer(),
    walkIns: Type.Integer(),
    /** RSVPs that are going and not checked in. */
    expected: Type.Integer(),
    noShows: Type.Integer(),
  }),
});
export type DoorPage = Static<typeof DoorPage>;

/** Without an email only the count goes up: nothing is kept about the person. */
export const NewWalkIn = Type.Object({
  name: Type.Optional(maybeLine(80)),
  email: Type.Optional(nullable(EmailAddress)),
});
export type NewWalkIn = Static<typeof NewWalkIn>;
