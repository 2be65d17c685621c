import type { Block, Inline } from '@groundwork/mail';

/** A link as it is read: its words, and where it leads. */
type Link = { words: string; url: string };

/** Every link of a letter, in its order. A card has one, however often it can be pressed. */
export function linksIn(blocks: readonly Block[]): Link[] {
  return blocks.flatMap((block): Link[] => {
    if (block.is === 'button') return [{ words: block.label, url: block.url }];
    if (block.is === 'card') return [{ words: block.action, url: block.url }];
    if (block.is === 'picture')
      return block.link === undefined ? [] : [{ words: block.alt, url: block.link }];
    if (block.is === 'quote') return linksIn(block.flows);
    if (block.is === 'list') return linksIn(block.entries.flat());
    return block.is === 'rule' ? [] : linksAmong(block.inlines);
  });
}

function linksAmong(inlines: readonly Inline[]): Link[] {
  const links: Link[] = [];
  for (const [n, inline] of inlines.entries()) {
    if (inline.is === 'break' || inline.url === undefined) continue;
    const { text, url } = inline;
    const before = inlines[n - 1];
    const last = links.at(-1);
    if (last && before?.is === 'text' && before.url === url) last.words += text;
    else links.push({ words: text, url });
  }
  return links;
}
