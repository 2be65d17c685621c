import { say } from '@groundwork/words';
import { askingLetter } from '../notices/asking.ts';
import { today } from '../notices/keys.ts';
import type { NoticesOf } from '../notices/kinds.ts';
import { ownRecordUrl } from './links.ts';
import { ownMailboxUrl } from './own/mailboxes.ts';

export const peopleNotices = {
  // In the site's name: whoever asks is answered also while the group may write to nobody.
  'people.own-record-asked': {
    level: 'must',
    about: 'person',
    from: 'site',
    key: ({ about }: { about: { id: string } }) => `own-record:${about.id}:${today()}`,
    letter: ({ language, ...ctx }, { about }: { about: { id: string; groupName: string } }) => {
      const group = about.groupName;
      const subject = say(language, 'mail.own-record.subject', { group });
      return {
        subject,
        letter: {
          heading: subject,
          paragraphs: [
            say(language, 'mail.own-record.text', { group }),
            say(language, 'mail.own-record.private'),
          ],
          button: { label: say(language, 'mail.own-record.see'), url: ownRecordUrl(ctx, about.id) },
        },
      };
    },
  },
  'people.own-records-asked': {
    level: 'must',
    about: null,
    from: 'site',
    key: ({ id }: { id: string }) => `own-records:${id}`,
    letter: ({ language, siteName: site, ...ctx }, { email }: { email: string }) => {
      const subject = say(language, 'mail.own-records.subject', { site });
      return {
        subject,
        letter: {
          heading: subject,
          paragraphs: [
            say(language, 'mail.own-records.text', { site }),
            say(language, 'mail.own-record.private'),
          ],
          button: { label: say(language, 'mail.own-records.see'), url: ownMailboxUrl(ctx, email) },
        },
      };
    },
  },
  'people.own-email-asked': {
    level: 'must',
    about: null,
    from: 'site',
    key: ({ id }: { id: string }) => `own-email:${id}`,
    letter: ({ language, settings, siteName: site }, { sealed }: { sealed: string }) => {
      const url = `${settings.publicUrl}/my-email/${sealed}`;
      return askingLetter(language, { site, text: say(language, 'mail.asking.own-email', { site }), url });
    },
  },
  'people.own-email-moved': {
    level: 'must',
    about: 'person',
    from: 'site',
    key: ({ changeId }: { changeId: string }) => `own-email-moved:${changeId}`,
    letter: (
      { language, ...ctx },
      { about, isKept }: { about: { id: string; groupName: string }; isKept: boolean },
    ) => {
      const group = about.groupName;
      const subject = say(language, 'mail.own-email-moved.subject', { group });
      const see = { label: say(language, 'mail.own-record.see'), url: ownRecordUrl(ctx, about.id) };
      return {
        subject,
        letter: {
          heading: subject,
          paragraphs: [
            say(language, 'mail.own-email-moved.text', { group }),
            say(language, 'mail.own-email-moved.not-you', { group }),
          ],
          // An address that was taken away opens the record no more.
          ...(isKept && { button: see }),
        },
      };
    },
  },
  'people.forgetting-ahead': {
    level: 'decide',
    about: 'group',
    from: 'site',
    key: ({ about, to }: { about: { id: string }; to: { account: string } }) =>
      `forgetting:${about.id}:${to.account}:${today()}`,
    letter: ({ language, settings }, { about }: { about: { name: string; slug: string } }) => {
      const group = about.name;
      const subject = say(language, 'mail.forgetting.subject', { group });
      const url = `${settings.publicUrl}/groups/${about.slug}/people/forgetting`;
      return {
        subject,
        letter: {
          heading: subject,
          paragraphs: [say(language, 'mail.forgetting.text', { group })],
          button: { label: say(language, 'mail.forgetting.see'), url },
        },
      };
    },
  },
} satisfies NoticesOf<'people'>;
