import { Type, type Static } from 'typebox';
import { CarrierFigure, CarrierRow } from '../../campaigns/sponsors/contract.ts';
import { LanguageCode } from '../../site/contract.ts';
import { EventStateName } from '../contract.ts';

const Moment = Type.String({ format: 'date-time' });
/** What came to an event through one of the groups that hold it. */
export const HolderRow = Type.Interface([CarrierRow], {
  /** Who said that they come, without their guests; of others it is told with who came. */
  going: CarrierFigure,
  came: CarrierFigure,
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
  /** How else the group's own people answered, guests not counted: those who are going and who came stand in its row. */
  own: Type.Object({ unconfirmed: Type.Integer(), maybe: Type.Integer(), waitlisted: Type.Integer() }),
});
export type HeldTogether = Static<typeof HeldTogether>;
