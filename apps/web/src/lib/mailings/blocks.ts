/** What can be put into a mail by a press, in the order in which it is offered. */
export const BLOCK_KINDS = ['event', 'petition', 'button', 'picture', 'quote', 'line', 'name'] as const;
export type BlockKind = (typeof BLOCK_KINDS)[number];

/** What a block is made of, as it was chosen and typed. */
export type BlockParts = Partial<Record<'slug' | 'words' | 'address' | 'key', string>>;

/** A block as it stands in a mail's text; null where something of it is missing. */
export function blockOf(kind: BlockKind, parts: BlockParts): string | null {
  const words = plainWords(parts.words);
  switch (kind) {
    case 'event':
    case 'petition':
      return parts.slug ? `{{${kind} ${parts.slug}}}` : null;
    case 'button':
      return words && parts.address ? `{{button ${words} -> ${parts.address.trim()}}}` : null;
    case 'picture':
      return parts.key ? `![${words}](/files/${parts.key})` : null;
    case 'quote':
      return words ? `> ${words}` : null;
    case 'line':
      return '---';
    case 'name':
      return `{{first name|${words}}}`;
  }
}

/** A text with a block put in at a place: on a line of its own, but a name goes among the words. */
export function withBlock(text: string, block: string, at = text.length): string {
  const [before, after] = [text.slice(0, at), text.slice(at)];
  if (block.startsWith('{{first name')) return `${before}${block}${after}`;
  const [above, below] = [before.trimEnd(), after.trimStart()];
  return `${above}${above && '\n\n'}${block}\n${below && `\n${below}`}`;
}

export function isBlockKind(name: string | undefined): name is BlockKind {
  return BLOCK_KINDS.some((kind) => kind === name);
}

/** Words without the signs that would end a block, on one line. */
function plainWords(words = '') {
  return words
    .replaceAll(/[{}|[\]]|->|\s+/g, ' ')
    .replaceAll(/ +/g, ' ')
    .trim();
}
