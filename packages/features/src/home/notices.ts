import { say } from '@groundwork/words';
import { hushing } from '../notices/hushing.ts';
import { mailsAbout } from '../notices/wording.ts';
import { ofReceiver } from '../notices/keys.ts';
import type { FromSite, NoticeReceiver, NoticesOf } from '../notices/kinds.ts';

/** A line without a title is of a group of which a mail says nothing. */
type Line = { title: string | null; group: string | null };

/** `ends`: the kind of which the mail's link ends mail; `thing`: what all of it is about, if it is one thing. */
type Gathered = {
  lines: Line[];
  count: number;
  ends: string;
  thing: string | null;
  to: { account: string };
};

export const homeNotices = {
  // What was told one by one, and is mailed together: as its receiver chose it.
  'home.digest': {
    level: 'must',
    about: null,
    from: 'site',
    key: ({ digestId }: { digestId: string }) => `home.digest:${digestId}`,
    letter: ({ language, settings, siteName }, { lines, count, ends, thing, to }: Gathered) => {
      const [first] = lines;
      const little = say(language, 'mail.little.subject', { site: siteName });
      const subject =
        lines.length === 1 && first
          ? (first.title ?? little)
          : say(language, 'mail.digest.subject', { count, site: siteName });
      const url = `${settings.publicUrl}/account/notices`;
      return {
        subject,
        letter: {
          heading: say(language, 'mail.digest.heading', { count }),
          paragraphs: lines.map(({ title, group }) =>
            title === null ? little : group === null ? title : `${group}: ${title}`,
          ),
          button: { label: say(language, 'mail.digest.button'), url: `${settings.publicUrl}/notices` },
          ...(thing !== null && { inReplyTo: mailsAbout({ settings }, thing) }),
          footer: [say(language, 'mail.notices.footer', { url })],
          unsubscribe: hushing({ settings }, { accountId: to.account, kind: ends, language }),
        },
      };
    },
  } satisfies FromSite,
  // A group's business, told by the site: of whatever kind it is that waits.
  'home.still-waits': {
    level: 'decide',
    about: 'group',
    from: 'site',
    gathers: true,
    key: ({ about, to }: { about: { id: string }; to: NoticeReceiver }) =>
      `home.still-waits:${about.id}:${ofReceiver(to)}`,
    letter: ({ language, settings }, { line, path }: { line: string; path: string }) => ({
      subject: say(language, 'mail.still-waits.subject', { line }),
      letter: {
        heading: line,
        paragraphs: [say(language, 'mail.still-waits.text')],
        button: { label: say(language, 'mail.between.button'), url: `${settings.publicUrl}${path}` },
      },
    }),
  } satisfies FromSite,
} satisfies NoticesOf<'home'>;
