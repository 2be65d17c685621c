import type { KeptRow } from './kept.ts';

/** An answer as its row is: way, purpose, what was said and when. */
export type AnswerRow = KeptRow & { way: string; purpose: string; given: string; at: string };

/**
 * The answers of a human of whom two records were made: for each way and purpose the narrower one. A no goes before a yes
 * whenever it was said, the last of two noes and the first of two yeses.
 */
export function narrower(mine: AnswerRow[], theirs: AnswerRow[]): AnswerRow[] {
  const merged = new Map(mine.map((answer) => [keyOfAnswer(answer), answer]));
  for (const answer of theirs) {
    const other = merged.get(keyOfAnswer(answer));
    // Where both answered, what an organizer wrote down is no longer taken back: that might end in the wider answer.
    merged.set(keyOfAnswer(answer), other ? { ...narrowerOf(other, answer), before: null } : answer);
  }
  return [...merged.values()];
}

/**
 * The answers when they are parted: each record has its own again, but for what was answered since. That stays with the one
 * that stayed, and a no that was said since is a no of both: nobody knows which of the two it was meant for.
 */
export function parted(
  kept: Record<'gone' | 'before' | 'after', AnswerRow[]>,
  now: AnswerRow[],
): Record<'stays' | 'goes', AnswerRow[]> {
  const merged = new Map(kept.after.map((answer) => [keyOfAnswer(answer), JSON.stringify(sorted(answer))]));
  const since = now.filter((answer) => merged.get(keyOfAnswer(answer)) !== JSON.stringify(sorted(answer)));
  const present = new Set(now.map(keyOfAnswer));
  // An answer that is no longer there was ended, as a membership's is by leaving.
  const isOpen = (answer: AnswerRow) =>
    present.has(keyOfAnswer(answer)) && !since.some((one) => keyOfAnswer(one) === keyOfAnswer(answer));
  const noes = since.filter(({ given }) => given === 'no');
  const isAnsweredNo = (answer: AnswerRow) => noes.some((no) => keyOfAnswer(no) === keyOfAnswer(answer));
  return {
    stays: [...kept.before.filter(isOpen), ...since],
    goes: [
      ...kept.gone.filter((answer) => present.has(keyOfAnswer(answer)) && !isAnsweredNo(answer)),
      ...noes,
    ],
  };
}

function narrowerOf(one: AnswerRow, other: AnswerRow): AnswerRow {
  if (one.given !== other.given) return one.given === 'no' ? one : other;
  const isEarlier = Date.parse(one.at) <= Date.parse(other.at);
  return isEarlier === (one.given === 'yes') ? one : other;
}

export function keyOfAnswer({ way, purpose }: AnswerRow): string {
  return `${way}/${purpose}`;
}

function sorted(row: KeptRow) {
  return Object.entries(row)
    .filter(([name]) => name !== 'person_id')
    .sort(([one], [other]) => (one < other ? -1 : 1));
}
