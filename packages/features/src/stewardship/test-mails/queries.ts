import { desc, eq } from 'drizzle-orm';
import type { Context } from '../../context.ts';
import { testMails } from './tables.ts';

/** The test mail that whoever asks wanted last, and what became of it; null when there is none. */
export async function findOwnTestMail({ db, viewer }: Context) {
  const [latest] = await db
    .select({
      askedAt: testMails.askedAt,
      finishedAt: testMails.finishedAt,
      isTaken: testMails.isTaken,
      answer: testMails.answer,
    })
    .from(testMails)
    .where(eq(testMails.accountId, viewer.id))
    .orderBy(desc(testMails.askedAt))
    .limit(1);
  return latest ?? null;
}
