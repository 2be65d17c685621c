/** A line of a sheet as it is typed. */
export type TypedLine = { id: string; name: string; email: string; phone: string };
/** One that was refused, with the sentence beside each field. */
export type RefusedLine = TypedLine & { errors: Record<string, string> };

/** As many lines as there are ids: those that were refused, then empty ones. */
export function linesToType(ids: string[], refused: RefusedLine[]): RefusedLine[] {
  const empty = ids.map((id) => ({ id, name: '', email: '', phone: '', errors: {} }));
  return [...refused, ...empty].slice(0, ids.length);
}
