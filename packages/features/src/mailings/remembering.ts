import { atCommit, newId, prepared, type Transaction } from '@groundwork/database';
import { sql } from 'drizzle-orm';
import type { EndedMail } from '../outbox/fates.ts';
import { people, personHistory } from '../people/tables.ts';
import { mailings } from './tables.ts';

/** Writes into the history of people which mails they were sent, and which they did not get. */
export async function rememberMails(tx: Transaction, ended: EndedMail[]): Promise<void> {
  if (ended.length === 0) return;
  atCommit(tx, insertLines, {
    ids: ended.map(() => newId()),
    personIds: ended.map(({ personId }) => personId),
    mailingIds: ended.map(({ mailingId }) => mailingId),
    subjects: ended.map(({ subject }) => subject),
    kinds: ended.map(({ isSent }) => (isSent ? 'mailed' : 'mail-refused')),
  });
  const gone = ended.flatMap(({ personId, isAddressGone }) => (isAddressGone ? [personId] : []));
  if (gone.length > 0) await markRefused(tx, gone);
}

/** Their address is mailed no more before it is another one. Whoever is held at this moment is found out the next time. */
async function markRefused(tx: Transaction, personIds: string[]) {
  await tx.execute(sql`update ${people} set mail_refused_at = now() where id in (
    select id from ${people} where id = any(${sql.param(personIds)}::uuid[]) for no key update skip locked)`);
}

type Lines = Record<'ids' | 'personIds' | 'mailingIds' | 'subjects' | 'kinds', string[]>;

/**
 * Whoever is erased, or made one with another record, at this very moment is passed by: to wait for their row would be to
 * wait for who waits for these mails, and a mail that is sent cannot be sent again.
 */
const insertLines = prepared(
  (_, { ids, personIds, mailingIds, subjects, kinds }: Lines) => sql`
    insert into ${personHistory} (id, group_id, person_id, kind, subject_id, label, is_budgeted)
    select line.id, person.group_id, person.id, line.kind, mailing.about_id, line.subject,
      mailing.is_budgeted and line.kind = 'mailed'
    from unnest(${ids}::uuid[], ${personIds}::uuid[], ${mailingIds}::uuid[], ${subjects}::text[], ${kinds}::text[])
      as line(id, person_id, mailing_id, subject, kind)
    join ${people} person on person.id = line.person_id
    join ${mailings} mailing on mailing.id = line.mailing_id and mailing.group_id = person.group_id
    for key share of person skip locked`,
);
