import { Type, type Static } from 'typebox';
import { PageOf } from '../../paging.ts';

const Count = Type.Integer();
const Encoding = Type.Enum([
  'utf-8',
  'utf-16le',
  'windows-1252',
  'windows-1250',
  'windows-1251',
  'windows-1256',
]);
const Column = Type.Optional(Type.Integer({ minimum: 0, maximum: 500 }));

/** Our field → the column's number in the file, from 0. */
export const Mapping = Type.Object({
  name: Column,
  firstName: Column,
  lastName: Column,
  email: Column,
  phone: Column,
  tags: Column,
  language: Column,
});

export const NewImport = Type.Object({ fileName: Type.String({ minLength: 1, maxLength: 200 }) });

/** What the organizer corrects before applying. */
export const ImportPlan = Type.Object({
  encoding: Encoding,
  delimiter: Type.Enum([',', ';', '\t', '|']),
  mapping: Mapping,
  consent: Type.Enum(['none', 'email']),
});
export type ImportPlan = Static<typeof ImportPlan>;

export const ImportRow = Type.Object({
  id: Type.String(),
  fileName: Type.String(),
  state: Type.Enum(['preview', 'asked', 'done', 'undo-asked', 'undone']),
  totalCount: Count,
  refusedCount: Count,
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

export const ImportView = Type.Interface([ImportRow, ImportPlan], {
  headers: Type.Array(Type.String()),
  /** The first rows under the header, as the plan reads them; empty once the import was applied. */
  sample: Type.Array(Type.Array(Type.String())),
  refusals: Type.Array(Type.Object({ row: Count, field: Type.String(), message: Type.String() })),
});
export type ImportView = Static<typeof ImportView>;
