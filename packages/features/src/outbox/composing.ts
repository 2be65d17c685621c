import { layoutMail, underName, type Mail } from '@groundwork/mail';
import { direction, say } from '@groundwork/words';
import type { House } from '../context.ts';
import type { Letter } from './letter.ts';
import type { mails } from './tables.ts';

/** The group that a mail is from, and where its answers go, if the group says so. In groups' own migration. */
export type Sender = { name: string; contact: string | null };
type From = { siteName: string; group: Sender | null };
type Ready = Pick<typeof mails.$inferSelect, 'id' | 'language' | 'subject' | 'typed'> & {
  letter: Letter;
  toAddress: string;
};

/** A mail as the mailer takes it. */
export function compose({ settings }: Pick<House, 'settings'>, { siteName, group }: From, mail: Ready): Mail {
  const { id, language, subject, letter, toAddress } = mail;
  const { unsubscribe, attachments, ...body } = letter;
  const footer = letter.footer ?? [say(language, 'mail.footer', { site: siteName })];
  const laidOut = layoutMail({
    ...body,
    language,
    direction: direction(language),
    siteName,
    footer,
    ...(unsubscribe && { unsubscribe }),
  });
  return {
    messageId: `<${id}@${new URL(settings.publicUrl).hostname}>`,
    to: toAddress,
    subject: subject ?? letter.heading,
    language,
    ...laidOut,
    ...(unsubscribe && { unsubscribeUrl: unsubscribe.oneClickUrl }),
    ...(group && mail.typed === null && senderOf(settings, group)),
    ...(attachments && { attachments }),
  };
}

/** Whoever proved their address reads who writes to them, and answers go there. To anyone else the site speaks for itself. */
function senderOf({ mailFrom }: House['settings'], { name, contact }: Sender) {
  return { from: underName(name, mailFrom), ...(contact && { replyTo: contact }) };
}
