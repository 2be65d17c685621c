import { say } from '@groundwork/words';
import type { NoticesOf } from '../notices/kinds.ts';

export const segmentNotices = {
  // Once a day at most for one view. While it waits, it goes with the share: a trigger on `view_shares` knows its key.
  'segments.view-shared': {
    level: 'mine',
    about: 'people-view',
    from: 'group',
    key: ({ about, to, sharedAt }: { about: { id: string }; to: { account: string }; sharedAt: Date }) =>
      `view-shared:${about.id}:${to.account}:${sharedAt.toISOString().slice(0, 10)}`,
    letter: ({ language, settings }, { about, sharer }: { about: SharedAbout; sharer: string }) => {
      const words = { sharer, view: about.name, group: about.groupName };
      const subject = say(language, 'mail.view-shared.subject', words);
      return {
        subject,
        letter: {
          heading: subject,
          paragraphs: [
            say(language, 'mail.view-shared.text', words),
            say(language, 'mail.view-shared.care', words),
          ],
          button: {
            label: say(language, 'mail.view-shared.button'),
            url: `${settings.publicUrl}/groups/${about.slug}/shared/${about.id}`,
          },
        },
      };
    },
  },
} satisfies NoticesOf<'segments'>;

type SharedAbout = { id: string; name: string; groupName: string; slug: string };
