import { Type, type Static } from 'typebox';
import { nullable } from '../../nullable.ts';
import { LanguageCode } from '../../site/contract.ts';

const Moment = Type.String({ format: 'date-time' });

/** An event that asks this group to hold it together, or that it holds with another, as the group's organizers see it. */
export const EventSponsorshipRow = Type.Object({
  event: Type.Object({
    slug: Type.String(),
    title: Type.String(),
    /** When and where; null where its group may not be seen any more. */
    when: nullable(
      Type.Object({
        startsAt: Moment,
        endsAt: Moment,
        timeZone: Type.String(),
        placeName: nullable(Type.String()),
      }),
    ),
  }),
  group: Type.Object({ slug: Type.String(), name: Type.String(), language: nullable(LanguageCode) }),
  /** What the event's organizers wrote when they asked; empty: nothing. */
  word: Type.String(),
  invitedAt: Moment,
  acceptedAt: nullable(Moment),
});
export type EventSponsorshipRow = Static<typeof EventSponsorshipRow>;
export const EventSponsorshipList = Type.Object({ rows: Type.Array(EventSponsorshipRow) });
export type EventSponsorshipList = Static<typeof EventSponsorshipList>;
