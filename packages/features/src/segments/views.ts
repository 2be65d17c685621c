import type { Line } from './lines.ts';
import { writeLines } from './writing.ts';

/** A saved segment as its list shows it. */
export function segmentView({ id, name, lines }: { id: string; name: string; lines: Line[] }) {
  return { id, name, written: writeLines(lines) };
}

/** Lines as they are written, whole and without each of them in turn: for links that take one out. */
export function writtenViews(lines: Line[]) {
  return {
    written: writeLines(lines),
    without: lines.map((_, index) => writeLines(lines.toSpliced(index, 1))),
  };
}
