/** A stretch of a message: words, an address to follow, or the name of somebody who is spoken to. */
export type Stretch = { text: string; href?: string; isName?: boolean };

/**
 * Finds the web addresses in plain text, and the names that the server found there (`names`, each as it stands after its `@`).
 * Nothing else becomes a link or a name, and nothing becomes markup.
 */
export function linked(text: string, names: readonly string[] = []): Stretch[] {
  const stretches: Stretch[] = [];
  let from = 0;
  const addWords = (until: number) => {
    if (until > from) stretches.push(...named(text.slice(from, until), names));
  };
  for (const match of text.matchAll(/https?:\/\/[^\s<>"]+/gi)) {
    const address = trimmed(match[0]);
    if (!URL.canParse(address)) continue;
    addWords(match.index);
    stretches.push({ text: address, href: address });
    from = match.index + address.length;
  }
  addWords(text.length);
  return stretches;
}

/** Words, with the names in them apart; of two that begin alike the longer. A mark of direction may stand after the sign. */
function named(words: string, names: readonly string[]): Stretch[] {
  if (names.length === 0) return [{ text: words }];
  const longestFirst = [...names].sort((one, other) => other.length - one.length).map(literally);
  const sign = new RegExp(`(@[\\u061c\\u200e\\u200f]*(?:${longestFirst.join('|')}))${WORD_ENDS}`, 'u');
  return words
    .split(sign)
    .map((part, place) => (place % 2 === 1 ? { text: part, isName: true } : { text: part }))
    .filter(({ text }) => text !== '');
}

/** No letter follows, or one of a script whose words stand side by side. */
const WORD_ENDS = String.raw`(?:(?![\p{L}\p{N}\p{M}_])|(?=[\p{scx=Hani}\p{scx=Hira}\p{scx=Kana}\p{scx=Thai}\p{scx=Laoo}\p{scx=Khmr}\p{scx=Mymr}]))`;

/** A text as a pattern that finds it and nothing else. */
function literally(text: string): string {
  return text.replaceAll(/[$()*+./?[\\\]^{|}]/g, String.raw`\$&`);
}

/** Punctuation after an address belongs to the sentence; a closing bracket does, unless the address opened it. */
function trimmed(address: string): string {
  let unopened = address.split(')').length - address.split('(').length;
  let end = address.length;
  for (; end > 0; end -= 1) {
    const last = address[end - 1] ?? '';
    if (last === ')' && unopened > 0) unopened -= 1;
    else if (!SENTENCE.has(last)) break;
  }
  return address.slice(0, end);
}

const SENTENCE = new Set('.,;:!?\'"”’»،؟؛]');
