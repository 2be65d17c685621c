import { Type, type Static } from 'typebox';
import { PageOf } from '../../paging.ts';
import { line, maybeLine } from '../../texts.ts';
import { LENGTHS } from '../../lengths.ts';
import { TOOLS } from '../contract.ts';

const Count = Type.Integer();
const Encoding = Type.Enum([
  'utf-8',
  'utf-16le',
  'utf-16be',
  'windows-1252',
  'windows-1250',
  'windows-1251',
  'windows-1256',
  'macintosh',
]);

/**
 * What a column of a list can hold; several may hold the same. `asTag` makes each value a tag, `...Answer` says yes or no,
 * `emailLimits` to how much of it as our own files have it, `no...` and `bad...` name those who must not be contacted, `agreedAt` says when somebody agreed to email, `id:...` is by which
 * number another tool knows them, `came` is whether they came to what `cameTo` and `cameOn` name, and `externalIds` are several of those as our own files have them.
 */
export const Field = Type.Enum([
  'none',
  'name',
  'firstName',
  'middleName',
  'lastName',
  'email',
  'phone',
  'street',
  'city',
  'region',
  'postcode',
  'country',
  'tags',
  'asTag',
  'language',
  'emailAnswer',
  'emailLimits',
  'textAnswer',
  'noEmail',
  'noText',
  'noCall',
  'noPost',
  'noSharing',
  'noContact',
  'badEmail',
  'badPhone',
  'agreedAt',
  'came',
  'cameTo',
  'cameOn',
  'externalIds',
  ...TOOLS.map((tool) => `id:${tool}` as const),
]);
export type Field = Static<typeof Field>;

/** A column in which a tool writes by which number it knows somebody. */
export const ID_COLUMN = 'id:';
/** One of the group's own fields that a column fills in, by its id. */
export const FIELD_COLUMN = 'field:';
/** What a column of a list becomes: one of the above, a field of the group's own, or a new one of the column's name. */
const Column = Type.Union([Field, Type.Literal('new'), Type.TemplateLiteral('field:${string}')]);
export type Column = Static<typeof Column>;
/** By what it is known what a column holds; `never`: it is left out, whatever anybody says (never-kept.ts). */
const KnownBy = Type.Enum(['kept', 'heading', 'values', 'said', 'not', 'never']);

/** Columns of a file that can be told apart on a page. */
export const MOST_COLUMNS = 500;
/** Sheets of a workbook among which one can be chosen. */
export const MOST_SHEETS = 20;
/** What each column holds, in the file's order. */
const Columns = Type.Array(Column, { maxItems: MOST_COLUMNS });

/** Who may be mailed, as the organizer states it. A row's own no is above all but `no`, which is the same for all rows. */
const ImportConsent = Type.Enum(['none', 'file', 'email', 'no']);

/** Which number of 03/04/2021 is the day. */
const DateOrder = Type.Enum(['day-first', 'month-first']);

export const NewImport = Type.Object({ fileName: line(LENGTHS.sentFileName) });

/** What the organizer corrects before applying. */
export const ImportPlan = Type.Object({
  encoding: Encoding,
  delimiter: Type.Enum([',', ';', '\t', '|']),
  /** The row that names the columns; those above it are left out. 0 when the first row is a person already. */
  headingRow: Type.Integer({ minimum: 0, maximum: 20 }),
  /** Guessed anew where they are left out, as after another heading row. */
  columns: Type.Optional(Columns),
  consent: ImportConsent,
  /** Why the group needs to know what becomes a new field. */
  purpose: Type.Optional(maybeLine(LENGTHS.fieldPurpose)),
  /** How days are read in columns that do not say it themselves. */
  dateOrder: Type.Optional(Type.Union([DateOrder, Type.Null()])),
  /** The place of the sheet that is read, of a workbook that has several: 0 is the first. */
  sheet: Type.Optional(Type.Integer({ minimum: 0, maximum: MOST_SHEETS - 1 })),
});
export type ImportPlan = Static<typeof ImportPlan>;

export const ImportRow = Type.Object({
  id: Type.String(),
  fileName: Type.String({ maxLength: LENGTHS.fileName }),
  state: Type.Enum(['preview', 'asked', 'done', 'undo-asked', 'undone']),
  totalCount: Count,
  refusedCount: Count,
  /** Rows that name somebody again who came earlier in the file: what they add goes to the first. */
  repeatedCount: Count,
  doneCount: Count,
  addedCount: Count,
  knownCount: Count,
  /** Of those it added, how many were taken back again. */
  removedCount: Count,
  startedAt: Type.String({ format: 'date-time' }),
  finishedAt: Type.Union([Type.String({ format: 'date-time' }), Type.Null()]),
  /** Until when it can be taken back; null for what never came in. */
  undoUntil: Type.Union([Type.String({ format: 'date-time' }), Type.Null()]),
});
export type ImportRow = Static<typeof ImportRow>;
export const ImportsPage = PageOf(ImportRow);
export type ImportsPage = Static<typeof ImportsPage>;

/** What was found in the rows that can be taken, counted. */
export const Findings = Type.Object({
  /** Rows that say yes to email by themselves. */
  yesCount: Count,
  /** Rows that come in as a no to email, once each, by why. */
  noes: Type.Object({
    said: Count,
    'do-not-contact': Count,
    'bad-address': Count,
    blank: Count,
    unclear: Count,
  }),
  /** Rows with a no to anything else: texts, calls, post, sharing. */
  otherNoCount: Count,
  /** Rows that say yes to text messages by themselves. */
  textYesCount: Count,
  /** Rows that say that somebody came to something. */
  cameCount: Count,
  /** People here who said yes to email, and to whom this file brings a no. */
  overruledCount: Count,
  /** People who said no here and were erased since: they come in as no, though the file does not say so. */
  erasedNoCount: Count,
  /** People here whom the file names by the number that another tool knows them by, for each tool. */
  knownByIds: Type.Array(Type.Object({ tool: Type.Enum(TOOLS), count: Count })),
  /** People of the file whom the group knows: the others are new. */
  knownCount: Count,
  /** Columns with days that can be read in two ways: how they are read, by which value of which row; or one that says nothing. */
  dates: Type.Array(
    Type.Object({
      column: Count,
      order: Type.Union([DateOrder, Type.Null()]),
      because: Type.String(),
      row: Count,
      example: Type.String(),
      count: Count,
    }),
  ),
  /** Whether days that do not say it themselves are read as somebody said for a file of this shape before. */
  isOrderKept: Type.Boolean(),
  /** Rows with letters that were not written in the file's encoding. */
  repairedCount: Count,
  /** Rows of people without an email address. */
  withoutEmailCount: Count,
  /** Values of columns about consent that we do not know: they count as a no. The commonest ones. */
  unclear: Type.Array(Type.Object({ column: Count, value: Type.String(), count: Count })),
  /** Cells that are no value of the field that their column fills in: they are left out, and their rows are not. */
  oddCount: Count,
  /** The sheet of a workbook that is read, and how many have anything in them. */
  sheet: Type.String(),
  sheetCount: Count,
  /** Their names, where there are several. */
  sheets: Type.Array(Type.String()),
  /** The commonest of them, with why. */
  odd: Type.Array(Type.Object({ column: Count, value: Type.String(), count: Count, message: Type.String() })),
});
export type Findings = Static<typeof Findings>;

// Of two properties of one name the narrower is looked for, which of unions of forty takes a second of each start.
export const ImportView = Type.Interface([ImportRow, Type.Omit(ImportPlan, ['columns'])], {
  headers: Type.Array(Type.String()),
  columns: Columns,
  /** By what it is known what each column holds. */
  known: Type.Array(KnownBy),
  findings: Findings,
  /** Some rows of each kind that is odd, with why, among the first ones; empty once the import was applied. */
  sample: Type.Array(
    Type.Object({ row: Count, cells: Type.Array(Type.String()), remarks: Type.Array(Type.String()) }),
  ),
  refusals: Type.Array(Type.Object({ row: Count, field: Type.String(), message: Type.String() })),
});
export type ImportView = Static<typeof ImportView>;
