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
  'messaging.member-added': named('member-added'),
  'messaging.member-removed': named('member-removed'),
} satisfies NoticesOf<'messaging'>;

type OfRoom = { about: { id: string }; room: string; group: string };

/** To whom a room for named readers is opened or closed, alone. */
function named(name: 'member-added' | 'member-removed') {
  return {
    level: 'mine',
    about: 'channel',
    from: 'site',
    key: ({ entryId }: { entryId: string }) => `messaging.${name}:${entryId}`,
    letter: ({ language, settings }, { about, room, group }: OfRoom) => {
      const url = `${settings.publicUrl}/messages/${about.id}`;
      return {
        subject: say(language, `mail.messaging.${name}.subject`, { room, group }),
        letter: {
          paragraphs: [say(language, `mail.messaging.${name}.text`, { room, group })],
          ...(name === 'member-added' && { button: { label: say(language, 'mail.between.button'), url } }),
        },
      };
    },
  } satisfies FromSite;
}
