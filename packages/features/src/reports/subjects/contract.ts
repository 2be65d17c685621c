import { Type, type Static, type TSchema } from 'typebox';
import { SubjectKind } from '../contract.ts';

const Nullable = <T extends TSchema>(type: T) => Type.Union([type, Type.Null()]);

/** A thing one can link to and report, as the viewer sees it. */
export const SubjectView = Type.Object({
  kind: SubjectKind,
  /** What names it within its kind: a slug, or an id. */
  key: Type.String(),
  /** Null for a direct conversation, which has no name. */
  title: Nullable(Type.String()),
  /** A path of this site. */
  address: Type.String(),
  group: Type.Object({ slug: Type.String(), name: Type.String() }),
  authorName: Nullable(Type.String()),
  words: Type.String(),
  /** Who would read a report of it: those who moderate its group, or the stewards of the site. */
  decidedBy: Type.Enum(['moderators', 'stewards']),
  can: Type.Object({ report: Type.Boolean() }),
});
export type SubjectView = Static<typeof SubjectView>;
