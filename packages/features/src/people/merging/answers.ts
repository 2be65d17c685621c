import { narrowerPreference, type MailPreference } from '../preferences/preferring.ts';
import { BY_HAND } from '../ways.ts';
import type { KeptRow } from './kept.ts';

/** An answer as its row is: way, purpose, what was said and when, and to how much it is a yes. */
export type AnswerRow = KeptRow & { way: string; purpose: string; given: string; at: string } & Partial<
    Record<'pace', MailPreference['pace']> & Record<'only_about', MailPreference['onlyAbout']>
  >;

/**
 * The answers of a human of whom two records were made: for each way and purpose the narrower one. A no goes before a yes
 * whenever it was said; then their own before what others brought; then the last of two noes and the first of two yeses, and
 * that to no more than both want. Where that is nothing, it is a no.
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
 * that stayed, and a no that was said since is a no of both: nobody knows which of the two it was meant for. So is what they want less of
 * since.
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
  const lessSince = (answer: AnswerRow) => {
    const other = since.find((one) => keyOfAnswer(one) === keyOfAnswer(answer));
    return other ? withLess(answer, other) : answer;
  };
  const isAnsweredNo = (answer: AnswerRow) => noes.some((no) => keyOfAnswer(no) === keyOfAnswer(answer));
  return {
    stays: [...kept.before.filter(isOpen), ...since],
    goes: [
      ...kept.gone
        .filter((answer) => present.has(keyOfAnswer(answer)) && !isAnsweredNo(answer))
        .map(lessSince),
      ...noes,
    ],
  };
}

function narrowerOf(one: AnswerRow, other: AnswerRow): AnswerRow {
  return one === firmerOf(one, other) ? withLess(one, other) : withLess(other, one);
}

/** An answer to no more than another one is to as well. */
function withLess(answer: AnswerRow, other: AnswerRow): AnswerRow {
  const less = narrowerPreference(preferenceIn(answer), preferenceIn(other));
  // How much it was to is kept: whoever hears a yes later hears no wider one.
  if (less === null) return { ...answer, given: 'no', pace: answer.pace ?? other.pace ?? null };
  return { ...answer, pace: less.pace, only_about: less.onlyAbout };
}

function preferenceIn({ pace = null, only_about: onlyAbout = null }: AnswerRow): MailPreference {
  return { pace, onlyAbout };
}

function firmerOf(one: AnswerRow, other: AnswerRow): AnswerRow {
  if (one.given !== other.given) return one.given === 'no' ? one : other;
  if (isOwn(one) !== isOwn(other)) return isOwn(one) ? one : other;
  const isEarlier = Date.parse(one.at) <= Date.parse(other.at);
  return isEarlier === (one.given === 'yes') ? one : other;
}

/** What others brought is taken back with what brought it, and must take no answer of their own with it. */
function isOwn({ how }: AnswerRow): boolean {
  return !BROUGHT.has(how);
}

const BROUGHT = new Set<unknown>(['sheet', 'import', BY_HAND.how]);

export function keyOfAnswer({ way, purpose }: AnswerRow): string {
  return `${way}/${purpose}`;
}

function sorted(row: KeptRow) {
  // A column that is new since a merge was kept is empty there.
  return Object.entries(row)
    .filter(([name, value]) => name !== 'person_id' && value !== null)
    .sort(([one], [other]) => (one < other ? -1 : 1));
}
