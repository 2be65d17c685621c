import { say } from '@groundwork/words';
import type { FromSite, NoticesOf } from '../notices/kinds.ts';

type Line = { title: string; group: string | null };

export const homeNotices = {
  // What was told one by one, and is mailed together: as its receiver chose it.
  'home.digest': {
    level: 'must',
    about: null,
    from: 'site',
    key: ({ digestId }: { digestId: string }) => `home.digest:${digestId}`,
    letter: ({ language, settings, siteName }, { lines, count }: { lines: Line[]; count: number }) => {
      const [first] = lines;
      const subject =
        lines.length === 1 && first
          ? first.title
          : say(language, 'mail.digest.subject', { count, site: siteName });
      const url = `${settings.publicUrl}/account/notices`;
      return {
        subject,
        letter: {
          heading: say(language, 'mail.digest.heading', { count }),
          paragraphs: lines.map(({ title, group }) => (group ? `${group}: ${title}` : title)),
          button: { label: say(language, 'mail.digest.button'), url: `${settings.publicUrl}/notices` },
          footer: [say(language, 'mail.notices.footer', { url })],
        },
      };
    },
  } satisfies FromSite,
} satisfies NoticesOf<'home'>;
