import type { Answer } from '../../http.ts';
import { compactPolicy, overlapPolicy } from '../policy.ts';
import { useRow } from '../uses/views.ts';
import type { OverlapView } from './contract.ts';
import type { findOverlaps } from './queries.ts';

type Found = Awaited<ReturnType<typeof findOverlaps>>;

/** What two groups asked about people in common, as one side reads it. */
export function overlapView({ compact, open, last, nextAt }: Found): Answer<OverlapView> {
  const waiting = open?.state === 'asked' ? { ...compact, askedSide: open.askedSide } : null;
  const isOpen = compact.isRunning && !compact.isOtherOff && open === null && nextAt === null;
  return {
    open: open && useRow(open, compact),
    last: last && useRow(last, compact),
    nextAt,
    can: {
      ask: compactPolicy.count(compact) && isOpen,
      agree: waiting !== null && overlapPolicy.agree(waiting) && !compact.isOtherOff,
      decline: waiting !== null && overlapPolicy.decline(waiting),
      takeBack: waiting !== null && overlapPolicy.takeBack(waiting),
    },
  };
}
