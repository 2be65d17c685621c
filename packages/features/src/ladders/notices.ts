import { say } from '@groundwork/words';
import type { NoticesOf } from '../notices/kinds.ts';

export const ladderNotices = {
  // Once a day at most for one ladder.
  'ladders.handed': {
    level: 'mine',
    about: 'ladder',
    from: 'group',
    key: ({ about, to, at }: { about: { id: string }; to: { account: string }; at: Date }) =>
      `ladder-handed:${about.id}:${to.account}:${at.toISOString().slice(0, 10)}`,
    letter: ({ language, settings }, { about, to }: { about: LadderAbout; to: { account: string } }) => {
      const words = { ladder: about.name, group: about.groupName };
      const subject = say(language, 'mail.ladder-handed.subject', words);
      return {
        subject,
        letter: {
          heading: subject,
          paragraphs: [say(language, 'mail.ladder-handed.text', words)],
          button: {
            label: say(language, 'mail.ladder-handed.button'),
            url: `${settings.publicUrl}/groups/${about.slug}/people?lines=only:contact:contact=${to.account}`,
          },
        },
      };
    },
  },
  // Once a day at most for one ladder.
  'ladders.stopped': {
    level: 'must',
    about: 'ladder',
    from: 'group',
    key: ({ about, at }: { about: { id: string }; at: Date }) =>
      `ladder-stopped:${about.id}:${at.toISOString().slice(0, 10)}`,
    letter: ({ language, settings }, { about, why }: { about: LadderAbout; why: 'many' | 'gone' }) => {
      const words = { ladder: about.name, group: about.groupName };
      const subject = say(language, 'mail.ladder-stopped.subject', words);
      return {
        subject,
        letter: {
          heading: subject,
          paragraphs: [
            say(language, `mail.ladder-stopped.${why}`, words),
            say(language, 'mail.ladder-stopped.next'),
          ],
          button: {
            label: say(language, 'mail.ladder-stopped.button'),
            url: `${settings.publicUrl}/groups/${about.slug}/ladders/${about.id}`,
          },
        },
      };
    },
  },
} satisfies NoticesOf<'ladders'>;

type LadderAbout = { id: string; name: string; groupName: string; slug: string };
