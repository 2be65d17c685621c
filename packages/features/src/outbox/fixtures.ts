import { openMailer } from '@groundwork/mail';
import { startMailbox, type Mailbox } from '@groundwork/mail/testing';
import { onTestFinished } from 'vitest';
import type { TestSite } from '../testing.ts';
import { sendDueMails } from './sending.ts';

/** A mail server for one test. */
export async function aMailbox(): Promise<Mailbox> {
  const mailbox = await startMailbox();
  onTestFinished(() => mailbox.close());
  return mailbox;
}

/** Sends there what the site promised, as its worker does. */
export async function sendTo(site: TestSite, { url }: Mailbox): Promise<void> {
  const mailer = openMailer({ smtpUrl: url, mailFrom: site.house.settings.mailFrom });
  try {
    await sendDueMails({ ...site.house, mailer });
  } finally {
    await mailer.close();
  }
}
