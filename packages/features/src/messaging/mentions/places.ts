import { LENGTHS } from '../../lengths.ts';

/** More people are not spoken to at once. */
export const MOST_NAMED = 20;
/** More signs are not looked at: a text full of them is no letter to anybody. */
const MOST_PLACES = 40;
/** A name has no more words, or letters that could be its last. */
const MOST_ENDS = 24;
/** The longest that a name is: in a coalition the name of a group stands beside it. */
const LONGEST = LENGTHS.shownName + LENGTHS.groupName + 3;

/** What may be a name after one sign, the longest first: all that begins there and ends where a word does. */
type NamePlace = string[];

/**
 * Where a text may name somebody: after an `@` that begins a word, outside of web and mail addresses. Nobody is looked up here:
 * which of these are names, `namedAt` is told.
 */
export function placesIn(body: string): NamePlace[] {
  const addresses = [...body.matchAll(WEB_ADDRESS)].map(({ index, 0: { length } }) => [
    index,
    index + length,
  ]);
  const places: NamePlace[] = [];
  for (const { index, 0: sign } of body.matchAll(SIGN)) {
    if (places.length === MOST_PLACES) break;
    if (addresses.some(([from = 0, until = 0]) => index >= from && index < until)) continue;
    const names = namesAt(body, index + sign.length);
    if (names.length > 0) places.push(names);
  }
  return places;
}

/** All that could be a name, each once. */
export function wordsOfPlaces(places: NamePlace[]): string[] {
  return [...new Set(places.flat())];
}

export type NamedReader = { accountId: string; written: string };

/** Who is named: at each place by the longest name that somebody has, and all who have it; each once. */
export function namedAt(places: NamePlace[], byName: ReadonlyMap<string, readonly string[]>): NamedReader[] {
  const named = new Map<string, string>();
  for (const names of places) {
    const written = names.find((name) => byName.has(name));
    if (written === undefined) continue;
    for (const accountId of byName.get(written) ?? []) {
      if (named.size === MOST_NAMED) break;
      if (!named.has(accountId)) named.set(accountId, written);
    }
  }
  return [...named].map(([accountId, written]) => ({ accountId, written }));
}

const WEB_ADDRESS = /https?:\/\/[^\s<>"]+/gi;
/** Scripts whose words stand side by side: a name ends at any letter of theirs, and its sign may follow one. */
const UNSPACED = String.raw`[\p{scx=Hani}\p{scx=Hira}\p{scx=Kana}\p{scx=Thai}\p{scx=Laoo}\p{scx=Khmr}\p{scx=Mymr}]`;
const LETTER = String.raw`[\p{L}\p{N}\p{M}_\u200c\u200d]`;
/** The sign, and which way the letters after it run; nothing of a word or an address stands before it. */
const SIGN = new RegExp(
  String.raw`(?<![[${LETTER}--${UNSPACED}][@.\/+\-]])@(?!@)[\u061c\u200e\u200f]*(?=[\p{L}\p{N}\p{P}\p{S}])`,
  'gv',
);
const IS_LETTER = new RegExp(`^${LETTER}$`, 'v');
const IS_MARK = /^[\p{M}\u200c\u200d]$/u;
const IS_UNSPACED = new RegExp(`^${UNSPACED}$`, 'v');

function namesAt(body: string, from: number): NamePlace {
  const [line = ''] = body.slice(from, from + LONGEST + 2).split(/[\n@]/, 1);
  const signs = [...line];
  // What ends the line may go on an address.
  const after = [...body.slice(from + line.length, from + line.length + 1)];
  const names: NamePlace = [];
  let name = '';
  for (const [place, sign] of signs.entries()) {
    name += sign;
    if (name.length > LONGEST || names.length === MOST_ENDS) break;
    if (/\s/u.test(sign)) continue;
    const rest = place + 1 < signs.length ? signs.slice(place + 1, place + 3) : after;
    if (isEnd(sign, rest)) names.push(name);
  }
  return names.reverse();
}

/** Whether a name may end with this sign: no word goes on, and no address. */
function isEnd(last: string, [next, afterNext]: string[]): boolean {
  if (next === undefined) return true;
  if (next === '@') return false;
  if (IS_MARK.test(next)) return false;
  if (IS_LETTER.test(next)) return !IS_LETTER.test(last) || IS_UNSPACED.test(last) || IS_UNSPACED.test(next);
  const goesOn = (next === '.' || next === '-') && afterNext !== undefined && IS_LETTER.test(afterNext);
  return !goesOn || IS_UNSPACED.test(last);
}
