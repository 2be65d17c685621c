import type { Queryable } from '@groundwork/database';
import type { Answer } from '../http.ts';
import { allowed } from '../policy.ts';
import type { CompactPage, CompactRow, CompactState, CompactView } from './contract.ts';
import { compactPolicy, compactsPolicy } from './policy.ts';
import { listSigners, type listCompacts, type SeenCompact, type SeenVersion } from './queries.ts';

type Listed = Awaited<ReturnType<typeof listCompacts>>;
type Between = Pick<SeenCompact, 'side' | 'otherSlug' | 'otherName' | 'isOtherSeen'>;
type Own = { slug: string; name: string };

/** What a group agreed on with others, as it leaves. */
export function compactPage({ own, rows, next }: Listed): Answer<CompactPage> {
  return {
    rows: rows.map((row) => compactRow(row, own)),
    next,
    can: { propose: compactsPolicy.propose(own) },
  };
}

function compactRow(row: Listed['rows'][number], own: Own): Answer<CompactRow> {
  const { id, side, terms, openSide, hasEnded, usedCount, waitingCount } = row;
  const { isPast, ...shown } = terms;
  return {
    ...{ id, side, ...partiesOf(row, own), terms: shown },
    state: stateOf(terms.state === 'agreed', !isPast && !hasEnded),
    isToAnswer: openSide !== null && openSide !== side,
    used: { count: usedCount, waitingCount },
  };
}

/** An agreement as one of its sides sees it. */
export async function compactView(db: Queryable, compact: SeenCompact): Promise<Answer<CompactView>> {
  const { id, side, own, agreed, open, refused, isRunning, isOtherOff, channelId } = compact;
  const { endsAt, endSide, endedBy, usedCount, waitingCount } = compact;
  const can = allowed(compactPolicy, compact);
  const isTheirs = open !== null && open.proposedSide !== side;
  return {
    ...{ id, side, ...partiesOf(compact, own) },
    state: stateOf(agreed !== null, isRunning),
    inForce: agreed && versionView(agreed),
    signers: agreed ? await listSigners(db, id, agreed.number) : [],
    open: open && versionView(open),
    refused: refused && versionView(refused),
    ...{ endsAt, endSide, endedBy },
    used: { count: usedCount, waitingCount },
    isOff: isOtherOff || own.isFrozen || own.isHidden,
    channelId,
    can: {
      propose: can.propose,
      decide: can.decide && isTheirs,
      withdraw: can.withdraw && open !== null && !isTheirs,
      end: can.end && isRunning && endsAt === null,
      write: can.write && agreed !== null,
      answer: can.answer,
    },
  };
}

function partiesOf({ side, otherSlug, otherName, isOtherSeen }: Between, { slug, name }: Own) {
  const [own, other] = [
    { slug, name, isSeen: true },
    { slug: otherSlug, name: otherName, isSeen: isOtherSeen },
  ];
  return side === 'group' ? { group: own, writer: other } : { group: other, writer: own };
}

function stateOf(wasAgreed: boolean, isRunning: boolean): CompactState {
  if (!wasAgreed) return 'proposed';
  return isRunning ? 'in-force' : 'over';
}

function versionView({ isPast: _, refusedFor: __, ...version }: SeenVersion) {
  return version;
}
