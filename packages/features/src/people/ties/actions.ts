import type { Transaction } from '@groundwork/database';
import { sql } from 'drizzle-orm';
import type { Subject } from '../../subject.ts';
import type { HistoryKind } from '../actions.ts';
import { importedPeople } from '../imports/tables.ts';
import { isOfMail } from '../mailed.ts';
import { consents, contactPoints, people, personAddresses, personHistory } from '../tables.ts';
import { isTied } from './queries.ts';

export type PersonDeed = { personId: string; subjectId: string };

/** Takes deeds that are no longer held out of the history of who did them. */
export async function forgetDeeds(tx: Transaction, deeds: PersonDeed[], kinds: HistoryKind[]): Promise<void> {
  const column = (name: keyof PersonDeed) => sql.param(deeds.map((deed) => deed[name]));
  await tx.execute(sql`
    delete from ${personHistory} line
    using unnest(${column('personId')}::uuid[], ${column('subjectId')}::uuid[]) as deed(person_id, subject_id)
    where line.person_id = deed.person_id and line.subject_id = deed.subject_id
      and line.kind = any(${sql.param(kinds)}::text[])`);
}

/**
 * Erases those of these people whom nothing ties to their group any more: they did, joined and agreed to nothing, came
 * in no list, and nobody tagged them. The caller holds their rows, so that nobody acts meanwhile. Returns the group of each
 * who is gone.
 */
export async function forgetUntied(
  tx: Transaction,
  subjects: Subject[],
  personIds: string[],
): Promise<{ groupId: string }[]> {
  const gone = await tx.execute<{ groupId: string }>(sql`
    delete from ${people} where id = any(${sql.param(personIds)}::uuid[])
      and account_id is null and phone is null and tags = '{}'
      and not ${isTied(subjects)}
      and not exists (select from ${personHistory} where person_id = people.id and not ${isOfMail(sql`kind`)})
      and not exists (select from ${consents} where person_id = people.id)
      and not exists (select from ${importedPeople} where person_id = people.id)
      and not do_not_contact
      and not exists (select from ${contactPoints} where person_id = people.id)
      and not exists (select from ${personAddresses} where person_id = people.id)
    returning group_id as "groupId"`);
  return gone.rows;
}
