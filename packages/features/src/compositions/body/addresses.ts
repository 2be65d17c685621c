/** Stands for this site, whose own address only matters when the letter is written. */
const SITE = 'https://site.invalid';

/** Whether a letter may lead there: a web address, a mail address, a number to call, or from "/" on one of this site. */
export function isBodyAddress(typed: string): boolean {
  if (typed.startsWith('/')) return URL.canParse(typed, SITE) && new URL(typed, SITE).origin === SITE;
  return /^(https?:\/\/|mailto:|tel:)./i.test(typed) && URL.canParse(typed);
}

/** Where a button leads: as a link does, or to what people type when they mean one. Null when it is no address. */
export function buttonAddress(typed: string): string | null {
  const bare = typed.trim().replace(/^<(.*)>$/, '$1');
  const meant = /^www\./i.test(bare) ? `https://${bare}` : MAILBOX.test(bare) ? `mailto:${bare}` : bare;
  return !/\s/.test(meant) && isBodyAddress(meant) ? meant : null;
}

const MAILBOX = /^[^\s@/:]+@[^\s@/:.]+(\.[^\s@/:.]+)+$/;

/** The whole address of what was typed. */
export function wholeAddress(typed: string, publicUrl: string): string {
  return new URL(typed, publicUrl).href;
}
