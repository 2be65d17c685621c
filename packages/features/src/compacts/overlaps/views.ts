import type { Answer } from '../../http.ts';
import { compactPolicy } from '../policy.ts';
import { useRow } from '../uses/views.ts';
import type { OverlapView } from './contract.ts';
import type { findOverlaps } from './queries.ts';

/** What two groups asked about people in common, as one side reads it. */
export function overlapView({
  compact,
  open,
  last,
  nextAt,
}: Awaited<ReturnType<typeof findOverlaps>>): Answer<OverlapView> {
  const isAsked = open?.state === 'asked';
  const isOurs = open?.askedSide === compact.side;
  const mayCount = compactPolicy.count(compact) && compact.isRunning && !compact.isOtherOff;
  return {
    open: open && useRow(open, compact),
    last: last && useRow(last, compact),
    nextAt,
    can: {
      ask: mayCount && open === null && nextAt === null,
      answer: compactPolicy.leaveUncounted(compact) && isAsked && !isOurs,
      takeBack: compactPolicy.leaveUncounted(compact) && isAsked && isOurs,
    },
  };
}
