import type { Transaction } from '@groundwork/database';
import { eq } from 'drizzle-orm';
import { accountReceiver } from '../accounts/receivers.ts';
import { accounts } from '../accounts/tables.ts';
import type { House } from '../context.ts';
import { groups } from '../groups/tables.ts';
import { tell } from '../notices/actions.ts';
import type { Stop } from '../mailings/content.ts';
import { listTexts } from './queries.ts';
import { compositions } from './tables.ts';

/** Tells whoever sent a mailing that it stopped by itself. */
export async function tellOfStop(
  house: House,
  tx: Transaction,
  { aboutId, sentBy, why }: Stop,
): Promise<void> {
  if (sentBy === null) return;
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
  if (!to || !about) return;
  const [text] = await listTexts({ db: tx }, aboutId);
  await tell(tx, house, 'compositions.stopped', {
    to,
    why,
    about: { ...about, subject: text?.subject ?? '' },
  });
}
