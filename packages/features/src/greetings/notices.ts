import { say } from '@groundwork/words';
import { ofReceiver } from '../notices/keys.ts';
import type { FromGroup, NoticeReceiver, NoticesOf } from '../notices/kinds.ts';

type About = { about: { id: string; groupId: string; slug: string; name: string } };

export const greetingNotices = {
  'greetings.announced': {
    level: 'groups',
    isImportant: true,
    about: 'announcement',
    from: 'group',
    key: ({ about, to }: { about: { id: string }; to: NoticeReceiver }) =>
      `greetings.announced:${about.id}:${ofReceiver(to)}`,
    letter: ({ language, settings }, { about, title, body }: About & { title: string; body: string }) => ({
      subject: title,
      letter: {
        heading: title,
        paragraphs: paragraphsOf(body),
        button: {
          label: say(language, 'mail.greetings.announced.button'),
          url: `${settings.publicUrl}/groups/${about.slug}/announcements/${about.id}`,
        },
      },
    }),
  } satisfies FromGroup,
  'greetings.welcome': {
    level: 'mine',
    about: 'group',
    from: 'group',
    key: ({ about, joinedAt }: { about: { id: string }; joinedAt: Date }) =>
      `greetings.welcome:${about.id}:${joinedAt.getTime()}`,
    letter: ({ language, settings }, { about, body, ask, event }: About & Welcomed) => {
      const page = `${settings.publicUrl}/groups/${about.slug}`;
      const subject = say(language, 'mail.greetings.welcome.subject', { group: about.name });
      return {
        subject,
        letter: {
          heading: subject,
          paragraphs: [
            ...paragraphsOf(body),
            ...(ask === null ? [] : [say(language, 'mail.greetings.welcome.ask', { name: ask })]),
            ...(event === null ? [] : [say(language, 'mail.greetings.welcome.event', event)]),
          ],
          button: { label: say(language, 'mail.greetings.welcome.button'), url: page },
        },
      };
    },
  } satisfies FromGroup,
} satisfies NoticesOf<'greetings'>;

/** `event`: what comes next and may be come to, with its moment in words. */
type Welcomed = { body: string; ask: string | null; event: { title: string; when: string } | null };

function paragraphsOf(body: string): string[] {
  return body.split(/\n{2,}/).map((paragraph) => paragraph.trim());
}
