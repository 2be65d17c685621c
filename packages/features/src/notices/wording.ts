import { say, type Language } from '@groundwork/words';
import type { House } from '../context.ts';
import type { Letter } from '../outbox/letter.ts';
import { hushing } from './hushing.ts';
import type { NoticeReceiver } from './kinds.ts';

type Said = { subject: string; letter: Letter };

/** What mails about one thing all answer, so that a mail program shows them together: a letter that never was. */
export function mailsAbout({ settings }: Pick<House, 'settings'>, aboutId: string): string {
  return `<about.${aboutId}@${new URL(settings.publicUrl).hostname}>`;
}

/** The same beside others about its thing, and with the ways to hear less: of this kind without signing in, and of everything. */
export function withWaysOut(
  letter: Letter,
  { settings }: Pick<House, 'settings'>,
  { kind, to, aboutId }: { kind: string; to: NoticeReceiver & { account: string }; aboutId: string | null },
): Letter {
  const { language, account } = to;
  const choosing = say(language, 'mail.notices.footer', { url: `${settings.publicUrl}/account/notices` });
  return {
    ...(aboutId !== null && { inReplyTo: mailsAbout({ settings }, aboutId) }),
    ...letter,
    footer: [...(letter.footer ?? []), choosing],
    unsubscribe: hushing({ settings }, { accountId: account, kind, language }),
  };
}

/**
 * What a careful group may be told of by mail: that there is something, where others may look on. Whoever can read it on their
 * page is told no more in the mail itself; whoever cannot, has it there.
 */
export function sayingLittle(
  { to, letter }: Said & { to: { language: Language } },
  site: string,
  { isChosen }: { isChosen: boolean },
): Said {
  const subject = say(to.language, 'mail.little.subject', { site });
  const { button, unsubscribe, footer } = letter;
  const little = {
    heading: subject,
    paragraphs: [say(to.language, 'mail.little.text', { site })],
    ...(button && { button: { ...button, label: say(to.language, 'mail.little.button') } }),
    ...(footer && { footer }),
    ...(unsubscribe && { unsubscribe }),
  };
  return {
    subject,
    letter: { ...(isChosen ? little : { ...letter, preheader: subject }), senderName: site },
  };
}
