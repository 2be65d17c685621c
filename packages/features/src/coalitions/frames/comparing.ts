import { differenceOf, errorAmong, plannedVariance } from '../../compositions/results/differences.ts';
import type { FrameRow } from './contract.ts';

/** Of the links to one page: how often they were opened, and how many names that stand came by them. */
export type ByLinks = { visits: number; signed: number };

/** Of a hundred visits so many names; null where nobody came, or names came without a visit that was counted. */
export function byVisits({ visits, signed }: ByLinks): FrameRow['byLinks'] {
  if (visits === 0 || signed > visits) return null;
  return { visits, signed, ofHundred: Math.round((1000 * signed) / visits) / 10 };
}

/** What is thought beforehand, so that whoever looks every day is misled no more often (0054): one in ten signs, of a thousand visits. */
const PLANNED = plannedVariance(0.1, [1000, 1000]);

/**
 * Whether of those who came by a link to a frame more or fewer signed than of those who came to the campaign's own page, with bounds
 * that hold at all times together for all of its `frames`. Nobody drew who came where: it is of the page and of whom it reached.
 */
export function compareShares(own: ByLinks, other: ByLinks, frames: number): FrameRow['verdict'] {
  if (!byVisits(own) || !byVisits(other)) return null;
  const shares = [own, other].map(({ visits: of, signed: did }) => ({ of, did })) as [Share, Share];
  const { least, most } = differenceOf(...shares, { error: errorAmong(frames), planned: PLANNED });
  if (least > 0) return 'more';
  return most < 0 ? 'fewer' : 'unclear';
}
type Share = { of: number; did: number };
