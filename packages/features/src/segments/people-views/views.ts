import { allowed } from '../../policy.ts';
import { writeLines } from '../writing.ts';
import type { SeenColumn } from './columns.ts';
import { viewPolicy } from './policy.ts';
import type { findWholeView, listViews } from './queries.ts';

/** A view as its list shows it. */
export function peopleViewRow({ lines, ...view }: Awaited<ReturnType<typeof listViews>>[number]) {
  return { ...view, written: writeLines(lines) };
}

/** A view as its page shows it. */
export function wholeView(view: Awaited<ReturnType<typeof findWholeView>>) {
  const { id, name, order, columns, lines, named, gone, shares, group } = view;
  const { save, share, endShare } = allowed(viewPolicy, group);
  return {
    ...{ id, name, order, gone, shares },
    columns: columnViews(columns),
    lines: named,
    written: writeLines(lines),
    can: { save, share, endShare },
  };
}

export function columnViews(columns: SeenColumn[]) {
  return columns.map(({ name, field }) => ({ name, field }));
}

/** What stands in each column; a phone as people read it. */
export function cellsShown(
  columns: SeenColumn[],
  { cells, phoneShown }: { cells: string[][]; phoneShown: string | null },
): string[][] {
  return cells.map((cell, index) =>
    columns[index]?.name === 'phone' && phoneShown !== null ? [phoneShown] : cell,
  );
}
