import { say } from '@groundwork/words';
import type { NoticesOf } from '../notices/kinds.ts';
import { today } from '../notices/keys.ts';

export const stewardshipNotices = {
  // How many, and nothing that whoever starts a group wrote.
  'stewardship.groups-wait': {
    level: 'decide',
    about: null,
    from: 'site',
    key: ({ to, at }: { to: { account: string }; at: Date }) =>
      `stewardship.groups-wait:${to.account}:${at.toISOString()}`,
    letter: ({ language, settings, siteName: site }, { count }: { count: number }) => ({
      subject: say(language, 'mail.groups-wait.subject', { site, count }),
      letter: {
        heading: say(language, 'mail.groups-wait.heading'),
        paragraphs: [say(language, 'mail.groups-wait.text', { site, count })],
        button: {
          label: say(language, 'mail.groups-wait.button'),
          url: `${settings.publicUrl}/site/groups?only=waiting`,
        },
      },
    }),
  },
  // To whom a letter was that a steward of the site opened; once a day at most.
  'stewardship.letter-opened': {
    level: 'must',
    about: null,
    from: 'site',
    key: ({ receiverKey }: { receiverKey: string }) => `stewardship.letter-opened:${receiverKey}:${today()}`,
    letter: ({ language, settings, siteName: site }, { withLinks }: { withLinks: boolean }) => ({
      subject: say(language, 'mail.letter-opened.subject', { site }),
      letter: {
        heading: say(language, 'mail.letter-opened.heading'),
        paragraphs: [
          say(language, withLinks ? 'mail.letter-opened.links' : 'mail.letter-opened.words', { site }),
          say(language, 'mail.letter-opened.more'),
        ],
        button: { label: say(language, 'mail.letter-opened.button'), url: `${settings.publicUrl}/account` },
      },
    }),
  },
} satisfies NoticesOf<'stewardship'>;
