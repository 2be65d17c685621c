import type { Transaction } from '@groundwork/database';
import { say, type Language } from '@groundwork/words';
import { promiseMail } from '../outbox/actions.ts';
import { findSite } from '../site/queries.ts';

/** Mails that lead on to a page, and mails that only tell. */
type Leading =
  | 'open'
  | 'open-known'
  | 'invitation'
  | 'reset'
  | 'reset-unknown'
  | 'password-changed'
  | 'email-change'
  | 'email-moving'
  | 'suspension-lifted';
type Telling = 'email-taken' | 'deleted' | 'suspended' | 'reset-suspended';
/**
 * Whose address somebody typed, who may be a stranger to it: into any form, or into one about the account that it has.
 * The others go to where an account reads its mail, about what it did itself.
 */
const TYPED: Partial<Record<Leading | Telling, 'form' | 'account'>> = {
  open: 'form',
  'open-known': 'form',
  invitation: 'form',
  'reset-unknown': 'form',
  'email-change': 'form',
  'email-taken': 'form',
  reset: 'account',
  'reset-suspended': 'account',
};
/** `key` names the promise: the same key twice is one mail. */
type Message = { key: string; to: string; language: Language; params?: Record<string, string> } & (
  { template: Leading; url: string } | { template: Telling; url?: undefined }
);

/**
 * Promises one of the mails about an account. None repeats what a stranger typed, an email aside, so that nobody can
 * use a form of ours to write to someone.
 */
export async function writeTo(tx: Transaction, message: Message): Promise<void> {
  const { name: site } = await findSite({ db: tx });
  const { key, to, language, template } = message;
  const words = { site, ...message.params };
  await promiseMail(tx, {
    key: `accounts.${template}:${key}`,
    ...(TYPED[template] && { typed: TYPED[template] }),
    to,
    language,
    subject: say(language, `mail.accounts.${template}.subject`, words),
    letter: {
      heading: say(language, `mail.accounts.${template}.heading`),
      paragraphs: [say(language, `mail.accounts.${template}.text`, words)],
      ...(message.url !== undefined && {
        button: { label: say(language, `mail.accounts.${message.template}.button`), url: message.url },
      }),
      footer: [say(language, `mail.accounts.${template}.footer`), say(language, 'mail.footer', words)],
    },
  });
}
