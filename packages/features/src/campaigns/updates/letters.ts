import { say, type Language } from '@groundwork/words';
import type { Letter } from '../../outbox/letter.ts';

export type UpdateNews = {
  title: string;
  paragraphs: string[];
  campaignTitle: string;
  groupName: string;
  pageUrl: string;
};

/** An update as a mail: the organizer's words, framed in the reader's language, with their own way out. */
export function updateLetter(
  language: Language,
  news: UpdateNews,
  unsubscribing: { url: string; oneClickUrl: string },
): { subject: string; letter: Letter } {
  const { title, paragraphs, campaignTitle, groupName, pageUrl } = news;
  return {
    subject: title,
    letter: {
      heading: title,
      paragraphs,
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
