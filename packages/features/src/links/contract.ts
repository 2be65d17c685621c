import { Type, type Static } from 'typebox';
import { PageOf, PageQuery } from '../paging.ts';
import { line } from '../texts.ts';
import { LENGTHS } from '../lengths.ts';

export const LinkView = Type.Object({
  id: Type.String(),
  code: Type.String(),
  /** The whole short address, as it stands on a flyer. */
  url: Type.String(),
  path: Type.String(),
  label: Type.String(),
  /** Visits so far; never who. */
  visitCount: Type.Integer(),
  createdAt: Type.String({ format: 'date-time' }),
});
export type LinkView = Static<typeof LinkView>;

export const LinkPage = PageOf(LinkView);
export type LinkPage = Static<typeof LinkPage>;

export const LinkQuery = Type.Interface([PageQuery], {
  path: Type.Optional(Type.String({ maxLength: LENGTHS.linkPath })),
});
export type LinkQuery = Static<typeof LinkQuery>;

export const NewLink = Type.Object({
  /** A path of this site that the link leads to. */
  path: Type.String({ minLength: 1, maxLength: LENGTHS.linkPath, pattern: '^/([a-z0-9][A-Za-z0-9/_-]*)?$' }),
  label: line(LENGTHS.linkLabel),
  /** A word of one's own; without it the site makes a code. */
  code: Type.Optional(
    Type.String({
      minLength: 3,
      maxLength: LENGTHS.linkCode,
      pattern: '^[A-Za-z0-9][A-Za-z0-9-]*[A-Za-z0-9]$',
    }),
  ),
});
export type NewLink = Static<typeof NewLink>;

/** Where a short link leads. */
export const LinkTarget = Type.Object({ code: Type.String(), path: Type.String() });
export type LinkTarget = Static<typeof LinkTarget>;
