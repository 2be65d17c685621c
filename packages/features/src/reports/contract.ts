import { Type, type Static, type TSchema } from 'typebox';
import { PageOf, PageQuery } from '../paging.ts';
import { maybeProse, prose } from '../texts.ts';
import { LENGTHS } from '../lengths.ts';

const Nullable = <T extends TSchema>(type: T) => Type.Union([type, Type.Null()]);
const Moment = Type.String({ format: 'date-time' });

export const SubjectKind = Type.Enum([
  'message',
  'comment',
  'campaign',
  'event',
  'group',
  'listing',
  'target',
  'update',
]);
export type SubjectKind = Static<typeof SubjectKind>;

/** What is done about a report. What may be hidden can be shown again; what is removed is erased. */
export const DecisionKind = Type.Enum(['hide', 'remove', 'dismiss']);
export type DecisionKind = Static<typeof DecisionKind>;

/** A report in a list. */
export const ReportRow = Type.Object({
  id: Type.String(),
  kind: SubjectKind,
  /** Null for a direct conversation, and once the words were erased. */
  title: Nullable(Type.String()),
  authorName: Nullable(Type.String()),
  /** The first 200 characters of the words as they were. */
  excerpt: Nullable(Type.String()),
  makerCount: Type.Integer(),
  /** How many of them had no account, or have none any more: one person may be several of these. */
  strangerCount: Type.Integer(),
  /** The stewards of the site read it, alone or beside those who moderate in the group. */
  isToSite: Type.Boolean(),
  madeAt: Moment,
  decision: Nullable(
    Type.Object({
      deed: DecisionKind,
      reason: Type.String(),
      /** A steward of the site decided; nobody in the group is told which. */
      isBySite: Type.Boolean(),
      /** Null once they left. */
      byName: Nullable(Type.String()),
      at: Moment,
    }),
  ),
});
export type ReportRow = Static<typeof ReportRow>;

/** A report as whoever decides reads it. Who reported is in none of it. */
export const ReportView = Type.Interface([ReportRow], {
  /** The group in which it stands, as far as the viewer may know of it; null for one that is reported itself. */
  group: Nullable(Type.Object({ slug: Type.String(), name: Type.String() })),
  /** Where it stands; null when whoever decides may not go there. */
  address: Nullable(Type.String()),
  /** The viewer moderates in the group; else they look after the site. */
  isModerator: Type.Boolean(),
  /** As they were when it was first reported; null once erased. */
  words: Nullable(Type.String()),
  /** What people said is wrong with it, the first fifty; `words` where these had changed by then. */
  notes: Type.Array(
    Type.Object({ note: Nullable(Type.String()), words: Nullable(Type.String()), madeAt: Moment }),
  ),
  can: Type.Object({
    hide: Type.Boolean(),
    remove: Type.Boolean(),
    dismiss: Type.Boolean(),
    reopen: Type.Boolean(),
  }),
});
export type ReportView = Static<typeof ReportView>;

/** `open`: those that wait longest first. `decided`: the latest first. */
export const ReportsQuery = Type.Interface([PageQuery], {
  state: Type.Optional(Type.Enum(['open', 'decided'])),
});
export type ReportsQuery = Static<typeof ReportsQuery>;
export const ReportPage = PageOf(ReportRow);
export type ReportPage = Static<typeof ReportPage>;

export const ReportCount = Type.Object({ openCount: Type.Integer() });
export type ReportCount = Static<typeof ReportCount>;

export const NewReport = Type.Object({ note: Type.Optional(maybeProse(LENGTHS.reportNote)) });
export type NewReport = Static<typeof NewReport>;

export const Decision = Type.Object({ deed: DecisionKind, reason: prose(LENGTHS.reason) });
export type Decision = Static<typeof Decision>;
