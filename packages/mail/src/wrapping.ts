/** The most characters of a line of plain text. */
export const LINE_WIDTH = 72;

/** Words on lines of at most so many characters, each web address whole on a line of its own. */
export function wrap(words: string, width = LINE_WIDTH): string {
  return words
    .trim()
    .split(/\r?\n/)
    .flatMap((line) => wrapLine(line, width))
    .join('\n');
}

function wrapLine(line: string, width: number): string[] {
  const wrapped: string[] = [];
  let current = '';
  for (const word of line.trim().split(/\s+/)) {
    const address = isAddress(word);
    const isFull = current.length + 1 + word.length > width;
    if (current && !MARK.test(current) && (address || isFull)) {
      wrapped.push(current);
      current = '';
    }
    if (address) {
      wrapped.push(current ? `${current} ${word}` : word);
      current = '';
    } else current = current ? `${current} ${word}` : word;
  }
  return current || wrapped.length === 0 ? [...wrapped, current] : wrapped;
}

/** What begins an item of a list stands before its first word, however long that is. */
const MARK = /^(?:[•◦▪]|\d{1,9}\.)$/;

function isAddress(word: string): boolean {
  return /^https?:\/\//i.test(word);
}
