import { Type, type Static } from 'typebox';
import { LENGTHS } from '../../lengths.ts';
import { TwoWayPageOf } from '../../paging.ts';
import { PersonFieldView } from '../../people/fields/contract.ts';
import { line } from '../../texts.ts';
import { PersonRow } from '../../people/contract.ts';
import { FoundPeople, FoundQuery, LineView, PeopleOrder, Written } from '../contract.ts';

export const ColumnName = Type.Enum([
  ...(['name', 'email', 'phone', 'city', 'postcode', 'tags', 'language', 'pronouns'] as const),
  ...(['assessment', 'contact', 'source', 'added', 'seen', 'came', 'mailable'] as const),
]);
export type ColumnName = Static<typeof ColumnName>;
/** The most columns of a view. */
const MOST_VIEW_COLUMNS = 12;

/** A column, or the id of a field of the group. */
const ColumnAsked = Type.Union([ColumnName, Type.String({ format: 'uuid' })]);
export const PeopleViewInput = Type.Object({
  name: line(LENGTHS.viewName),
  /** In their order. */
  columns: Type.Array(ColumnAsked, { minItems: 1, maxItems: MOST_VIEW_COLUMNS }),
  lines: Type.Optional(Written),
  order: Type.Optional(PeopleOrder),
});
export type PeopleViewInput = Static<typeof PeopleViewInput>;

export const ColumnView = Type.Object({
  name: Type.Union([ColumnName, Type.Literal('field')]),
  /** Of a field of the group. */
  field: Type.Union([PersonFieldView, Type.Null()]),
});
export type ColumnView = Static<typeof ColumnView>;

/** Kinds of things that a view asks for and that are gone, or not for the viewer. */
export const GoneThing = Type.Enum([
  'column',
  'tag',
  'segment',
  'list',
  'field',
  'event',
  'campaign',
  'link',
  'role',
]);
export type GoneThing = Static<typeof GoneThing>;

const shownView = {
  id: Type.String(),
  name: Type.String(),
  columns: Type.Array(ColumnView),
  gone: Type.Array(GoneThing),
};
/** A view over the list of people. */
export const OpenedView = Type.Object(shownView);
export type OpenedView = Static<typeof OpenedView>;

export const ShownQuery = Type.Interface([FoundQuery], {
  /** The id of a view, whose columns are shown; the lines and the order are those that are asked for. */
  view: Type.Optional(Type.Union([Type.String({ format: 'uuid' }), Type.Literal('')])),
});
export type ShownQuery = Static<typeof ShownQuery>;

/** A person with what stands in the columns of the view that was asked for. */
const ShownPerson = Type.Object({ ...PersonRow.properties, cells: Type.Array(Type.Array(Type.String())) });
export type ShownPerson = Static<typeof ShownPerson>;
export const ShownPeople = Type.Interface([FoundPeople], {
  rows: Type.Array(ShownPerson),
  view: Type.Union([OpenedView, Type.Null()]),
});
export type ShownPeople = Static<typeof ShownPeople>;

const PeopleViewRow = Type.Object({
  id: Type.String(),
  name: Type.String(),
  written: Type.String(),
  order: PeopleOrder,
});
export const PeopleViewList = Type.Object({ rows: Type.Array(PeopleViewRow) });
export type PeopleViewList = Static<typeof PeopleViewList>;

export const WholeView = Type.Object({
  ...shownView,
  lines: Type.Array(LineView),
  written: Type.String(),
  order: PeopleOrder,
  /** Members who do not see the group's people otherwise. */
  shares: Type.Array(
    Type.Object({
      accountId: Type.String(),
      name: Type.String(),
      sharedAt: Type.String({ format: 'date-time' }),
    }),
  ),
  can: Type.Object({ save: Type.Boolean(), share: Type.Boolean(), endShare: Type.Boolean() }),
});
export type WholeView = Static<typeof WholeView>;

export const ReceiverQuery = Type.Object({
  search: Type.Optional(Type.String({ maxLength: LENGTHS.search })),
});
/** Members a view can be shared with, the first of them by name. */
export const ViewReceivers = Type.Object({
  rows: Type.Array(Type.Object({ id: Type.String(), name: Type.String() })),
});

export const SharedViewList = Type.Object({
  rows: Type.Array(Type.Object({ id: Type.String(), name: Type.String() })),
});
/** A view as the member it is shared with sees it: what stands in its columns, and nothing else of anybody. */
export const SharedView = Type.Interface(
  [TwoWayPageOf(Type.Object({ cells: Type.Array(Type.Array(Type.String())) }))],
  shownView,
);
export type SharedView = Static<typeof SharedView>;
