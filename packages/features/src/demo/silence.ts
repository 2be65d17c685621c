import { notInArray, sql } from 'drizzle-orm';
import type { House } from '../context.ts';
import { mails } from '../outbox/tables.ts';

/** Takes back the mail that a demonstration promised to people who do not exist; a few stay, for the Outbox to show. */
export async function withdrawMail({ db }: House): Promise<void> {
  const shown = db
    .select({ id: mails.id })
    .from(mails)
    .orderBy(sql`${mails.promisedAt} desc`)
    .limit(6);
  await db.delete(mails).where(notInArray(mails.id, shown));
}
