import type { Transaction } from '@groundwork/database';
import { and, eq } from 'drizzle-orm';
import { contactBudgetYeses } from '../../groups/budgets/tables.ts';

type Kept = { coalitionId: string; groupId: string };

/** Ends what a group keeps of a coalition's budget. Answers whether it kept any. */
export async function dropYes(tx: Transaction, { coalitionId, groupId }: Kept): Promise<boolean> {
  const { rowCount } = await tx
    .delete(contactBudgetYeses)
    .where(and(eq(contactBudgetYeses.coalitionId, coalitionId), eq(contactBudgetYeses.groupId, groupId)));
  return (rowCount ?? 0) > 0;
}
