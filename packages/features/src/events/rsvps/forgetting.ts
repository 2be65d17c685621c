import type { Transaction } from '@groundwork/database';
import { inArray, sql } from 'drizzle-orm';
import type { Context } from '../../context.ts';
import { note } from '../../journal.ts';
import { forgetDeeds, forgetUntied } from '../../people/ties/actions.ts';
import { people } from '../../people/tables.ts';
import type { Subject } from '../../subject.ts';
import { attendances } from '../checkin/tables.ts';
import { events, rsvps } from '../tables.ts';

/**
 * Erases answers that nobody confirmed, a day after their event, and whoever was known by that alone: anyone can type an
 * address, so they may never have heard of us. Who was seen at the door stays.
 */
export async function forgetUnconfirmedRsvps(ctx: Context, subjects: Subject[]): Promise<void> {
  while ((await ctx.change((tx) => forgetBatch(tx, subjects))) === BATCH);
}

/** Small enough that nobody waits for its locks. */
const BATCH = 1_000;

async function forgetBatch(tx: Transaction, subjects: Subject[]): Promise<number> {
  const due = await lockDue(tx);
  if (due.length === 0) return 0;
  const column = (name: 'id' | 'personId') => due.map((one) => one[name]);
  await tx.delete(rsvps).where(inArray(rsvps.id, column('id')));
  await forgetDeeds(tx, due, ['rsvped', 'cancelled']);
  const gone = await forgetUntied(tx, subjects, column('personId'));
  for (const [groupId, { length: count }] of Map.groupBy(due, (one) => one.groupId)) {
    const peopleCount = gone.filter((person) => person.groupId === groupId).length;
    note(tx, null, 'events.rsvps-forgotten', { groupId }, { count, peopleCount });
  }
  return due.length;
}

/** Holds what is due with its people. Whom somebody holds already is acting just now: they are left for next time. */
async function lockDue(tx: Transaction) {
  const due = await tx.execute<{ id: string; groupId: string; personId: string; subjectId: string }>(sql`
    select rsvp.id, rsvp.group_id as "groupId", rsvp.person_id as "personId", rsvp.event_id as "subjectId"
    from ${rsvps} rsvp join ${events} event on event.id = rsvp.event_id join ${people} person on person.id = rsvp.person_id
    where rsvp.state = 'unconfirmed' and event.ends_at < now() - interval '1 day'
      and not exists (select from ${attendances} seen where seen.rsvp_id = rsvp.id)
    limit ${BATCH} for update of rsvp, person skip locked`);
  return due.rows;
}
