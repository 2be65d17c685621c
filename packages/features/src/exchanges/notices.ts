import { say } from '@groundwork/words';
import type { NoticesOf } from '../notices/kinds.ts';

export const exchangeNotices = {
  'exchanges.answer': {
    level: 'must',
    about: 'exchange',
    from: 'group',
    key: ({ letterId }: { letterId: string }) => `answer:${letterId}`,
    letter: ({ language }, { about, body, author, inReplyTo }: Answer) => ({
      subject: about.subject === '' ? about.groupName : `Re: ${about.subject}`,
      letter: {
        ...(author !== null && {
          senderName: say(language, 'compositions.sender', { sender: author, group: about.groupName }),
        }),
        ...(inReplyTo !== null && { inReplyTo }),
        paragraphs: body.split(/\n{2,}/),
        footer: [say(language, 'mail.answer.why', { group: about.groupName })],
      },
    }),
  },
} satisfies NoticesOf<'exchanges'>;

type Answer = {
  about: { groupName: string; subject: string };
  body: string;
  /** Who of the group wrote it. */
  author: string | null;
  /** What the letter is called that it answers. */
  inReplyTo: string | null;
};
