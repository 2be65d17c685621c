import { openMailer } from '@groundwork/mail';
import { startMailbox, type Mailbox } from '@groundwork/mail/testing';
import { onTestFinished } from 'vitest';
import type { TestSite } from '../testing.ts';
import { sendMails } from './actions.ts';

/** A mail server for one test. */
export async function aMailbox(): Promise<Mailbox> {
  const mailbox = await startMailbox();
  onTestFinished(() => mailbox.close());
  return mailbox;
}

/** Sends there what the site promised, as its worker does. */
export async function sendTo(site: TestSite, { url }: Mailbox): Promise<void> {
  const mailer = openMailer({ smtpUrl: url, mailFrom: 'hello@valley.test' });
  try {
    const promised = (await site.mails()).filter(({ state }) => state === 'promised');
    await sendMails(
      { ...site.house, mailer },
      promised.map(({ id }) => id),
    );
  } finally {
    await mailer.close();
  }
}
