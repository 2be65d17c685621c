import { Type, type Static } from 'typebox';
import { PageOf } from '../../paging.ts';
import { line, maybeLine } from '../../texts.ts';
import { LENGTHS } from '../../lengths.ts';

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
 * `no...` and `bad...` name those who must not be contacted, and `agreedAt` says when somebody agreed to email.
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
]);
export type Field = Static<typeof Field>;

/** One of the group's own fields that a column fills in, by its id. */
export const FIELD_COLUMN = 'field:';
/** What a column of a list becomes: one of the above, a field of the group's own, or a new one of the column's name. */
const Column = Type.Union([Field, Type.Literal('new'), Type.TemplateLiteral('field:${string}')]);
export type Column = Static<typeof Column>;
/** By what it is known what a column holds: an earlier file, its heading, what stands under it, or somebody said so; or it is not. */
const KnownBy = Type.Enum(['kept', 'heading', 'values', 'said', 'not']);

/** Columns of a file that can be told apart on a page. */
export const MOST_COLUMNS = 500;
/** What each column holds, in the file's order. */
const Columns = Type.Array(Column, { maxItems: MOST_COLUMNS });

/** Who may be mailed, as the organizer states it. A row's own no is above all but `no`, which is the same for all rows. */
const ImportConsent = Type.Enum(['none', 'file', 'email', 'no']);

export const NewImport = Type.Object({ fileName: line(LENGTHS.fileName) });

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
});
export type ImportPlan = Static<typeof ImportPlan>;

export const ImportRow = Type.Object({
  id: Type.String(),
  fileName: Type.String(),
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
  /** People here who said yes to email, and to whom this file brings a no. */
  overruledCount: Count,
  /** People who said no here and were erased since: they come in as no, though the file does not say so. */
  erasedNoCount: Count,
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
  /** The commonest of them, with why. */
  odd: Type.Array(Type.Object({ column: Count, value: Type.String(), count: Count, message: Type.String() })),
});
export type Findings = Static<typeof Findings>;

export const ImportView = Type.Interface([ImportRow, ImportPlan], {
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
