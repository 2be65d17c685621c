import { Type, type Static } from 'typebox';
import { LENGTHS } from '../lengths.ts';
import { nullable } from '../nullable.ts';
import { PageOf } from '../paging.ts';
import { line, prose } from '../texts.ts';

const Moment = Type.String({ format: 'date-time' });

export const NewAnnouncement = Type.Object({ title: line(LENGTHS.title), body: prose(LENGTHS.page) });
export type NewAnnouncement = Static<typeof NewAnnouncement>;
export const MadeAnnouncement = Type.Object({ id: Type.String() });

export const AnnouncementRow = Type.Object({
  id: Type.String(),
  title: Type.String(),
  at: Moment,
  /** Who said it, as the group knows them; null: they are not in it any more. */
  author: nullable(Type.String()),
  /** Whoever asks was told of it, and did not say that they read it. */
  isNew: Type.Boolean(),
});
export type AnnouncementRow = Static<typeof AnnouncementRow>;
export const AnnouncementPage = Type.Interface([PageOf(AnnouncementRow)], {
  can: Type.Object({ announce: Type.Boolean() }),
});

export const AnnouncementView = Type.Interface([AnnouncementRow], {
  bodyHtml: Type.String(),
  /** For those who answer for it: how many were told, and how many of them read it; never who. */
  reach: nullable(
    Type.Object({ memberCount: Type.Integer(), readerCount: Type.Integer(), isSpread: Type.Boolean() }),
  ),
});
export type AnnouncementView = Static<typeof AnnouncementView>;

/** What whoever joins is told, and how careful the group is where others may look on. */
export const Greeting = Type.Object({
  /** Markdown; empty: nobody is greeted. */
  body: Type.String(),
  /** Whom newcomers may ask. */
  askId: nullable(Type.String()),
  isCareful: Type.Boolean(),
  /** Those who may be named as the one to ask: whoever answers for something in the group. */
  answering: Type.Array(Type.Object({ id: Type.String(), name: Type.String() })),
});
export type Greeting = Static<typeof Greeting>;
export const NewWelcome = Type.Object({
  body: prose(LENGTHS.welcome),
  askId: nullable(Type.String({ format: 'uuid' })),
});
export type NewWelcome = Static<typeof NewWelcome>;
export const Care = Type.Object({ isCareful: Type.Boolean() });
export type Care = Static<typeof Care>;

/** What the group says to whoever asks, as long as they did not say that they read it. */
export const OwnWelcome = Type.Object({
  welcome: nullable(
    Type.Object({
      bodyHtml: Type.String(),
      ask: nullable(Type.Object({ id: Type.String(), name: Type.String() })),
    }),
  ),
});
export type OwnWelcome = Static<typeof OwnWelcome>;

/** Somebody who joined at least a week ago, and to whom nobody spoke since. */
export const Newcomers = Type.Object({
  rows: Type.Array(Type.Object({ id: Type.String(), name: Type.String(), joinedAt: Moment })),
  /** There are more. */
  isMore: Type.Boolean(),
});
export type Newcomers = Static<typeof Newcomers>;
