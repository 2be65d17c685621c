import type { Context } from '../../context.ts';
import { writeLines } from '../writing.ts';
import { mayBeUndone, mayDownload, type SeenDeed } from './queries.ts';

/** A deed as its page shows it. */
export function deedView(ctx: Pick<Context, 'viewer'>, seen: SeenDeed) {
  const { group: _, file, askedBy: __, lines, named, isRecent, field, ...deed } = seen;
  return {
    ...deed,
    field: field && { name: field.name, kind: field.kind },
    isOfTicked: lines === null,
    lines: named,
    written: writeLines(lines ?? []),
    fileEndsAt: file?.endsAt ?? null,
    can: { undo: mayBeUndone(seen), download: mayDownload(ctx, seen) },
  };
}
