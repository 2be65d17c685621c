import { eq, sql, type SQL } from 'drizzle-orm';
import { atCommit, newId, prepared, type Database, type Transaction } from '../database.ts';
import { journal, journalUndelivered } from './tables.ts';

export { forgetEntries, type Forgetting } from './forgetting.ts';
export { redeliver } from './redelivery.ts';
export { listenToJournal, wakeRelays } from './wake.ts';

export type JournalEntry = {
  id: string;
  at: Date;
  /** `feature.deed`, such as `groups.joined`. */
  kind: string;
  groupId: string | null;
  actorId: string | null;
  subjectId: string | null;
  /** Ids, numbers and codes; never a name, an address or a text. */
  data: Record<string, unknown>;
};
export type NewEntry = Pick<JournalEntry, 'kind'> &
  Partial<Pick<JournalEntry, 'groupId' | 'actorId' | 'subjectId' | 'data'>>;

/**
 * Appends one entry in the change's own transaction: it is there, and will be delivered, if and only if that commits.
 * What nobody listens to is not delivered. Returns its id.
 */
export function record(tx: Transaction, entry: NewEntry, { isHeard = true } = {}): string {
  const { kind, groupId = null, actorId = null, subjectId = null, data = {} } = entry;
  const id = newId();
  atCommit(tx, append, { id, kind, groupId, actorId, subjectId, data: JSON.stringify(data), isHeard });
  return id;
}

type Appended = Record<'id' | 'kind' | 'data', string> &
  Record<'groupId' | 'actorId' | 'subjectId', string | null> & { isHeard: boolean };

const append = prepared(
  (_, { id, kind, groupId, actorId, subjectId, data, isHeard }: Appended) => sql`
    with ${entriesOf(sql`values (${id}::uuid, ${kind}, ${groupId}::uuid, ${actorId}::uuid, ${subjectId}::uuid, ${data}::jsonb)`, isHeard)}
    select from entries`,
);

/**
 * For a statement that records within itself: the parts of a `with` that append what `rows` gives (id, kind, group,
 * actor, subject, data) as `entries`, to be delivered if somebody listens.
 */
export function entriesOf(rows: SQL, isHeard: boolean): SQL {
  return sql`entries as (
    insert into ${journal} (id, kind, group_id, actor_id, subject_id, data) ${rows} returning id, at
  ), undelivered as (
    insert into ${journalUndelivered} (entry_id) select id from entries where ${isHeard}::boolean
  )`;
}

/**
 * Hands up to `batch` undelivered entries to `deliver`, oldest first, and returns how many they were; 0 means none are
 * left for this relay. Entries count as delivered once `deliver` has resolved; if it throws, or the process dies, they
 * are handed out again, so whoever receives them must bear one twice. Relays side by side take different entries.
 */
export async function relayOnce(
  db: Database,
  deliver: (entries: JournalEntry[]) => Promise<void>,
  batch = 500,
): Promise<number> {
  return db.transaction(async (tx) => {
    const next = tx
      .select({ id: journalUndelivered.entryId })
      .from(journalUndelivered)
      .orderBy(journalUndelivered.entryId)
      .limit(batch)
      .for('update', { skipLocked: true });
    const taken = tx.$with('taken').as(
      tx
        .delete(journalUndelivered)
        .where(sql`${journalUndelivered.entryId} in ${next}`)
        .returning(),
    );
    const { id, at, kind, groupId, actorId, subjectId, data } = journal;
    const entries = await tx
      .with(taken)
      .select({ id, at, kind, groupId, actorId, subjectId, data })
      .from(journal)
      .innerJoin(taken, eq(taken.entryId, journal.id))
      .orderBy(journal.id);
    if (entries.length > 0) await deliver(entries);
    return entries.length;
  });
}
