import type { Transaction } from '@groundwork/database';
import { and, eq, sql, type SQL } from 'drizzle-orm';
import { accounts } from '../accounts/tables.ts';
import { groups } from '../groups/tables.ts';
import { defineAudience } from '../mailings/audience.ts';
import { people } from '../people/tables.ts';
import { mayBeReached } from '../people/ways.ts';
import { note } from '../journal.ts';
import { isLookedAt, saidIn } from './looks.ts';
import { findRulesInForce, listTexts } from './queries.ts';
import { fateOf, isChosen } from './reach.ts';
import { compositionReceivers, compositions } from './tables.ts';
import { hadThisMonth, wantOthers } from './wanting.ts';

/**
 * Those who were written down to get one, and may still be mailed: a no is heard until the mail is at the mail server, and
 * nobody joins them.
 */
export const receivers = defineAudience(
  'compositions.receivers',
  (db, { compositionId }: { compositionId: string }) =>
    db
      .select({
        personId: compositionReceivers.personId,
        email: people.email,
        language: people.language,
        variant: sql`''`.as('variant'),
        own: sql`${people.name}`.as('own'),
        dueAt: readersMoment.as('due_at'),
      })
      .from(compositionReceivers)
      .innerJoin(compositions, eq(compositions.id, compositionReceivers.compositionId))
      .innerJoin(groups, eq(groups.id, compositions.groupId))
      .innerJoin(people, eq(people.id, compositionReceivers.personId))
      .leftJoin(accounts, eq(accounts.id, people.accountId))
      .where(
        and(
          eq(compositionReceivers.compositionId, compositionId),
          sql`case ${compositions.purpose} when 'membership' then ${mayBeReached('email', 'membership')}
            else ${mayBeReached('email')} and not ${isOf(wantOthers(compositions))}
              and not ${isOf(hadThisMonth(compositions, { isBegun: true }))} end`,
        ),
      ),
);

function isOf(ids: SQL): SQL {
  return sql`exists (${ids} and said.person_id = ${people.id})`;
}

/** The hour that was said, where they live; as far as that is not known, where their group is. */
const readersMoment = sql`case when ${compositions.readersHour} is not null then
  ${compositions.readersHour}::timestamp at time zone coalesce(${accounts.timeZone}, ${groups.timeZone}) end`;

/**
 * Writes down who is to get one, once: whom its lines leave now, without those who are left out. False: by now they are more
 * than somebody looked at, and it is held back.
 */
export async function writeReceivers(tx: Transaction, compositionId: string): Promise<boolean> {
  const isIt = eq(compositions.id, compositionId);
  const [composition] = await tx.select().from(compositions).where(isIt);
  if (!composition) return false;
  const { groupId, lookedAt } = composition;
  const { mostAWeek, lookAbove } = await findRulesInForce({ db: tx }, groupId);
  const chosen = and(eq(people.groupId, groupId), await isChosen(tx, composition));
  // A set that outgrows its room is read through for each person.
  await tx.execute(sql`set local work_mem = '64MB'`);
  const written = await tx.execute(sql`
    insert into ${compositionReceivers} (composition_id, group_id, person_id)
    select ${compositionId}::uuid, ${groupId}::uuid, ${people.id} from ${people}
    where ${chosen} and ${fateOf({ ...composition, mostAWeek })} is null on conflict do nothing`);
  const texts = await listTexts({ db: tx }, compositionId);
  const isLookGiven = lookedAt === saidIn({ ...composition, texts });
  if (isLookedAt({ ...composition, lookAbove, isLookGiven }, written.rowCount ?? 0)) return true;
  await tx.delete(compositionReceivers).where(eq(compositionReceivers.compositionId, compositionId));
  await tx
    .update(compositions)
    .set({ heldBackAt: sql`now()` })
    .where(isIt);
  note(tx, null, 'compositions.held-back', { groupId, id: compositionId });
  return false;
}
