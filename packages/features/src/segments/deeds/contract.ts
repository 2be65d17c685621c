import { Type, type Static } from 'typebox';
import { LENGTHS } from '../../lengths.ts';
import { maybeLine } from '../../texts.ts';
import { LineView, Written } from '../contract.ts';

export const DeedKind = Type.Enum(['tag', 'untag', 'list', 'unlist', 'export']);
export type DeedKind = Static<typeof DeedKind>;

/** A deed is put together first: over those who were ticked, or else over all whom the lines and the search leave. */
export const DeedInput = Type.Object({
  kind: DeedKind,
  ids: Type.Optional(Type.Array(Type.String({ format: 'uuid' }), { maxItems: 200 })),
  lines: Type.Optional(Written),
  search: Type.Optional(maybeLine(LENGTHS.search)),
});
export type DeedInput = Static<typeof DeedInput>;

/** With which tag or list; `name` is of a list that is made for it. */
export const DeedApproval = Type.Object({
  tag: Type.Optional(maybeLine(LENGTHS.tag)),
  list: Type.Optional(Type.Union([Type.String({ format: 'uuid' }), Type.Literal('')])),
  name: Type.Optional(maybeLine(LENGTHS.listName)),
});
export type DeedApproval = Static<typeof DeedApproval>;

export const DeedView = Type.Object({
  id: Type.String(),
  kind: DeedKind,
  tag: Type.Union([Type.String(), Type.Null()]),
  listId: Type.Union([Type.String(), Type.Null()]),
  listName: Type.Union([Type.String(), Type.Null()]),
  state: Type.Enum(['draft', 'asked', 'done', 'undo-asked', 'undone']),
  /** People were ticked, rather than all taken whom the lines leave. */
  isOfTicked: Type.Boolean(),
  lines: Type.Array(LineView),
  written: Type.String(),
  totalCount: Type.Integer(),
  doneCount: Type.Integer(),
  changedCount: Type.Integer(),
  undoneCount: Type.Integer(),
  finishedAt: Type.Union([Type.String({ format: 'date-time' }), Type.Null()]),
  can: Type.Object({ undo: Type.Boolean() }),
});
export type DeedView = Static<typeof DeedView>;
