import type { Transaction } from '@groundwork/database';
import { and, eq, inArray, not, sql } from 'drizzle-orm';
import { isSuspended } from '../accounts/queries.ts';
import { accountReceiver } from '../accounts/receivers.ts';
import { accounts } from '../accounts/tables.ts';
import type { House } from '../context.ts';
import { groupForNotice, listCarriers } from '../groups/carriers.ts';
import { nameIn } from '../groups/standing.ts';
import { groups } from '../groups/tables.ts';
import { tell } from '../notices/actions.ts';
import type { DelegateNews } from './notices.ts';
import { delegates, type coalitionSteps } from './tables.ts';

type Teller = Pick<House, 'settings'>;
export type BelongingStepName = (typeof coalitionSteps.$inferSelect)['step'];
type Sides = Record<'group' | 'coalition', { id: string; name: string }>;
type Told = { step: BelongingStepName; side: keyof Sides; stepId: string; word: string };

/** Tells the stewards of the other side what was done between the two: the question, the answer, the end. */
export async function tellStep(
  tx: Transaction,
  house: Teller,
  sides: Sides,
  { step, side, stepId, word }: Told,
): Promise<void> {
  if (step === 'founded' || step === 'withdrawn') return;
  const to = side === 'group' ? 'coalition' : 'group';
  const hearers = await listCarriers(tx, sides[to].id, to === 'group' ? 'manage_group' : 'manage_members');
  const said = { stepId, word, side: to, group: sides.group.name, coalition: sides.coalition.name } as const;
  await tell(tx, house, `coalitions.${step}`, ...hearers.map((hearer) => ({ ...hearer, ...said })));
}

/** Somebody who speaks for a group, or spoke, as a notice tells of them. `on`: the last day of their term. */
const spoken = {
  accountId: delegates.accountId,
  groupId: delegates.groupId,
  /** Nothing of who is not in the group any more. */
  name: sql<string>`coalesce(${nameIn(delegates.accountId, delegates.groupId)}, '')`,
  coalition: sql<string>`(select own.name from ${groups} own where own.id = ${delegates.coalitionId})`,
  on: delegates.termEndsOn,
};

/** Tells those who speak for a group in a coalition, or spoke. `key`: which telling it is; `on`: of which day, if not of the last of their term. */
export async function tellDelegates(
  tx: Transaction,
  house: Teller,
  news: DelegateNews,
  { ids, ...said }: { ids: string[]; key: string; on?: string },
): Promise<void> {
  const hearers = await tx
    .select({ ...spoken, to: accountReceiver, about: groupForNotice })
    .from(delegates)
    .innerJoin(accounts, eq(accounts.id, delegates.accountId))
    .innerJoin(groups, eq(groups.id, delegates.groupId))
    .where(and(inArray(delegates.id, ids), not(isSuspended(accounts.id))));
  await tell(tx, house, news, ...hearers.map((hearer) => ({ ...hearer, ...said })));
}

/** Tells the stewards of a group of somebody who speaks for it, or spoke; not that one themselves. */
export async function tellNamers(
  tx: Transaction,
  house: Teller,
  news: DelegateNews,
  { id, key }: { id: string; key: string },
): Promise<void> {
  const [of] = await tx
    .select(spoken)
    .from(delegates)
    .innerJoin(groups, eq(groups.id, delegates.groupId))
    .where(eq(delegates.id, id));
  if (!of) return;
  const hearers = await listCarriers(tx, of.groupId, 'manage_group');
  const others = hearers.filter(({ to }) => to.account !== of.accountId);
  await tell(tx, house, news, ...others.map((hearer) => ({ ...of, ...hearer, key })));
}

/** Tells the new steward of a coalition that they are it. */
export async function tellSuccessor(
  tx: Transaction,
  house: Teller,
  { coalitionId, accountId, key }: { coalitionId: string; accountId: string; key: string },
): Promise<void> {
  const stewards = await listCarriers(tx, coalitionId, 'manage_group');
  const followed = stewards.filter(({ to }) => to.account === accountId);
  await tell(tx, house, 'coalitions.steward-followed', ...followed.map((one) => ({ ...one, key })));
}
