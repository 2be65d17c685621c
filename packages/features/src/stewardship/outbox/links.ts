import { blockText } from '@groundwork/mail';
import type { Letter } from '../../outbox/letter.ts';
import { isForAll, maskLinks } from '../../site/own-links.ts';

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

function masked({ label, url }: { label: string; url: string | null }, publicUrl: string) {
  return { label: maskLinks(label, publicUrl), url: url !== null && isForAll(url, publicUrl) ? url : null };
}
