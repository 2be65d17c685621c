import type { Transaction } from '@groundwork/database';
import { and, eq, sql } from 'drizzle-orm';
import { people } from '../../people/tables.ts';
import { isLeftBy } from '../conditions.ts';
import { scopeFor } from '../queries.ts';
import { seesRolesNow } from '../role-lines.ts';
import { deedPeople, peopleDeeds } from './tables.ts';

/** Writes down whom a deed is done to, once: whoever its lines leave now. The caller holds the deed's row. */
export async function gather(tx: Transaction, deed: typeof peopleDeeds.$inferSelect): Promise<number> {
  const { id, groupId, lines, isGathered, totalCount } = deed;
  if (isGathered || !lines) return totalCount;
  const seesRoles = await seesRolesNow(tx, groupId, deed.askedBy);
  const left = isLeftBy(lines, await scopeFor({ db: tx }, { ...deed, seesRoles }, lines));
  const whom = and(eq(people.groupId, groupId), left);
  const { rowCount } = await tx.execute(sql`
    insert into ${deedPeople} (deed_id, person_id) select ${id}::uuid, ${people.id} from ${people} where ${whom}`);
  const count = rowCount ?? 0;
  await tx.update(peopleDeeds).set({ isGathered: true, totalCount: count }).where(eq(peopleDeeds.id, id));
  return count;
}

/** The deed, held until the caller's transaction ends; undefined when it is not in this state. */
export async function holdDeed(
  tx: Transaction,
  deedId: string,
  state: (typeof peopleDeeds.$inferSelect)['state'],
) {
  const [deed] = await tx
    .select()
    .from(peopleDeeds)
    .where(and(eq(peopleDeeds.id, deedId), eq(peopleDeeds.state, state)))
    .for('update');
  return deed;
}
