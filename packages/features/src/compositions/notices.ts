import { say } from '@groundwork/words';
import type { NoticesOf } from '../notices/kinds.ts';
import type { Letter } from '../outbox/letter.ts';

export const compositionNotices = {
  // Once for each asking.
  'compositions.look-asked': {
    level: 'decide',
    about: 'composition',
    from: 'group',
    key: ({ about, to, askedAt }: { about: { id: string }; to: { account: string }; askedAt: Date }) =>
      `look-asked:${about.id}:${to.account}:${askedAt.toISOString()}`,
    letter: ({ language, settings }, { about, asker }: { about: LookAbout; asker: string }) => {
      const words = { asker, subject: about.subject, group: about.groupName };
      const subject = say(language, 'mail.look-asked.subject', words);
      return {
        subject,
        letter: {
          heading: subject,
          paragraphs: [say(language, 'mail.look-asked.text', words)],
          button: {
            label: say(language, 'mail.look-asked.button'),
            url: `${settings.publicUrl}/groups/${about.slug}/mailings/${about.id}`,
          },
        },
      };
    },
  },
  'compositions.stopped': {
    level: 'must',
    about: 'composition',
    from: 'group',
    key: ({ about }: { about: { id: string } }) => `mailing-stopped:${about.id}`,
    letter: (
      { language, settings },
      { about, why }: { about: StopAbout; why: 'addresses' | 'complaints' },
    ) => {
      const words = { subject: about.subject, group: about.groupName };
      const subject = say(language, 'mail.mailing-stopped.subject', words);
      return {
        subject,
        letter: {
          heading: subject,
          paragraphs: [
            say(language, `mail.mailing-stopped.${why}`, words),
            say(language, 'mail.mailing-stopped.next'),
          ],
          button: {
            label: say(language, 'mail.look-asked.button'),
            url: `${settings.publicUrl}/groups/${about.slug}/${placeOf(about)}`,
          },
        },
      };
    },
  },
  // Once for each time that it is held back.
  'compositions.held-back': {
    level: 'mine',
    about: 'composition',
    from: 'group',
    key: ({ entryId }: { entryId: string }) => `mailing-held-back:${entryId}`,
    letter: ({ language, settings }, { about }: { about: LookAbout }) => {
      const words = { subject: about.subject, group: about.groupName };
      const subject = say(language, 'mail.mailing-held-back.subject', words);
      return {
        subject,
        letter: {
          heading: subject,
          paragraphs: [say(language, 'mail.mailing-held-back.text', words)],
          button: {
            label: say(language, 'mail.look-asked.button'),
            url: `${settings.publicUrl}/groups/${about.slug}/mailings/${about.id}`,
          },
        },
      };
    },
  },
  // A letter to many as one of its receivers gets it, for who asked for it.
  'compositions.trial': {
    level: 'must',
    about: 'composition',
    from: 'group',
    key: ({ trialId, to }: { trialId: string; to: { account: string } }) => `trial:${trialId}:${to.account}`,
    letter: ({ language }, { sample }: { sample: { subject: string; letter: Letter } }) => ({
      ...sample,
      subject: say(language, 'compositions.trial.subject', { subject: sample.subject }),
    }),
  },
} satisfies NoticesOf<'compositions'>;

type LookAbout = { id: string; subject: string; groupName: string; slug: string };
/** `ladderId`: of a ladder's letter, which goes on where the ladder does. */
type StopAbout = LookAbout & { ladderId: string | null };

function placeOf({ id, ladderId }: Pick<StopAbout, 'id' | 'ladderId'>): string {
  return ladderId === null ? `mailings/${id}` : `ladders/${ladderId}`;
}
