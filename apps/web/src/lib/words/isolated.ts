/** A name within a sentence, in the direction of its own letters (Unicode's isolates: where no `<bdi>` can stand). */
export function isolated(name: string): string {
  return `\u2068${name}\u2069`;
}
