/** The slug of a group that somebody typed or pasted: it alone, or the address of one of its pages with all around it. */
export function pastedGroup(typed: string): string {
  const [, inAddress] = /\/(?:groups|coalitions)\/([^/?#\s]+)/.exec(typed) ?? [];
  return (inAddress ?? typed.replaceAll('/', '').trim()).toLowerCase();
}
