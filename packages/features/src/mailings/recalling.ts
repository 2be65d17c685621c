import { prepared, type Transaction } from '@groundwork/database';
import { eq, sql } from 'drizzle-orm';
import type { House } from '../context.ts';
import type { Recall, Recalled, WaitingMail } from '../outbox/sending.ts';
import { people } from '../people/tables.ts';
import { halt } from './actions.ts';
import { findAmong } from './queries.ts';
import { kindOf, readSilence, underway, type MailingRegistry } from './reading.ts';
import { mailings } from './tables.ts';

/** What the outbox asks before each sending. */
export function recallBy(known: MailingRegistry): Recall {
  return (house, tx, waiting) => findRecalled(house, tx, known, waiting);
}

/**
 * Which of these mails, about to be sent, are not to leave now: between a promise and its sending lie minutes, and
 * up to days when a mail server is away. Someone said no, withdrew or was erased; the mailing was stopped; what it tells
 * is no longer true. What may not be told now, though later again, stops its mailing; and where night has fallen meanwhile a
 * mail waits on.
 */
async function findRecalled(
  house: House,
  tx: Transaction,
  known: MailingRegistry,
  waiting: WaitingMail[],
): Promise<Recalled> {
  const recalled: Recalled = { gone: new Set(), later: new Map(), passedOver: new Set() };
  for (const [mailingId, mails] of Map.groupBy(waiting, (mail) => mail.mailingId)) {
    const { receivers, passedOver } =
      mailingId === null
        ? { receivers: await findPeople(tx, mails), passedOver: null }
        : await stillMailed(house, tx, known, { mailingId, mails });
    for (const { id, personId } of mails) {
      if (passedOver?.has(personId)) recalled.passedOver.add(id);
      const dueAt = receivers.get(personId);
      if (dueAt === undefined) recalled.gone.add(id);
      else if (dueAt !== null) recalled.later.set(id, dueAt);
    }
  }
  return recalled;
}

/** Whom a mail may go to, each with the moment before which it does not leave, if that is still to come. */
type Receivers = Map<string, string | null>;

/** Who of these is not erased. */
async function findPeople(tx: Transaction, mails: WaitingMail[]): Promise<Receivers> {
  const found = await findKnown(tx, { ids: mails.map(({ personId }) => personId) });
  return new Map(found.map(({ id }) => [id, null]));
}

const findKnown = prepared((db, { ids }: { ids: string[] }) =>
  db
    .select({ id: people.id })
    .from(people)
    .where(sql`${people.id} = any(${ids})`),
);

type Part = { mailingId: string; mails: WaitingMail[] };

async function stillMailed(
  house: House,
  tx: Transaction,
  known: MailingRegistry,
  part: Part,
): Promise<{ receivers: Receivers; passedOver: Set<string> | null }> {
  const nobody = { receivers: new Map(), passedOver: null };
  const [mailing] = await findMailing(tx, { mailingId: part.mailingId });
  if (mailing?.state !== 'sending') return nobody;
  const { silence, audience } = await readSilence(house, tx, known, mailing);
  if (silence === 'hidden') await haltIfUnderway(tx, part.mailingId);
  if (silence !== null) return nobody;
  const personIds = part.mails.map(({ personId }) => personId);
  const receivers = await findAmong(tx, audience, mailing.audience, personIds);
  const { findPassedOver } = kindOf(known, mailing);
  if (!mailing.isBudgeted || !findPassedOver) return { receivers, passedOver: null };
  return { receivers, passedOver: await findPassedOver(tx, mailing.aboutId, personIds) };
}

const findMailing = prepared((db, { mailingId }: { mailingId: string }) =>
  db.select(underway).from(mailings).where(eq(mailings.id, mailingId)),
);

async function haltIfUnderway(tx: Transaction, mailingId: string) {
  const [mailing] = await tx.select(underway).from(mailings).where(eq(mailings.id, mailingId)).for('update');
  if (mailing?.state === 'sending') await halt(tx, null, mailing);
}
