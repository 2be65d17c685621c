import { Type, type Static } from 'typebox';
import { LENGTHS } from '../../lengths.ts';
import { PageOf } from '../../paging.ts';
import { prose } from '../../texts.ts';

const Moment = Type.String({ format: 'date-time' });
const Gathering = Type.Object({
  slug: Type.String(),
  title: Type.String(),
  startsAt: Moment,
  endsAt: Moment,
  timeZone: Type.String(),
});

/** An event at which the delegates decide, for those who stand in the coalition. */
export const Council = Type.Object({
  event: Gathering,
  hasEnded: Type.Boolean(),
  /** Of how many groups somebody spoke there, and how many of them told theirs; null until it is over. */
  owedCount: Type.Union([Type.Integer(), Type.Null()]),
  reportedCount: Type.Union([Type.Integer(), Type.Null()]),
});
export type Council = Static<typeof Council>;
export const CouncilPage = PageOf(Council);
export type CouncilPage = Static<typeof CouncilPage>;

/** What those who speak for a group owe its members after a council, and what they told. */
export const ReportBack = Type.Object({
  event: Gathering,
  dueAt: Moment,
  isOverdue: Type.Boolean(),
  /** Null until somebody told. */
  report: Type.Union([
    Type.Object({ text: Type.String(), by: Type.Union([Type.String(), Type.Null()]), writtenAt: Moment }),
    Type.Null(),
  ]),
});
export type ReportBack = Static<typeof ReportBack>;
export const ReportBackPage = Type.Interface([PageOf(ReportBack)], {
  coalition: Type.Object({ slug: Type.String(), name: Type.String() }),
  can: Type.Object({ report: Type.Boolean() }),
});
export type ReportBackPage = Static<typeof ReportBackPage>;

export const NewReportBack = Type.Object({ text: prose(LENGTHS.page) });
