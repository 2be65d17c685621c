export const SHEET_FIELDS = ['name', 'email', 'phone', 'postcode'] as const;
export type SheetField = (typeof SHEET_FIELDS)[number];
/** A line of a sheet as it is typed. */
export type TypedLine = Record<'id' | SheetField, string>;
/** One that was refused, with the sentence beside each field. */
export type RefusedLine = TypedLine & { errors: Record<string, string> };

export function emptyLine(id: string): RefusedLine {
  return { id, name: '', email: '', phone: '', postcode: '', errors: {} };
}

/** As many lines as there are ids: those that were refused, then empty ones. */
export function linesToType(ids: string[], refused: RefusedLine[]): RefusedLine[] {
  return [...refused, ...ids.map(emptyLine)].slice(0, ids.length);
}
