import { Type, type Static } from 'typebox';
import { LENGTHS } from '../../lengths.ts';
import { Assessment, ExportFormatName } from '../../people/contract.ts';
import { FieldKind } from '../../people/fields/contract.ts';
import { maybeLine } from '../../texts.ts';
import { LineView, Written } from '../contract.ts';

export const DeedKind = Type.Enum(['tag', 'untag', 'list', 'unlist', 'fill', 'assess', 'hand', 'export']);
export type DeedKind = Static<typeof DeedKind>;

/** A deed is put together first: over those who were ticked, or else over all whom the lines and the search leave. */
export const DeedInput = Type.Object({
  kind: DeedKind,
  ids: Type.Optional(Type.Array(Type.String({ format: 'uuid' }), { maxItems: 200 })),
  lines: Type.Optional(Written),
  search: Type.Optional(maybeLine(LENGTHS.search)),
});
export type DeedInput = Static<typeof DeedInput>;

const IdOrEmpty = Type.Union([Type.String({ format: 'uuid' }), Type.Literal('')]);
/** With which tag, list, value of a field, assessment or organizer; `name` is of a list that is made for it. */
export const DeedApproval = Type.Object({
  tag: Type.Optional(maybeLine(LENGTHS.tag)),
  list: Type.Optional(IdOrEmpty),
  name: Type.Optional(maybeLine(LENGTHS.listName)),
  field: Type.Optional(IdOrEmpty),
  value: Type.Optional(maybeLine(LENGTHS.fieldValue)),
  assessment: Type.Optional(Assessment),
  /** An account of the group that sees its people. */
  contact: Type.Optional(IdOrEmpty),
  /** In place of a value or an organizer: the field is to hold nothing, nobody is to keep in touch with them. */
  clears: Type.Optional(Type.Boolean()),
});
export type DeedApproval = Static<typeof DeedApproval>;

/** A file that the worker is to write. */
export const FileInput = Type.Object({ format: ExportFormatName });
export const DeedView = Type.Object({
  id: Type.String(),
  kind: DeedKind,
  tag: Type.Union([Type.String(), Type.Null()]),
  listId: Type.Union([Type.String(), Type.Null()]),
  listName: Type.Union([Type.String(), Type.Null()]),
  /** The field that is filled in. */
  field: Type.Union([Type.Object({ name: Type.String(), kind: FieldKind }), Type.Null()]),
  /** What the field is to hold, or the assessment. */
  value: Type.Union([Type.String(), Type.Null()]),
  contactName: Type.Union([Type.String(), Type.Null()]),
  /** The field is emptied, or they are handed to nobody. */
  isClearing: Type.Boolean(),
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
  /** Of an export that was prepared: in what form, and until when it can be had. */
  format: Type.Union([ExportFormatName, Type.Null()]),
  fileEndsAt: Type.Union([Type.String({ format: 'date-time' }), Type.Null()]),
  can: Type.Object({ undo: Type.Boolean(), download: Type.Boolean() }),
});
export type DeedView = Static<typeof DeedView>;
