import { blockText } from '@groundwork/mail';
import type { Letter } from '../../outbox/letter.ts';
import { SLUG_FORM } from '../../slugs.ts';

/**
 * A letter as somebody else than its receiver may read it: a link that was taken out is null. What is more than a
 * paragraph is read as one, in plain text.
 */
export type ReadLetter = {
  heading?: string;
  paragraphs: string[];
  button?: { label: string; url: string | null };
  unsubscribe?: { label: string; url: string | null };
  attachments?: { filename: string }[];
};

/** The letter with its links, for where nobody can be harmed by them, or somebody has to hand one on. */
export function withLinks(letter: Letter): ReadLetter {
  const { heading, paragraphs, blocks = [], button, unsubscribe, attachments } = letter;
  const files = attachments?.filter(({ cid }) => cid === undefined) ?? [];
  const written = blocks.map((block) => blockText(block, Infinity)).filter((words) => words !== '');
  return {
    ...(heading !== undefined && { heading }),
    paragraphs: [...paragraphs, ...written],
    ...(button && { button }),
    ...(unsubscribe && { unsubscribe: { label: unsubscribe.label, url: unsubscribe.url } }),
    ...(files.length > 0 && { attachments: files.map(({ filename }) => ({ filename })) }),
  };
}

/** The same, without any link that stands for its receiver, wherever in it one may be. */
export function withoutLinks(letter: Letter, publicUrl: string): ReadLetter {
  const { heading, paragraphs, button, unsubscribe, attachments } = withLinks(letter);
  return {
    ...(heading !== undefined && { heading: maskLinks(heading, publicUrl) }),
    paragraphs: paragraphs.map((words) => maskLinks(words, publicUrl)),
    ...(button && { button: masked(button, publicUrl) }),
    ...(unsubscribe && { unsubscribe: masked(unsubscribe, publicUrl) }),
    ...(attachments && { attachments }),
  };
}

/** A text with what may be a link that stands for somebody cut off behind its host. */
export function maskLinks(text: string, publicUrl: string): string {
  return text.replaceAll(WEB_ADDRESS, (address) =>
    isForAll(address, publicUrl) ? address : `${hostOf(address)}/…`,
  );
}

const WEB_ADDRESS = /https?:\/\/[^\s<>"]+/gi;

function masked({ label, url }: { label: string; url: string | null }, publicUrl: string) {
  return { label: maskLinks(label, publicUrl), url: url !== null && isForAll(url, publicUrl) ? url : null };
}

/**
 * Whether an address is one of those of this site that are the same for everyone. Whatever else it is, a page that a
 * later version adds, or the room of an online meeting, may open something to whoever holds it.
 */
function isForAll(address: string, publicUrl: string): boolean {
  if (!URL.canParse(address)) return false;
  const { origin, pathname, search, hash } = new URL(address);
  return origin === new URL(publicUrl).origin && search === '' && hash === '' && FOR_ALL.test(pathname);
}

const FOR_ALL = new RegExp(
  `^/((groups|campaigns|events)(/${SLUG_FORM})?|account|sign-in|open-account|reset-password|site(/groups)?)?$`,
);

function hostOf(address: string): string {
  return URL.canParse(address) ? new URL(address).origin : (address.match(/^https?:\/\/[^/]*/i)?.[0] ?? '');
}
