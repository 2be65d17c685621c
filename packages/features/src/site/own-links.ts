import { SLUG_FORM } from '../slugs.ts';

const WEB_ADDRESS = /https?:\/\/[^\s<>"]+/gi;

const FOR_ALL = new RegExp(
  `^/((groups|campaigns|events)(/${SLUG_FORM})?|account|sign-in|open-account|reset-password|site(/groups)?)?$`,
);

/**
 * Whether an address is one of those of this site that are the same for everyone. Whatever else it is, a page that a
 * later version adds, or the room of an online meeting, may open something to whoever holds it.
 */
export function isForAll(address: string, publicUrl: string): boolean {
  if (!URL.canParse(address)) return false;
  const { origin, pathname, search, hash } = new URL(address);
  return origin === new URL(publicUrl).origin && search === '' && hash === '' && FOR_ALL.test(pathname);
}

/** A text with what may be a link that stands for somebody cut off behind its host. */
export function maskLinks(text: string, publicUrl: string): string {
  return text.replaceAll(WEB_ADDRESS, (address) => (isForAll(address, publicUrl) ? address : cut(address)));
}

/** The same of this site's own links alone: what else somebody names is theirs to name. */
export function withoutOwnLinks(text: string, publicUrl: string): string {
  const { host } = new URL(publicUrl);
  return text.replaceAll(WEB_ADDRESS, (address) =>
    !isOf(address, host) || isForAll(address, publicUrl) ? address : cut(address),
  );
}

function cut(address: string): string {
  return `${hostOf(address)}/…`;
}

/** However it is written: with a name before the host, another port, or so that no program can read it. */
function isOf(address: string, host: string): boolean {
  return URL.canParse(address) ? new URL(address).hostname === host.split(':')[0] : address.includes(host);
}

function hostOf(address: string): string {
  return URL.canParse(address) ? new URL(address).origin : (address.match(/^https?:\/\/[^/]*/i)?.[0] ?? '');
}
