import { say, type Language } from '@groundwork/words';
import type { Letter } from '../../outbox/letter.ts';
import { plainText } from '../../site/markdown.ts';

export type News = { title: string; body: string; campaignTitle: string; groupName: string; pageUrl: string };

/** An update as a mail: the organizer's words, framed in the reader's language, with their own way out. */
export function updateLetter(
  language: Language,
  news: News,
  unsubscribing: { url: string; oneClickUrl: string },
): { subject: string; letter: Letter } {
  const { title, body, campaignTitle, groupName, pageUrl } = news;
  return {
    subject: title,
    letter: {
      heading: title,
      paragraphs: paragraphsOf(body),
      button: { label: say(language, 'mail.campaign-update.button'), url: pageUrl },
      footer: [say(language, 'mail.campaign-update.why', { title: campaignTitle, group: groupName })],
      unsubscribe: {
        label: say(language, 'mail.campaign-update.unsubscribe', { group: groupName }),
        url: unsubscribing.url,
        oneClickUrl: unsubscribing.oneClickUrl,
      },
    },
  };
}

/** Markdown as plain paragraphs: a mail carries the words and where links lead, the page carries the rest. */
export function paragraphsOf(markdown: string): string[] {
  return markdown
    .split(/\n\s*\n/)
    .map((block) => plainText(block.replaceAll(/\[([^\]]+)\]\((https?:[^)\s]+)[^)]*\)/g, '$1 ($2)')))
    .filter((paragraph) => paragraph !== '');
}
