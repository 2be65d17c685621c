import type { Pair } from './figure.ts';
import { isReached, ratiosOf, spreadOf } from './statistics.ts';
import { short, type Row } from './table.ts';

/** Measures a pair in so many rounds, in turn, and tells how each went. */
export async function measurePair(
  pair: Pair,
  wanted: number,
  say: (line: string) => void,
): Promise<Omit<Row, 'figure'>> {
  const rounds = Math.min(wanted, pair.rounds ?? wanted);
  const limits: number[] = [];
  const ours: number[] = [];
  for (let round = pair.warmsUp ? 0 : 1; round <= rounds; round++) {
    const limit = await pair.limit?.();
    const own = await pair.ours();
    const beside = limit === undefined ? '' : `limit ${short(limit)}, `;
    const which = round === 0 ? 'warming up' : `${round}/${rounds}`;
    say(`  ${pair.name} ${which}: ${beside}ours ${short(own)} ${pair.unit}`);
    if (round === 0) continue;
    if (limit !== undefined) limits.push(limit);
    ours.push(own);
  }
  const { name, unit, beside, lines } = pair;
  const ratios = ratiosOf(ours, limits);
  const ratio = ratios.length > 0 ? spreadOf(ratios) : null;
  const own = spreadOf(ours);
  return {
    ...{ name, unit, beside, lines, ours: own, ratio },
    limit: limits.length > 0 ? spreadOf(limits) : null,
    isReached: isReached(lines, own, ratio),
  };
}
