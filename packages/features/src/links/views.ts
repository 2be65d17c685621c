import type { House } from '../context.ts';
import { linkUrl } from './queries.ts';

/** The short address on a page's tear-off strip; a draft has none. */
export function tearOff(house: House, code: string | null) {
  return code === null ? null : { code, url: linkUrl(house, code) };
}

/** A link as its group's organizers see it, with the address it has. */
export function linkView<Link extends { code: string }>(house: House, link: Link) {
  return { ...link, url: linkUrl(house, link.code) };
}
