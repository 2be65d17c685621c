/**
 * A channel's name as it is kept: "# Door knocking!" becomes `door-knocking`. Letters and digits of every script stay
 * (with the marks that belong to them). Empty when nothing of the sort was typed.
 */
export function channelName(typed: string): string {
  return typed
    .normalize('NFC')
    .toLowerCase()
    .replace(/['’]/g, '')
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, '-')
    .replace(/^-|-$/g, '');
}
