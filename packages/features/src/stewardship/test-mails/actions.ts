import { newId } from '@groundwork/database';
import { layoutMail, tryMail } from '@groundwork/mail';
import { direction, say, type Language } from '@groundwork/words';
import { and, eq, isNull, lt, sql } from 'drizzle-orm';
import { accounts } from '../../accounts/tables.ts';
import type { Context, House } from '../../context.ts';
import { Conflict } from '../../errors.ts';
import { note } from '../../journal.ts';
import { spend } from '../../limits/limits.ts';
import { heldAbout } from '../../outbox/composing.ts';
import { findSite } from '../../site/queries.ts';
import { testMails } from './tables.ts';

const HOURLY = { name: 'stewardship.test-mails', count: 6, minutes: 60 };

/** Asks for a mail to the viewer's own address; the worker sends it, by the way that all mail goes. Throws Conflict, TooMany. */
export async function askForTestMail(ctx: Context): Promise<void> {
  if (!ctx.settings.sendsMail) throw new Conflict('stewardship.no-mail-server');
  await ctx.change(async (tx) => {
    await spend(ctx, { limit: HOURLY, key: ctx.viewer.id }, tx);
    const id = newId();
    await tx.insert(testMails).values({ id, accountId: ctx.viewer.id });
    note(tx, ctx, 'stewardship.test-mail-asked', id);
  });
}

/** Sends it, and keeps what the mail server said. Once it has said something, doing it again does nothing. */
export async function sendTestMail(house: House, id: string | null): Promise<void> {
  if (id === null) return;
  const isWaiting = and(eq(testMails.id, id), isNull(testMails.finishedAt));
  const [asked] = await house.db
    .select({ email: accounts.email, language: accounts.language })
    .from(testMails)
    .innerJoin(accounts, eq(accounts.id, testMails.accountId))
    .where(isWaiting);
  if (!asked) return;
  const outcome = await tryOut(house, { id, to: asked.email, language: asked.language });
  await house.db
    .update(testMails)
    .set({ ...outcome, finishedAt: sql`now()` })
    .where(isWaiting);
}

/** Forgets those of yesterday: what a mail server says often holds an address. */
export async function forgetTestMails({ db }: Context): Promise<void> {
  await db.delete(testMails).where(lt(testMails.askedAt, sql`now() - interval '1 day'`));
}

type Wanted = { id: string; to: string; language: Language };
async function tryOut(house: House, { id, to, language }: Wanted) {
  const { smtpUrl, publicUrl } = house.settings;
  // The api had one and this process has none: they were started with different settings.
  if (!smtpUrl) return { isTaken: false, answer: 'SMTP_URL is not set where the worker runs.' };
  const { name: site } = await findSite(house);
  const heading = say(language, 'mail.test.heading');
  const laidOut = layoutMail({
    ...{ language, direction: direction(language), siteName: site, heading },
    paragraphs: [say(language, 'mail.test.text', { site })],
    footer: [say(language, 'mail.footer', { site })],
    held: heldAbout(house.settings, language, 'mail.footer.held.site'),
  });
  const messageId = `<${id}@${new URL(publicUrl).hostname}>`;
  const subject = say(language, 'mail.test.subject', { site });
  return tryMail({ ...house.settings, smtpUrl }, { messageId, to, subject, language, ...laidOut });
}
