import { writeLines } from '../writing.ts';
import { mayBeUndone, type SeenDeed } from './queries.ts';

/** A deed as its page shows it. */
export function deedView({ group: _, lines, named, isRecent, field, ...deed }: SeenDeed) {
  return {
    ...deed,
    field: field && { name: field.name, kind: field.kind },
    isOfTicked: lines === null,
    lines: named,
    written: writeLines(lines ?? []),
    can: { undo: mayBeUndone({ ...deed, isRecent }) },
  };
}
