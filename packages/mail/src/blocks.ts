import { fillLink, fillPlaces, hasPlace, type Piece, type Values } from './places.ts';

/** A few words of a letter. The words may have places, and so may a web address (`fillAddress`). */
export type Inline =
  { is: 'text'; text: string; strong?: true; em?: true; strike?: true; url?: string } | { is: 'break' };

/** What may also stand in a quote, or in an entry of a list. A list with a `start` is numbered. */
export type Flow =
  | { is: 'paragraph' | 'heading'; inlines: Inline[] }
  | { is: 'quote'; flows: Flow[] }
  | { is: 'list'; start?: number; entries: Flow[][] }
  | { is: 'rule' };

/** An event, a petition: what it is, a line for each thing to know, and what to do. Its lines say what the stub says. */
export type LetterCard = {
  title: string;
  lines: string[];
  url: string;
  action: string;
  stub?: { month: string; day: string };
};

/** A part of a letter. A picture is one of the mail's attachments, by its `cid`: nothing is fetched when it is read. */
export type Block =
  | Flow
  | { is: 'button'; label: string; url: string }
  | { is: 'picture'; cid: string; alt: string; width: number; height: number; link?: string }
  | ({ is: 'card' } & LetterCard);

/** A block as one receiver gets it. Throws TypeError when an address of it leads where no mail may lead. */
export function fillBlock(block: Block, values: Values): Block {
  const words = (text: string) => fillPlaces(text, values);
  const address = (url: string) => fillLink(url, values);
  if (block.is === 'button') return { ...block, label: words(block.label), url: address(block.url) };
  if (block.is === 'picture')
    return {
      ...block,
      alt: words(block.alt),
      ...(block.link !== undefined && { link: address(block.link) }),
    };
  if (block.is === 'card') {
    const { title, lines, url, action } = block;
    return {
      ...{ ...block, title: words(title), lines: lines.map(words) },
      ...{ url: address(url), action: words(action) },
    };
  }
  return fillFlow(block, values);
}

function fillFlow(flow: Flow, values: Values): Flow {
  const fillAll = (flows: Flow[]) => flows.map((one) => fillFlow(one, values));
  if (flow.is === 'rule') return flow;
  if (flow.is === 'quote') return { ...flow, flows: fillAll(flow.flows) };
  if (flow.is === 'list') return { ...flow, entries: flow.entries.map(fillAll) };
  return { ...flow, inlines: flow.inlines.map((inline) => fillInline(inline, values)) };
}

function fillInline(inline: Inline, values: Values): Inline {
  if (inline.is === 'break') return inline;
  const { text, url } = inline;
  return {
    ...inline,
    text: fillPlaces(text, values),
    ...(url !== undefined && { url: fillLink(url, values) }),
  };
}

/** A block as it is `written`: once for all mails where it has no place. */
export function blockPiece(block: Block, written: (filled: Block) => string): Piece {
  const make = (values: Values) => written(fillBlock(block, values));
  return hasPlace(JSON.stringify(block)) ? make : make({});
}

/** Neighbours that lead to the same address, as one link; the others by themselves. */
export function linksOf(inlines: Inline[]): { url: string | undefined; inlines: Inline[] }[] {
  const links: { url: string | undefined; inlines: Inline[] }[] = [];
  for (const [n, inline] of inlines.entries()) {
    const last = links.at(-1);
    const url = inline.is === 'text' ? inline.url : urlAround(inlines, n);
    if (last && last.url === url) last.inlines.push(inline);
    else links.push({ url, inlines: [inline] });
  }
  return links;
}

/** A break between two words of one link is a part of it. */
function urlAround(inlines: Inline[], at: number): string | undefined {
  const [before, after] = [inlines[at - 1], inlines[at + 1]];
  return before?.is === 'text' && after?.is === 'text' && before.url === after.url ? before.url : undefined;
}

/** What a block says, without its addresses. */
export function wordsOfBlock(block: Block): string {
  if (block.is === 'rule') return '';
  if (block.is === 'button') return block.label;
  if (block.is === 'picture') return block.alt;
  if (block.is === 'card') return [block.title, ...block.lines, block.action].join('\n');
  if (block.is === 'quote') return block.flows.map(wordsOfBlock).join('\n');
  if (block.is === 'list') return block.entries.flat().map(wordsOfBlock).join('\n');
  return block.inlines.map((inline) => (inline.is === 'text' ? inline.text : '\n')).join('');
}

/** An address as people read it: of a mail address or a number without what says that it is one. */
export function shownAddress(url: string): string {
  return url.replace(/^(mailto|tel):/, '');
}
