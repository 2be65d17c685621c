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
  'messaging.mentioned': spoken('mentioned'),
  'messaging.replied': spoken('replied'),
  'messaging.member-added': named('member-added'),
  'messaging.member-removed': named('member-removed'),
} satisfies NoticesOf<'messaging'>;

type Spoken = { channelId: string; room: string; name: string; others: number };

/** To whom a message in a room speaks: once from reading to reading, as many as did by the time of the mail, and never what. */
function spoken(how: 'mentioned' | 'replied') {
  return {
    level: 'mine',
    about: 'channel',
    from: 'site',
    gathers: true,
    isReadLive: true,
    isRenewed: true,
    key: ({ channelId, readSeq, reader }: { channelId: string; readSeq: number; reader: string }) =>
      `messaging.${how}:${channelId}:${readSeq}:${reader}`,
    letter: ({ language, settings }, { channelId, room, name, others }: Spoken) => {
      const words = { name, room, others };
      const part = others > 0 ? 'several' : 'one';
      return {
        subject: say(language, `mail.messaging.${how}.${part}`, words),
        letter: {
          paragraphs: [say(language, `mail.messaging.${how}.text`, words)],
          button: {
            label: say(language, 'mail.direct-received.button'),
            url: `${settings.publicUrl}/messages/${channelId}`,
          },
        },
      };
    },
  } satisfies FromSite;
}

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
