import { Type, type Static } from 'typebox';
import { LENGTHS } from '../../lengths.ts';
import { EmailAddress, line, maybeLine } from '../../texts.ts';
import { ConsentView, ExternalId, OriginView, ShutView } from '../contract.ts';

/** One email or one phone, as somebody types it. */
export const PointAsked = Type.Object({
  email: Type.Optional(EmailAddress),
  phone: Type.Optional(line(LENGTHS.phone)),
});
export type PointAsked = Static<typeof PointAsked>;

/** A point that is to be there; `isFirst`, where mail or calls go. */
export const PointKept = Type.Interface([PointAsked], { isFirst: Type.Optional(Type.Boolean()) });
export type PointKept = Static<typeof PointKept>;

/** What was taken away, so that it can be put back as it was. */
export const PointRemoved = Type.Object({ wasFirst: Type.Boolean() });

const part = (most: number) => Type.Optional(maybeLine(most));
/** Where somebody gets their post; with nothing in it, nowhere. */
export const PostalAddress = Type.Object({
  street: part(LENGTHS.street),
  city: part(LENGTHS.city),
  region: part(LENGTHS.region),
  postcode: part(LENGTHS.postcode),
  country: part(LENGTHS.country),
});
export type PostalAddress = Static<typeof PostalAddress>;

const SpokenWay = Type.Enum(['email', 'text', 'call', 'post']);

/** What somebody said to an organizer, and where; `saidOn` is today where it is left out. */
export const SpokenAnswer = Type.Object({
  way: SpokenWay,
  given: Type.Enum(['yes', 'no']),
  manner: Type.Enum(['in-person', 'phone', 'paper']),
  saidOn: Type.Optional(Type.String({ format: 'date' })),
});
export type SpokenAnswer = Static<typeof SpokenAnswer>;

export const SpokenUndone = Type.Object({ way: SpokenWay });
export type SpokenUndone = Static<typeof SpokenUndone>;

const Point = Type.Object({
  kind: Type.Enum(['email', 'phone']),
  /** As it is kept, and as people read it. */
  value: Type.String(),
  shown: Type.String(),
  isFirst: Type.Boolean(),
  /** False for a phone that is kept as it was typed, as it could be no number. */
  isReadable: Type.Boolean(),
  origin: OriginView,
});

export const Reach = Type.Object({
  points: Type.Array(Point),
  /** Of the first email. */
  shut: ShutView,
  address: Type.Union([PostalAddress, Type.Null()]),
  /** By which other tools know them. */
  externalIds: Type.Array(ExternalId),
  doNotContact: Type.Boolean(),
  /** Their no to being passed on to other groups; `canUndo`: an organizer wrote it down. */
  noSharing: Type.Union([Type.Object({ answer: ConsentView, canUndo: Type.Boolean() }), Type.Null()]),
  ways: Type.Array(
    Type.Object({
      way: SpokenWay,
      /** Whether they may be reached so about what happens next. */
      may: Type.Boolean(),
      answer: Type.Union([ConsentView, Type.Null()]),
      /** The answer is an organizer's, and can be taken back. */
      canUndo: Type.Boolean(),
    }),
  ),
  can: Type.Object({ correct: Type.Boolean() }),
});
export type Reach = Static<typeof Reach>;
