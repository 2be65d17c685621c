import type { Transaction } from '@groundwork/database';
import type { House } from '../../context.ts';
import { listCarriers } from '../../groups/carriers.ts';
import { tell, withdrawNotices } from '../../notices/actions.ts';

type Proposed = {
  proposalId: string;
  mostAWeek: number;
  coalition: { name: string; slug: string };
};

/** Asks the stewards of these groups whether they keep it. */
export async function tellOfBudget(
  tx: Transaction,
  house: Pick<House, 'settings'>,
  { proposalId, mostAWeek: count, coalition: { name, slug } }: Proposed,
  groupIds: string[],
): Promise<void> {
  for (const groupId of groupIds) {
    const stewards = await listCarriers(tx, groupId, 'manage_group');
    const said = { proposalId, count, coalition: { name, slug } };
    await tell(tx, house, 'coalitions.budget-proposed', ...stewards.map((one) => ({ ...one, ...said })));
  }
}

/** Takes back what was not read yet: it was decided, or another one is proposed. */
export async function withdrawProposal(
  tx: Transaction,
  proposalId: string,
  groupIds: string[],
): Promise<void> {
  for (const groupId of groupIds) {
    const stewards = await listCarriers(tx, groupId, 'manage_group');
    const keyed = stewards.map(({ to }) => ({ proposalId, to }));
    await withdrawNotices(tx, 'coalitions.budget-proposed', null, ...keyed);
  }
}
