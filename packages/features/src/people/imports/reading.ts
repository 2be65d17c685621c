import type { Language } from '@groundwork/words';
import type { Column } from './contract.ts';
import type { DateOrders } from './dates.ts';
import { keysOf, rowReader, type FilledFields, type Read } from './rows.ts';
import { readRows, type Parts, type Spelling } from './spreadsheet.ts';

/** How a list is read: its spelling, where its headings stand, its columns, and the language of those whose row says none. */
export type FileReading = Spelling & {
  headingRow: number;
  headers: string[];
  columns: Column[];
  language: Language;
  /** Of which phone numbers without one are; null: nobody knows. */
  country: string | null;
  /** The group's own fields that columns fill in, by their ids. */
  fields?: FilledFields;
  /** How columns of days are read that can be read in two ways. */
  dateOrders?: DateOrders;
};
/** One row under the headings, as what it comes to. `number` is the spreadsheet's. */
export type ReadRow = { number: number; cells: string[]; isRepaired: boolean; isRepeat: boolean } & Read;

/**
 * What a file says, row by row, in short stretches; looking and applying both read here, so they cannot disagree. A
 * person who comes twice is marked the second time. Throws Unreadable.
 */
export async function* readPeople(parts: Parts, plan: FileReading): AsyncGenerator<ReadRow[]> {
  const keys = new Set<string>();
  const read = rowReader(plan);
  for await (const rows of readRows(parts, plan)) {
    yield rows
      .filter(({ number }) => number > plan.headingRow)
      .map((row) => ({ ...row, ...asPerson(row.cells) }));
  }

  function asPerson(cells: string[]) {
    const found = read(cells);
    if ('refusal' in found) return { ...found, isRepeat: false };
    const own = keysOf(found.person);
    const isRepeat = own.some((key) => keys.has(key));
    for (const key of own) keys.add(key);
    return { ...found, isRepeat };
  }
}
