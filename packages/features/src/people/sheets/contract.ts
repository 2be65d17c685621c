import { Type, type Static } from 'typebox';
import { LENGTHS } from '../../lengths.ts';
import { PageOf, PageQuery } from '../../paging.ts';
import { LanguageCode } from '../../site/contract.ts';
import { EmailAddress, line, maybeLine } from '../../texts.ts';
import { nullable } from '../../nullable.ts';

const Moment = Type.String({ format: 'date-time' });
const SheetWay = Type.Enum(['email', 'text', 'call']);
export type SheetWay = Static<typeof SheetWay>;

/** The heading of a sheet of paper. `words` are its own, by which whoever wrote their name agreed to these `ways`. */
export const NewSheet = Type.Object({
  title: line(LENGTHS.sheetTitle),
  about: Type.Optional(
    Type.Object({ kind: Type.Enum(['campaign', 'event']), id: Type.String({ format: 'uuid' }) }),
  ),
  /** The names on it sign the campaign it lay out for. */
  signs: Type.Optional(Type.Boolean()),
  language: LanguageCode,
  day: Type.String({ format: 'date' }),
  words: Type.Optional(maybeLine(LENGTHS.sheetWords)),
  ways: Type.Optional(Type.Array(SheetWay, { maxItems: 3, uniqueItems: true })),
});
export type NewSheet = Static<typeof NewSheet>;

/** A line of it. An `id` that was made where it was typed names it, so that one sent twice is one. */
export const NewSheetRow = Type.Object({
  id: Type.Optional(Type.String({ format: 'uuid' })),
  name: line(LENGTHS.personName),
  email: Type.Optional(EmailAddress),
  phone: Type.Optional(maybeLine(LENGTHS.phone)),
  postcode: Type.Optional(maybeLine(LENGTHS.postcode)),
});
export type NewSheetRow = Static<typeof NewSheetRow>;

const SheetRowView = Type.Object({
  id: Type.String(),
  personId: Type.String(),
  name: Type.String(),
  isNew: Type.Boolean(),
  /** The ways to which it was a yes, and those where a no that was said later stands. */
  agreed: Type.Array(SheetWay),
  stood: Type.Array(SheetWay),
  at: Moment,
});
const SheetLine = Type.Object({
  id: Type.String(),
  title: Type.String(),
  language: LanguageCode,
  day: Type.String(),
  signs: Type.Boolean(),
  words: nullable(Type.String()),
  ways: Type.Array(SheetWay),
  /** Who typed it in, if they are still of the group. */
  by: nullable(Type.String()),
  addedCount: Type.Integer(),
  knownCount: Type.Integer(),
  startedAt: Moment,
  takenBackAt: nullable(Moment),
  /** Whether it can still be taken back. */
  isOpen: Type.Boolean(),
});
export const SheetsPage = PageOf(SheetLine);
export const SheetPage = Type.Interface([SheetLine], {
  about: nullable(Type.Object({ title: Type.String(), url: Type.String() })),
  rows: Type.Array(SheetRowView),
  next: nullable(Type.String()),
});
export type SheetPage = Static<typeof SheetPage>;
export const StartedSheet = Type.Object({ id: Type.String() });
export const SheetQuery = PageQuery;
