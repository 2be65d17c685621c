import type { Transaction } from '@groundwork/database';
import { eq } from 'drizzle-orm';
import { accountReceiver } from '../accounts/receivers.ts';
import { accounts } from '../accounts/tables.ts';
import type { House } from '../context.ts';
import { groups } from '../groups/tables.ts';
import type { Stop } from '../mailings/content.ts';
import { tells } from '../mailings/queries.ts';
import { mailings } from '../mailings/tables.ts';
import { tell } from '../notices/actions.ts';
import { LETTER, listTexts } from './queries.ts';
import { compositions } from './tables.ts';

/** Tells whoever sent a mailing that it stopped by itself. */
export async function tellOfStop(
  house: House,
  tx: Transaction,
  { aboutId, sentBy, why }: Stop,
): Promise<void> {
  const stopped = sentBy === null ? null : await findStopped(tx, { aboutId, sentBy });
  if (stopped) await tell(tx, house, 'compositions.stopped', { ...stopped, why });
}

/** Tells whoever sent a mailing that it did not begin: by now it goes to more than somebody looked at. */
export async function tellOfHoldingBack(
  house: House,
  tx: Transaction,
  { aboutId, entryId }: { aboutId: string; entryId: string },
): Promise<void> {
  const [sent] = await tx.select({ by: mailings.createdBy }).from(mailings).where(tells(LETTER, aboutId));
  const stopped = sent?.by ? await findStopped(tx, { aboutId, sentBy: sent.by }) : null;
  if (stopped) await tell(tx, house, 'compositions.held-back', { ...stopped, entryId });
}

/** A mailing that did not go on, for whoever sent it. */
async function findStopped(tx: Transaction, { aboutId, sentBy }: { aboutId: string; sentBy: string }) {
  const [to] = await tx.select(accountReceiver).from(accounts).where(eq(accounts.id, sentBy));
  const [about] = await tx
    .select({
      id: compositions.id,
      groupId: groups.id,
      groupName: groups.name,
      slug: groups.slug,
      ladderId: compositions.ladderId,
    })
    .from(compositions)
    .innerJoin(groups, eq(groups.id, compositions.groupId))
    .where(eq(compositions.id, aboutId));
  if (!to || !about) return null;
  const [text] = await listTexts({ db: tx }, aboutId);
  return { to, about: { ...about, subject: text?.subject ?? '' } };
}
