/** Says that there is no such word, and which was most likely meant, or which there are. */
export function unknown(kind: string, word: string, known: string[]): string {
  const guess = nearest(word, known);
  return `There is no ${kind} "${word}"${guess ? `; did you mean ${guess}?` : `. There are: ${known.join(', ')}.`}`;
}

function nearest(word: string, known: string[]): string | undefined {
  const [best] = known
    .map((candidate) => ({ candidate, distance: distanceOf(word, candidate) }))
    .sort((a, b) => a.distance - b.distance);
  return best && best.distance <= Math.max(1, word.length / 3) ? best.candidate : undefined;
}

/** How many letters must be put in, taken out or changed (Levenshtein 1966). */
function distanceOf(from: string, to: string): number {
  let row = Array.from({ length: to.length + 1 }, (_, index) => index);
  for (const [index, letter] of [...from].entries()) {
    const next = [index + 1];
    for (const [column, other] of [...to].entries()) {
      const changed = (row[column] ?? 0) + Number(letter !== other);
      next.push(Math.min(changed, (row[column + 1] ?? 0) + 1, (next[column] ?? 0) + 1));
    }
    row = next;
  }
  return row.at(-1) ?? 0;
}
