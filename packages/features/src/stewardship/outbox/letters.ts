import type { Transaction } from '@groundwork/database';
import { say, type Language } from '@groundwork/words';
import { promiseMail } from '../../outbox/actions.ts';
import { findSite } from '../../site/queries.ts';

type Telling = { receiverKey: string; to: string; language: Language; url: string; withLinks: boolean };

/** Tells someone, in the site's own words and once a day at most, that a letter to them was opened. */
export async function tellOfOpening(tx: Transaction, telling: Telling): Promise<void> {
  const { receiverKey, to, language, url, withLinks } = telling;
  const { name: site } = await findSite({ db: tx });
  const day = new Date().toISOString().slice(0, 10);
  await promiseMail(tx, {
    key: `stewardship.letter-opened:${receiverKey}:${day}`,
    to,
    language,
    subject: say(language, 'mail.letter-opened.subject', { site }),
    letter: {
      heading: say(language, 'mail.letter-opened.heading'),
      paragraphs: [
        say(language, withLinks ? 'mail.letter-opened.links' : 'mail.letter-opened.words', { site }),
        say(language, 'mail.letter-opened.more'),
      ],
      button: { label: say(language, 'mail.letter-opened.button'), url },
    },
  });
}
