import type { Answer } from '../../http.ts';
import { compactPolicy } from '../policy.ts';
import type { SeenCompact } from '../queries.ts';
import type { UseRow, UseView } from './contract.ts';
import type { findWholeUse, SeenUse } from './queries.ts';

/** A row of the ledger: figures are exact for the group whose people they are, and to the ten for the other. */
export function useRow(use: SeenUse, { side }: Pick<SeenCompact, 'side'>): Answer<UseRow> {
  const { number: _number, cursor: _cursor, compositionId: _id, isAskedByViewer: _by, isLate, ...row } = use;
  const { gotCount, gotTold, actedCount, actedTold, ...shown } = row;
  const isOwn = side === 'group';
  const isUnanswered = use.state === 'lapsed' && use.clause === null && isLate;
  return {
    ...shown,
    ...(isUnanswered && { clause: use.kind === 'letter' ? ('notice' as const) : ('unanswered' as const) }),
    got: figureOf(isOwn ? gotCount : gotTold, isOwn),
    acted: figureOf(isOwn ? actedCount : actedTold, isOwn),
  };
}

type Whole = Awaited<ReturnType<typeof findWholeUse>>;

/** One use with the letter. */
export function useView({ compact, use, texts, reach }: Whole): Answer<UseView> {
  const isAsked = use.state === 'asked';
  const isOpen = isAsked || use.state === 'agreed';
  return {
    ...useRow(use, compact),
    texts,
    reach,
    mailingId: compact.side === 'group' ? use.compositionId : null,
    can: {
      answer: compactPolicy.answer(compact) && isAsked && !compact.isOtherOff,
      decline: compactPolicy.decline(compact) && isOpen,
      change: compactPolicy.write(compact) && isOpen && !compact.isOtherOff,
      takeBack: compactPolicy.takeBack(compact) && isOpen,
    },
  };
}

function figureOf(count: number | null, isOwn: boolean) {
  return { isCounted: count !== null, count: count !== null && (isOwn || count >= 10) ? count : null };
}
