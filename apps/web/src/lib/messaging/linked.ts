/** A stretch of a message: words, or an address to follow. */
export type Stretch = { text: string; href?: string };

/** Finds the web addresses in plain text. Nothing else becomes a link, and nothing becomes markup. */
export function linked(text: string): Stretch[] {
  const stretches: Stretch[] = [];
  let from = 0;
  for (const match of text.matchAll(/https?:\/\/[^\s<>"]+/gi)) {
    const address = trimmed(match[0]);
    if (!URL.canParse(address)) continue;
    if (match.index > from) stretches.push({ text: text.slice(from, match.index) });
    stretches.push({ text: address, href: address });
    from = match.index + address.length;
  }
  if (from < text.length) stretches.push({ text: text.slice(from) });
  return stretches;
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
