import { Type, type Static } from 'typebox';
import { nullable } from '../../nullable.ts';
import { LanguageCode } from '../../site/contract.ts';
import { EventStateName } from '../contract.ts';

const Moment = Type.String({ format: 'date-time' });
/** Of one's own group exact; of another down to the ten, and null for fewer than ten and for what is not told yet. */
const Figure = nullable(Type.Integer());

/** What came to an event through one of the groups that hold it. */
export const HolderRow = Type.Object({
  slug: Type.String(),
  name: Type.String(),
  isHome: Type.Boolean(),
  isOwn: Type.Boolean(),
  /** Its own short link to the event; null where it has none any more. */
  link: nullable(Type.Object({ code: Type.String(), url: Type.String() })),
  since: nullable(Moment),
  /** How often any of its links to the event was opened. */
  visits: Figure,
  /** Who said that they come, without their guests; of others it is told with who came. */
  going: Figure,
  came: Figure,
});
export type HolderRow = Static<typeof HolderRow>;

/** An event that several groups hold, for one of them. */
export const HeldTogether = Type.Object({
  event: Type.Object({
    id: Type.String(),
    slug: Type.String(),
    title: Type.String(),
    state: EventStateName,
    startsAt: Moment,
    endsAt: Moment,
    timeZone: Type.String(),
    language: LanguageCode,
  }),
  rows: Type.Array(HolderRow),
  /** How the group's own people answered, guests not counted. */
  own: Type.Object({
    unconfirmed: Type.Integer(),
    going: Type.Integer(),
    maybe: Type.Integer(),
    waitlisted: Type.Integer(),
    came: Type.Integer(),
  }),
});
export type HeldTogether = Static<typeof HeldTogether>;
