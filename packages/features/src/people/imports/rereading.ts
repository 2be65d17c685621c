import type { Language } from '@groundwork/words';
import { fieldIdOf } from './columns.ts';
import type { Column, ImportPlan } from './contract.ts';
import type { SeenImport } from './queries.ts';

type Asked = ImportPlan & { language: Language; country: string | null };

/**
 * Whether a file was read in just this way, so that what is known of it holds and a hundred thousand rows need no second
 * look. What columns of the group's own fields come to may have changed meanwhile, and whom a no to all overrules is counted
 * anew.
 */
export function isReadAlready(found: SeenImport, asked: Asked): boolean {
  const { columns, dateOrder = null, sheet } = asked;
  return (
    sheet === undefined &&
    columns !== undefined &&
    !columns.some(isOfField) &&
    columns.join() === found.columns.join() &&
    dateOrder === found.dateOrder &&
    (asked.consent === 'no') === (found.consent === 'no') &&
    (['encoding', 'delimiter', 'headingRow', 'language', 'country'] as const).every(
      (name) => asked[name] === found[name],
    )
  );
}

function isOfField(column: Column): boolean {
  return column === 'new' || fieldIdOf(column) !== undefined;
}
