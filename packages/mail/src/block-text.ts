import { linksOf, shownAddress, type Block, type LetterCard, type Flow, type Inline } from './blocks.ts';
import { LINE_WIDTH, wrap } from './wrapping.ts';

/** A block that is filled in, for readers of plain text: on lines of at most so many characters, each address whole. */
export function blockText(block: Block, width = LINE_WIDTH): string {
  if (block.is === 'button') return indented('  ', leading(block, width - 2));
  if (block.is === 'picture') return pictureText(block, width);
  if (block.is === 'card') return cardText(block, width);
  return flowText(block, width);
}

function flowText(flow: Flow, width: number): string {
  if (flow.is === 'rule') return '* * *';
  if (flow.is === 'quote')
    return indented('> ', flow.flows.map((one) => flowText(one, width - 2)).join('\n\n'));
  if (flow.is === 'list') return listText(flow, width);
  return wrap(inlineWords(flow.inlines), width);
}

function listText({ start, entries }: Extract<Flow, { is: 'list' }>, width: number): string {
  return entries
    .map((flows, n) => {
      const mark = start === undefined ? '- ' : `${start + n}. `;
      const words = flows.map((flow) => flowText(flow, width - mark.length)).join('\n');
      return indented(' '.repeat(mark.length), words).replace(/^ */, mark).trimEnd();
    })
    .join('\n');
}

/** What the words say; a link whose words are not its address is followed by it. */
function inlineWords(inlines: Inline[]): string {
  return linksOf(inlines)
    .map(({ url, inlines: parts }) => {
      const words = parts.map((inline) => (inline.is === 'text' ? inline.text : '\n')).join('');
      if (url === undefined) return words;
      const address = shownAddress(url);
      return isSame(words, address) ? words : `${words} (${address})`;
    })
    .join('');
}

/** A browser writes an address with a slash at its end, or with "http" before it, where nobody typed any. */
function isSame(words: string, address: string): boolean {
  const bare = (text: string) =>
    text
      .trim()
      .replace(/^https?:\/\//, '')
      .replace(/\/$/, '');
  return bare(words) === bare(address);
}

function pictureText({ alt, link }: Extract<Block, { is: 'picture' }>, width: number): string {
  const words = alt.trim() === '' ? '' : wrap(`[${alt.trim()}]`, width);
  return [words, link ?? ''].filter((line) => line !== '').join('\n');
}

function cardText({ title, lines, url, action }: LetterCard, width: number): string {
  const words = [title, ...lines].map((line) => wrap(line, width - 2));
  return indented('  ', [...words, leading({ label: action, url }, width - 2)].join('\n'));
}

/** Where to go: on one line if it fits, else the address on its own. */
function leading({ label, url }: { label: string; url: string }, width: number): string {
  const words = wrap(`${label}:`, width);
  const line = `${words} ${shownAddress(url)}`;
  return line.length > width || words.includes('\n') ? `${words}\n${shownAddress(url)}` : line;
}

function indented(before: string, text: string): string {
  return text
    .split('\n')
    .map((line) => `${before}${line}`.trimEnd())
    .join('\n');
}
