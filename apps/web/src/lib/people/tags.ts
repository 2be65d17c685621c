/** The tags of a text area, one on each line. */
export function taggedIn(typed = ''): string[] {
  return typed
    .split(/[\r\n]+/)
    .map((tag) => tag.trim())
    .filter(Boolean);
}
