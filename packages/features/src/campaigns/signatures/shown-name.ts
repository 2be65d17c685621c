type Named = { name: string; shownName: string | null };

/**
 * What stands on the page for a signer: what they chose to be called there. From whom nobody asked, or who chose nothing,
 * no more than a first name and an initial, "Ana R.", where their name says which is which: a comma puts the surname
 * first. Names of scripts that put it first without a sign (Chinese, Korean, Japanese), or write no blanks at all, are no
 * more than an initial.
 */
export function shownAs({ name, shownName }: Named): string {
  return shownName?.trim() || suggestedName(name);
}

function suggestedName(name: string): string {
  const [before = '', behind = ''] = name.split(/[,،，、]/u).map((part) => part.trim());
  const words = name.trim().split(/\s+/u);
  if (SURNAME_FIRST.test(name)) return withDot(words[0]);
  if (behind !== '') return `${behind.split(/\s+/u)[0] ?? ''} ${withDot(before)}`.trim();
  const [first = ''] = before.split(/\s+/u);
  const last = before.split(/\s+/u).slice(1).at(-1);
  return last === undefined ? first : `${first} ${withDot(last)}`;
}

function withDot(word = ''): string {
  const [first] = new Intl.Segmenter().segment(word);
  return first === undefined ? '' : `${first.segment.toLocaleUpperCase()}.`;
}

const SURNAME_FIRST =
  /[\p{sc=Han}\p{sc=Hangul}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}\p{sc=Lao}\p{sc=Khmer}\p{sc=Myanmar}]/u;
