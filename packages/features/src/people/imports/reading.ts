import type { Language } from '@groundwork/words';
import { readPerson, type IncomingPerson, type Mapping, type RowRefusal } from './columns.ts';
import { readRows, type Parts, type Spelling } from './spreadsheet.ts';

/** How a list is read: its spelling, its columns, and the language of those whose row says none. */
export type Reading = Spelling & { mapping: Mapping; language: Language };
/** One row under the header, as what it comes to. `number` is the spreadsheet's. */
export type ReadRow = { number: number } & ({ person: IncomingPerson } | { refusal: RowRefusal });

/**
 * What a file says, row by row, in short stretches; looking and applying both read here, so they cannot disagree. An
 * address that comes twice is taken once, the first time. Throws Unreadable.
 */
export async function* readPeople(parts: Parts, plan: Reading): AsyncGenerator<ReadRow[]> {
  const seen = new Set<string>();
  let isUnderHeader = false;
  for await (const rows of readRows(parts, plan)) {
    const people = isUnderHeader ? rows : rows.slice(1);
    isUnderHeader ||= rows.length > 0;
    yield people.map(({ number, cells }) => ({ number, ...comesTo(cells, plan, seen) }));
  }
}

function comesTo(cells: string[], { mapping, language }: Reading, seen: Set<string>) {
  const person = readPerson(cells, mapping, language);
  if ('code' in person) return { refusal: person };
  if (seen.has(person.email)) return { refusal: { field: 'email', code: 'people.row-repeats' } as const };
  seen.add(person.email);
  return { person };
}
