import type { Token } from 'markdown-it';
import { pictureSize } from '../../site/picture-keys.ts';
import { isBodyAddress } from './addresses.ts';
import { HIDDEN, withBraces, type Braced } from './braces.ts';
import { addMergeWord, addWrong, type BodyFindings } from './findings.ts';
import type { BodyInline, BodyPart, InlineLook } from './parts.ts';

type Picture = Extract<BodyPart, { is: 'picture' }>;
/** How words look at this point of a text, and where they lead. A link that leads nowhere is said behind its words. */
type Pen = {
  strong: number;
  em: number;
  s: number;
  links: { url: string | null; href: string; from: number }[];
};

/** The words of a paragraph, and the pictures between them, where pictures may stand. */
export function readInlines(tokens: Token[], found: BodyFindings, mayHavePictures: boolean) {
  const read: (BodyInline | Picture)[] = [];
  const pen: Pen = { strong: 0, em: 0, s: 0, links: [] };
  for (const token of tokens) {
    const { type, content, nesting } = token;
    if (type === 'softbreak' || type === 'hardbreak') read.push({ is: 'break' });
    else if (type === 'image') read.push(...readPicture(token, lookOf(pen), found, mayHavePictures));
    else if (type === 'link_open') pen.links.push({ ...linkOf(token, found), from: read.length });
    else if (type === 'link_close') closeLink(read, pen);
    else if (isMark(type)) pen[markOf(type)] += nesting;
    else if (type === 'code_inline') addText(read, withBraces(content, found.braced, 'typed'), lookOf(pen));
    else readText(content, lookOf(pen), found, read);
  }
  return read;
}

function isMark(type: string): boolean {
  return /^(strong|em|s)_(open|close)$/.test(type);
}

function markOf(type: string): 'strong' | 'em' | 's' {
  return type.startsWith('strong') ? 'strong' : type.startsWith('em') ? 'em' : 's';
}

function lookOf({ strong, em, s, links }: Pen): InlineLook {
  const url = links.at(-1)?.url;
  return {
    ...(strong > 0 && { strong: true }),
    ...(em > 0 && { em: true }),
    ...(s > 0 && { strike: true }),
    ...(typeof url === 'string' && { url }),
  };
}

/** Where a link leads; braces in an address are a wrong, as no address is looked through for merge words. */
function linkOf(token: Token, found: BodyFindings) {
  const written = String(token.attrGet('href') ?? '');
  const href = withBraces(written.replaceAll(/%EF%BF%BA/gi, '\ufffa'), found.braced, 'typed');
  const isAddress = isBodyAddress(written) && href === written;
  if (isAddress) found.links.add(href);
  else addWrong(found, 'link-address', href);
  return { url: isAddress ? href : null, href };
}

function closeLink(read: (BodyInline | Picture)[], pen: Pen): void {
  const link = pen.links.pop();
  if (!link || link.url !== null || link.href === '') return;
  const words = read.slice(link.from).map((one) => (one.is === 'text' ? one.text : ''));
  if (words.join('').trim() !== link.href) addText(read, ` (${link.href})`, lookOf(pen));
}

function readText(
  content: string,
  look: InlineLook,
  found: BodyFindings,
  read: (BodyInline | Picture)[],
): void {
  for (const [n, piece] of content.split(HIDDEN).entries()) {
    const one = n % 2 === 1 ? found.braced[Number(piece)] : undefined;
    if (one) readBraced(one, look, found, read);
    else {
      const [open] = /\{\{.{0,40}/s.exec(piece) ?? [];
      if (open !== undefined) addWrong(found, 'merge-open', open);
      addText(read, piece, look);
    }
  }
}

function readBraced(
  one: Braced,
  look: InlineLook,
  found: BodyFindings,
  read: (BodyInline | Picture)[],
): void {
  if (one.is === 'merge') {
    const { word, fallback } = one;
    addMergeWord(found, word, fallback);
    read.push({ is: 'merge', word, fallback, ...look });
    return;
  }
  // A block among words stays as it was typed.
  if (one.is === 'block') addWrong(found, 'block-inside', one.typed);
  if (one.is === 'wrong') addWrong(found, one.code, one.typed);
  addText(read, one.shown, look);
}

function readPicture(
  token: Token,
  look: InlineLook,
  found: BodyFindings,
  mayHavePictures: boolean,
): (BodyInline | Picture)[] {
  const alt = withBraces(altOf(token.children ?? []), found.braced);
  const src = String(token.attrGet('src') ?? '');
  const key = src.startsWith('/files/') ? src.slice('/files/'.length) : '';
  const { url } = look;
  if (pictureSize(key) === null) {
    addWrong(found, 'picture-foreign', src);
    const where = url ?? (isBodyAddress(src) ? src : undefined);
    return [{ is: 'text', text: alt || src, ...look, ...(where !== undefined && { url: where }) }];
  }
  if (mayHavePictures) {
    found.pictures.add(key);
    return [{ is: 'picture', key, alt, ...(url !== undefined && { url }) }];
  }
  addWrong(found, 'block-inside', `![${alt}](${src})`);
  return [{ is: 'text', text: alt || src, ...look }];
}

function altOf(tokens: Token[]): string {
  return tokens
    .map(({ type, content, children }) =>
      type.endsWith('break') ? ' ' : children?.length ? altOf(children) : content,
    )
    .join('');
}

function addText(read: (BodyInline | Picture)[], text: string, look: InlineLook): void {
  const last = read.at(-1);
  if (text === '') return;
  if (last?.is === 'text' && isLike(last, look)) last.text += text;
  else read.push({ is: 'text', text, ...look });
}

function isLike(one: InlineLook, other: InlineLook): boolean {
  return (
    one.strong === other.strong && one.em === other.em && one.strike === other.strike && one.url === other.url
  );
}
