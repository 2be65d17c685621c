import { place, type Block, type LetterCard, type Flow, type Inline } from '@groundwork/mail';
import { wholeAddress } from './addresses.ts';
import { mergeUse } from './merge-words.ts';
import type { BodyFlow, BodyInline, BodyPart } from './parts.ts';
import type { Body } from './reading.ts';

type Reference = Extract<BodyPart, { is: 'event' | 'petition' }>;
/** What a body refers to, for those who get it; what is not there, or that they may not see, is null. */
export type Known = {
  site: string;
  card: (reference: Reference) => LetterCard | null;
  picture: (key: string) => { cid: string; width: number; height: number } | null;
};

/** The blocks of a letter to many, with a place for each merge word. What is not there is left out: `missingOf` names it. */
export function writeBody({ parts }: Pick<Body, 'parts'>, known: Known): Block[] {
  return parts.map((part) => writePart(part, known)).filter((block) => block !== null);
}

/** What a body refers to and cannot show. */
export function missingOf({ parts }: Pick<Body, 'parts'>, known: Known) {
  return parts
    .filter((part) => part.is === 'event' || part.is === 'petition' || part.is === 'picture')
    .filter((part) => writePart(part, known) === null)
    .map((part) => ({ is: part.is, word: part.is === 'picture' ? part.key : part.slug }));
}

function writePart(part: BodyPart, known: Known): Block | null {
  if (part.is === 'event' || part.is === 'petition') {
    const card = known.card(part);
    return card && { is: 'card', ...card };
  }
  if (part.is === 'button') return { ...part, url: wholeAddress(part.url, known.site) };
  return part.is === 'picture' ? writePicture(part, known) : writeFlow(part, known.site);
}

function writePicture({ key, alt, url }: Extract<BodyPart, { is: 'picture' }>, known: Known): Block | null {
  const found = known.picture(key);
  if (!found) return null;
  const { cid, width, height } = found;
  const link = url === undefined ? {} : { link: wholeAddress(url, known.site) };
  return { is: 'picture', cid, width, height, alt, ...link };
}

function writeFlow(flow: BodyFlow, site: string): Flow {
  const writeAll = (flows: BodyFlow[]) => flows.map((one) => writeFlow(one, site));
  if (flow.is === 'rule') return flow;
  if (flow.is === 'quote') return { ...flow, flows: writeAll(flow.flows) };
  if (flow.is === 'list') return { ...flow, entries: flow.entries.map(writeAll) };
  return { ...flow, inlines: flow.inlines.map((inline) => writeInline(inline, site)) };
}

function writeInline(inline: BodyInline, site: string): Inline {
  if (inline.is === 'break') return inline;
  const { strong, em, strike, url } = inline;
  return {
    is: 'text',
    text: inline.is === 'merge' ? place(mergeUse(inline.word, inline.fallback).place) : inline.text,
    ...(strong && { strong }),
    ...(em && { em }),
    ...(strike && { strike }),
    ...(url !== undefined && { url: wholeAddress(url, site) }),
  };
}
