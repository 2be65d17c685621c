/** A page's address for whoever comes through a group that stands with it: they are its people. Nothing counts that they came. */
export function pageVia(address: string, code: string | null | undefined): string {
  return code ? `${address}?via=${encodeURIComponent(code)}` : address;
}
