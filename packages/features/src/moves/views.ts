import type { House } from '../context.ts';
import { linkUrl } from '../links/queries.ts';
import type { listMoves } from './queries.ts';

type Listed = Awaited<ReturnType<typeof listMoves>>['rows'][number];

/** A move as those who speak for its group see it, with the address of its link. */
export function moveView(house: House, { code, ...move }: Listed) {
  return { ...move, link: { code, url: linkUrl(house, code) } };
}
