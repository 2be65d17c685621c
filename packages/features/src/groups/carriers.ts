import type { Transaction } from '@groundwork/database';
import { and, eq, not } from 'drizzle-orm';
import { accountReceiver } from '../accounts/receivers.ts';
import { isSuspended } from '../accounts/queries.ts';
import { accounts } from '../accounts/tables.ts';
import type { House } from '../context.ts';
import { tell } from '../notices/actions.ts';
import type { GroupNews } from './notices.ts';
import type { Responsibility } from './responsibilities.ts';
import { carries, standingOf } from './standing.ts';
import { groups } from './tables.ts';

type Telling = {
  groupId: string;
  responsibility: Responsibility;
  /** The entry of the journal that is told. */
  entryId: string;
  reason?: string;
};

/** Tells a group's people who carry a responsibility: they are few. All members are told by the batch. */
export async function tellCarriers(
  tx: Transaction,
  house: Pick<House, 'settings'>,
  news: GroupNews,
  { groupId, responsibility, ...said }: Telling,
): Promise<void> {
  const carriers = await listCarriers(tx, groupId, responsibility);
  await tell(tx, house, news, ...carriers.map((carrier) => ({ ...carrier, ...said })));
}

/** Those who carry a responsibility in a group and may come in, as a notice about it reaches them. */
export function listCarriers(tx: Transaction, groupId: string, responsibility: Responsibility) {
  return tx
    .select({ to: accountReceiver, about: groupForNotice })
    .from(accounts)
    .innerJoin(...standingOf(accounts.id, groupId))
    .innerJoin(groups, eq(groups.id, groupId))
    .where(and(carries(responsibility), not(isSuspended(accounts.id))));
}

/** A group as a notice about it needs it. */
export const groupForNotice = { id: groups.id, groupId: groups.id, name: groups.name, slug: groups.slug };
