import { underName, type MailSigner, type MailTemplate } from '@groundwork/mail';
import { direction, say, type Language } from '@groundwork/words';
import type { House } from '../context.ts';
import type { Letter } from './letter.ts';
import type { OwnSender } from './own-senders.ts';
import type { mails } from './tables.ts';

/** The group that a mail is from, and where its answers go, if the group says so. In groups' own migration. */
export type Sender = { name: string; contact: string | null; answersHere?: boolean; own?: OwnSender | null };
/** `signer`: with the key of its own domain. */
export type SigningSender = Sender & { signer?: MailSigner };
/** `answersTo`: where answers are read here; it may have a place. */
type From = { siteName: string; group: SigningSender | null; answersTo: string | null };
type Written = {
  language: Language;
  subject: string | null;
  letter: Letter;
  typed: (typeof mails.$inferSelect)['typed'];
};

/** What a mail, or all mails of a letter to many, say, as the mailer lays it out. */
export function templateOf(
  house: Settled,
  { siteName, group, answersTo }: From,
  { language, subject, letter, typed }: Written,
) {
  const { unsubscribe, attachments, senderName, inReplyTo, ...body } = letter;
  const footer = letter.footer ?? [say(language, 'mail.footer', { site: siteName })];
  const held = heldAbout(house.settings, language, group ? 'mail.footer.held' : 'mail.footer.held.site');
  const frame = { held, language, direction: direction(language), siteName, footer };
  return {
    letter: { ...body, ...frame, ...(unsubscribe && { unsubscribe }) },
    subject: subject ?? letter.heading ?? siteName,
    language,
    ...(unsubscribe && { unsubscribeUrl: unsubscribe.oneClickUrl }),
    ...(group &&
      typed === null &&
      senderOf(house.settings, { ...group, name: senderName ?? group.name, answersTo })),
    ...(attachments && { attachments }),
    ...(inReplyTo !== undefined && { inReplyTo }),
  } satisfies MailTemplate;
}

/** Which mail this is, the same each time it is tried. */
export function messageIdOf({ settings }: Settled, id: string): string {
  return `<${id}@${new URL(settings.publicUrl).hostname}>`;
}

/** The way from any mail to what is held about whoever reads it. */
export function heldAbout(
  { publicUrl }: Pick<House['settings'], 'publicUrl'>,
  language: Language,
  label: 'mail.footer.held' | 'mail.footer.held.site',
) {
  return { label: say(language, label), url: `${publicUrl}/my-records` };
}

type Settled = Pick<House, 'settings'>;

/**
 * Whoever proved their address reads who writes to them, from the group's own domain where it has proven one, and answers go
 * there. To anyone else the site speaks for itself.
 */
function senderOf(
  { mailFrom }: House['settings'],
  { name, contact, own, signer, answersTo }: SigningSender & Pick<From, 'answersTo'>,
) {
  const replyTo = answersTo ? underName(name, answersTo) : contact;
  return {
    from: underName(name, own?.address ?? mailFrom),
    ...(replyTo && replyTo !== own?.address && { replyTo }),
    ...(signer && { signer }),
  };
}
