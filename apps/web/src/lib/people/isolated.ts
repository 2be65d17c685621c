/** A name within a sentence of either direction: it turns nothing around it. */
export function isolated(name: string): string {
  return `\u2068${name}\u2069`;
}
