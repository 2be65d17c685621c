import { say } from '@groundwork/words';
import { hushing } from '../notices/hushing.ts';
import type { FromSite, NoticesOf } from '../notices/kinds.ts';

/** A line without a title is of a group of which a mail says nothing. */
type Line = { title: string | null; group: string | null };

/** `ends`: the kind of which the mail's link ends mail. */
type Gathered = { lines: Line[]; count: number; ends: string; to: { account: string } };

export const homeNotices = {
  // What was told one by one, and is mailed together: as its receiver chose it.
  'home.digest': {
    level: 'must',
    about: null,
    from: 'site',
    key: ({ digestId }: { digestId: string }) => `home.digest:${digestId}`,
    letter: ({ language, settings, siteName }, { lines, count, ends, to }: Gathered) => {
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
          footer: [say(language, 'mail.notices.footer', { url })],
          unsubscribe: hushing({ settings }, { accountId: to.account, kind: ends, language }),
        },
      };
    },
  } satisfies FromSite,
} satisfies NoticesOf<'home'>;
