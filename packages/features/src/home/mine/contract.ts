import { Type, type Static } from 'typebox';
import { EventRow } from '../../events/contract.ts';
import { nullable } from '../../nullable.ts';
import { PageOf, PageQuery } from '../../paging.ts';

const Moment = Type.String({ format: 'date-time' });

export const OwnEventQuery = Type.Interface([PageQuery], {
  /** What has ended, latest first, in place of what is coming. */
  past: Type.Optional(Type.Boolean()),
});
export type OwnEventQuery = Static<typeof OwnEventQuery>;

/** An event to which whoever asks comes, or which they host; one that was called off too. */
export const OwnEventRow = Type.Interface([EventRow], {
  isHost: Type.Boolean(),
  /** What stands at the end of the address under which their answer is changed; null of who gave none. */
  answerSeal: nullable(Type.String()),
});
export type OwnEventRow = Static<typeof OwnEventRow>;
export const OwnEventPage = PageOf(OwnEventRow);

/** A name under a campaign, of whoever asks. */
export const OwnSignatureRow = Type.Object({
  id: Type.String(),
  kind: Type.Enum(['signature', 'pledge']),
  state: Type.Enum(['stands', 'unconfirmed', 'withdrawn']),
  at: Moment,
  /** What stands at the end of the address under which it is seen, confirmed and withdrawn. */
  seal: Type.String(),
  title: Type.String(),
  /** Null: they may not see the campaign any more. */
  campaignSlug: nullable(Type.String()),
  groupName: Type.String(),
  language: Type.Enum(['en', 'es', 'ar']),
});
export type OwnSignatureRow = Static<typeof OwnSignatureRow>;
export const OwnSignaturePage = PageOf(OwnSignatureRow);

/** The address of the calendar of whoever asks, while there is one. */
export const OwnCalendarView = Type.Object({
  address: nullable(Type.Object({ url: Type.String(), madeAt: Moment })),
});
export type OwnCalendarView = Static<typeof OwnCalendarView>;
