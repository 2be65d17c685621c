import type { Transaction } from '@groundwork/database';
import { and, eq, not, sql } from 'drizzle-orm';
import { isSuspended } from '../accounts/queries.ts';
import { accountReceiver } from '../accounts/receivers.ts';
import { accounts } from '../accounts/tables.ts';
import type { House } from '../context.ts';
import { groupForNotice, listCarriers } from '../groups/carriers.ts';
import { nameIn } from '../groups/standing.ts';
import { groups } from '../groups/tables.ts';
import { tell } from '../notices/actions.ts';
import type { DelegateNews } from './notices.ts';
import type { coalitionSteps } from './tables.ts';

export type BelongingStepName = (typeof coalitionSteps.$inferSelect)['step'];
type Side = 'group' | 'coalition';
type Named = { id: string; slug: string; name: string };
type Sides = Record<Side, Named>;

/** Whose stewards hear of a step; null: nobody. Who asked hears the answer, whoever is asked the question. */
function hearersOf(step: BelongingStepName, side: Side): Side | null {
  if (step === 'founded' || step === 'withdrawn') return null;
  return side === 'group' ? 'coalition' : 'group';
}

type Told = { step: BelongingStepName; side: Side; stepId: string; word: string };

/** Tells the stewards of the other side what was done between the two. */
export async function tellStep(
  tx: Transaction,
  house: Pick<House, 'settings'>,
  sides: Sides,
  { step, side, stepId, word }: Told,
): Promise<void> {
  const to = hearersOf(step, side);
  if (to === null || step === 'founded' || step === 'withdrawn') return;
  const responsibility = to === 'group' ? 'manage_group' : 'manage_members';
  const hearers = await listCarriers(tx, sides[to].id, responsibility);
  const said = { stepId, word, side: to, group: sides.group.name, coalition: sides.coalition.name };
  await tell(tx, house, `coalitions.${step}`, ...hearers.map((hearer) => ({ ...hearer, ...said })));
}

type Spoken = { groupId: string; accountId: string; coalition: string };

/** Tells who spoke, or speaks, for a group in a coalition. `on`: the day it speaks of; `key`: which telling it is. */
export async function tellDelegate(
  tx: Transaction,
  house: Pick<House, 'settings'>,
  news: DelegateNews,
  { groupId, accountId, coalition, ...said }: Spoken & { key: string; on: string },
): Promise<void> {
  const hearers = await tx
    .select({ to: accountReceiver, about: groupForNotice, name: nameShown(accountId, groupId) })
    .from(accounts)
    .innerJoin(groups, eq(groups.id, groupId))
    .where(and(eq(accounts.id, accountId), not(isSuspended(accounts.id))));
  await tell(tx, house, news, ...hearers.map((hearer) => ({ ...hearer, coalition, ...said })));
}

/** Tells the new steward of a coalition that they are it. */
export async function tellSuccessor(
  tx: Transaction,
  house: Pick<House, 'settings'>,
  { coalitionId, accountId, key }: { coalitionId: string; accountId: string; key: string },
): Promise<void> {
  const hearers = (await listCarriers(tx, coalitionId, 'manage_group')).filter(
    ({ to }) => to.account === accountId,
  );
  await tell(tx, house, 'coalitions.steward-followed', ...hearers.map((hearer) => ({ ...hearer, key })));
}

/** Tells the stewards of a group of somebody who spoke, or speaks, for it; not whoever `but` is. */
export async function tellNamers(
  tx: Transaction,
  house: Pick<House, 'settings'>,
  news: DelegateNews,
  { groupId, accountId, but, coalition, ...said }: Spoken & { but?: string; key: string; on: string },
): Promise<void> {
  const hearers = await listCarriers(tx, groupId, 'manage_group');
  const [spoken] = await tx
    .select({ name: nameShown(accountId, groupId) })
    .from(groups)
    .where(eq(groups.id, groupId));
  const told = hearers
    .filter(({ to }) => to.account !== but)
    .map((hearer) => ({ ...hearer, name: spoken?.name ?? '', coalition, ...said }));
  await tell(tx, house, news, ...told);
}

/** Nothing of who is not in the group any more. */
function nameShown(accountId: string, groupId: string) {
  return sql<string>`coalesce(${nameIn(sql`${accountId}::uuid`, sql`${groupId}::uuid`)}, '')`;
}
