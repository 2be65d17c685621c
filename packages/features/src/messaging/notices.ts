import { say } from '@groundwork/words';
import type { FromSite, NoticesOf } from '../notices/kinds.ts';

export const messagingNotices = {
  // Once from reading to reading, and never what was said: a mailbox, and the screen of a phone, are read by others too.
  'messaging.direct-received': {
    level: 'mine',
    about: 'channel',
    from: 'site',
    gathers: true,
    isReadLive: true,
    key: ({ channelId, readSeq }: { channelId: string; readSeq: number }) =>
      `messaging.direct-received:${channelId}:${readSeq}`,
    letter: ({ language, settings }, { channelId, sender }: { channelId: string; sender: string }) => ({
      subject: say(language, 'mail.direct-received.subject', { name: sender }),
      letter: {
        paragraphs: [say(language, 'mail.direct-received.text', { name: sender })],
        button: {
          label: say(language, 'mail.direct-received.button'),
          url: `${settings.publicUrl}/messages/${channelId}`,
        },
      },
    }),
  } satisfies FromSite,
} satisfies NoticesOf<'messaging'>;
