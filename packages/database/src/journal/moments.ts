/** Ids begin with the milliseconds at which they were made (UUIDv7, RFC 9562), so the primary key finds a time. */
export function firstIdOf(moment: Date): string {
  const digits = moment.getTime().toString(16).padStart(12, '0');
  return `${digits.slice(0, 8)}-${digits.slice(8)}-7000-8000-000000000000`;
}
