import { prepared, type Transaction } from '@groundwork/database';
import { eq, sql } from 'drizzle-orm';
import type { House } from '../context.ts';
import type { Recall, WaitingMail } from '../outbox/sending.ts';
import { people } from '../people/tables.ts';
import { halt } from './actions.ts';
import { findAmong } from './queries.ts';
import { readSilence, underway, type MailingRegistry } from './reading.ts';
import { mailings } from './tables.ts';

/** What the outbox asks before each sending. */
export function recallBy(known: MailingRegistry): Recall {
  return (house, tx, waiting) => findRecalled(house, tx, known, waiting);
}

/**
 * Which of these mails, about to be sent, nobody is to have any more: between a promise and its sending lie minutes, and
 * up to days when a mail server is away. Someone said no, withdrew or was erased; the mailing was stopped; what it tells
 * is no longer true. What may not be told now, though later again, stops its mailing.
 */
async function findRecalled(
  house: House,
  tx: Transaction,
  known: MailingRegistry,
  waiting: WaitingMail[],
): Promise<Set<string>> {
  const recalled = new Set<string>();
  for (const [mailingId, mails] of Map.groupBy(waiting, (mail) => mail.mailingId)) {
    const receivers =
      mailingId === null
        ? await findPeople(tx, mails)
        : await stillMailed(house, tx, known, { mailingId, mails });
    for (const { id, personId } of mails) if (!receivers.has(personId)) recalled.add(id);
  }
  return recalled;
}

/** Who of these is not erased. */
async function findPeople(tx: Transaction, mails: WaitingMail[]) {
  const found = await findKnown(tx, { ids: mails.map(({ personId }) => personId) });
  return new Set(found.map(({ id }) => id));
}

const findKnown = prepared((db, { ids }: { ids: string[] }) =>
  db
    .select({ id: people.id })
    .from(people)
    .where(sql`${people.id} = any(${ids})`),
);

type Part = { mailingId: string; mails: WaitingMail[] };

async function stillMailed(house: House, tx: Transaction, known: MailingRegistry, part: Part) {
  const nobody = new Set<string>();
  const [mailing] = await findMailing(tx, { mailingId: part.mailingId });
  if (mailing?.state !== 'sending') return nobody;
  const { silence, audience } = await readSilence(house, tx, known, mailing);
  if (silence === 'hidden') await haltIfUnderway(tx, part.mailingId);
  if (silence !== null) return nobody;
  return findAmong(
    tx,
    audience,
    mailing.audience,
    part.mails.map(({ personId }) => personId),
  );
}

const findMailing = prepared((db, { mailingId }: { mailingId: string }) =>
  db.select(underway).from(mailings).where(eq(mailings.id, mailingId)),
);

async function haltIfUnderway(tx: Transaction, mailingId: string) {
  const [mailing] = await tx.select(underway).from(mailings).where(eq(mailings.id, mailingId)).for('update');
  if (mailing?.state === 'sending') await halt(tx, null, mailing);
}
