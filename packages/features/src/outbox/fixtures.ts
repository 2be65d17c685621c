import { openMailer } from '@groundwork/mail';
import { startMailbox, type Mailbox } from '@groundwork/mail/testing';
import { eq, inArray, sql } from 'drizzle-orm';
import { onTestFinished } from 'vitest';
import type { TestSite } from '../testing.ts';
import { sendDueMails, type MailWatch } from './sending.ts';
import { mails } from './tables.ts';

/** A mail server for one test. */
export async function aMailbox(): Promise<Mailbox> {
  const mailbox = await startMailbox();
  onTestFinished(() => mailbox.close());
  return mailbox;
}

/** For mails that are of no mailing, or of one that nobody knows. */
export const watchNone: MailWatch = {
  recall: async () => ({ gone: new Set(), later: new Map(), passedOver: new Set() }),
  remember: async () => {},
  judge: async () => {},
  returned: async () => new Map(),
};

/** Sends there what the site promised, or the first few of it, as its worker does. */
export async function sendTo(
  site: TestSite,
  { url }: Mailbox,
  count = Infinity,
  watch = watchNone,
): Promise<void> {
  const promised = await site.db
    .select({ id: mails.id })
    .from(mails)
    .where(eq(mails.state, 'promised'))
    .orderBy(mails.id);
  const others = inArray(
    mails.id,
    promised.slice(count).map(({ id }) => id),
  );
  const { mailFrom, dkim } = site.house.settings;
  const mailer = openMailer({ smtpUrl: url, mailFrom, ...(dkim && { dkim }) });
  try {
    await site.db.update(mails).set({ dueAt: null }).where(others);
    await sendDueMails({ ...site.house, ...watch, mailer });
    await site.db
      .update(mails)
      .set({ dueAt: sql`now()` })
      .where(others);
  } finally {
    await mailer.close();
  }
}
