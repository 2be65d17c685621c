import { newId, type Transaction } from '@groundwork/database';
import type { WrittenMail } from '@groundwork/inbox';
import { and, desc, eq, gt, sql } from 'drizzle-orm';
import { createHash } from 'node:crypto';
import { asStored } from '../addresses.ts';
import { contextFor, type House } from '../context.ts';
import { note } from '../journal.ts';
import { trySpend, type Limit } from '../limits/limits.ts';
import { noteHistory } from '../people/actions.ts';
import { personMerges } from '../people/merging/tables.ts';
import { contactPoints, people } from '../people/tables.ts';
import { tidyLine } from '../texts.ts';
import { ownWords } from './bodies.ts';
import { exchangeLetters, exchanges } from './tables.ts';
import { plainSubject, threadOf } from './threads.ts';

/** Whoever holds a letter can write to where its answers go: so many a day for each person are read. */
const ANSWERS: Limit = { name: 'exchanges.arrive', count: 20, minutes: 24 * 60 };
/** After so long a letter under the same words begins another matter. */
const GOES_ON_MONTHS = 6;
const MOST_FILES = 10;

/**
 * Keeps what somebody answered to a group's mail; the same letter twice is one. `false`: that person is not there any
 * more, or they, or somebody with a letter to them, wrote too many today.
 */
export async function takeAnswer(house: House, personId: string, letter: WrittenMail): Promise<boolean> {
  const id = await findPersonNow(house, personId);
  if (id === null || (await trySpend(house, { limit: ANSWERS, key: id })) !== null) return false;
  return contextFor(house).change(async (tx) => {
    const person = await lockPerson(tx, id);
    if (!person) return false;
    await keepLetter(tx, house, person, letter);
    return true;
  });
}

/** Of two records that were made one, the one that stayed. */
async function findPersonNow({ db }: Pick<House, 'db'>, personId: string): Promise<string | null> {
  const { rows } = await db.execute<{ id: string }>(sql`
    with recursive led as (
      select ${personId}::uuid as id, 0 as steps
      union all
      select ${personMerges.intoId}, steps + 1 from led join ${personMerges} on ${personMerges.goneId} = led.id
      where steps < 20
    )
    select led.id from led join ${people} on ${people.id} = led.id limit 1`);
  return rows[0]?.id ?? null;
}

type Person = { id: string; groupId: string; email: string | null };

/** Two letters of one person at once come one after the other. */
async function lockPerson(tx: Transaction, personId: string): Promise<Person | undefined> {
  const [person] = await tx
    .select({ id: people.id, groupId: people.groupId, email: people.email })
    .from(people)
    .where(eq(people.id, personId))
    .for('no key update');
  return person;
}

async function keepLetter(tx: Transaction, { settings }: House, person: Person, letter: WrittenMail) {
  const subject = plainSubject(letter.subject);
  const body = ownWords(letter.text, settings.publicUrl);
  const exchangeId = await findOrBegin(tx, person, subject);
  const kept = await tx
    .insert(exchangeLetters)
    .values({
      ...{ id: newId(), exchangeId, isFromPerson: true },
      fromAddress: await otherAddress(tx, person, letter.from),
      body: body === '' ? '…' : body,
      leftOut: letter.fileNames
        .slice(0, MOST_FILES)
        .map((name) => [...tidyLine(name)].slice(0, 100).join('')),
      messageId: nameOf(letter),
    })
    .onConflictDoNothing();
  if (!kept.rowCount) return;
  const { id: personId, groupId } = person;
  await tx
    .update(exchanges)
    .set({ lastAt: sql`now()`, waitsSince: sql`coalesce(${exchanges.waitsSince}, now())` })
    .where(eq(exchanges.id, exchangeId));
  await tx
    .update(people)
    .set({ lastSeenAt: sql`now()` })
    .where(eq(people.id, personId));
  noteHistory(tx, { personId, groupId, kind: 'answered-mail', label: subject });
  note(tx, null, 'exchanges.arrived', { id: exchangeId, groupId });
}

async function findOrBegin(tx: Transaction, { id: personId, groupId }: Person, subject: string) {
  const thread = threadOf(subject);
  const [known] = await tx
    .select({ id: exchanges.id })
    .from(exchanges)
    .where(
      and(
        eq(exchanges.personId, personId),
        eq(exchanges.thread, thread),
        gt(exchanges.lastAt, sql`now() - make_interval(months => ${GOES_ON_MONTHS})`),
      ),
    )
    .orderBy(desc(exchanges.lastAt))
    .limit(1);
  if (known) return known.id;
  const id = newId();
  await tx.insert(exchanges).values({ id, groupId, personId, subject, thread, waitsSince: sql`now()` });
  return id;
}

/** The address that a letter says it is from, where the group does not know the person by it. */
async function otherAddress(tx: Transaction, { id, email }: Person, from: string): Promise<string | null> {
  const address = asStored(tidyLine(from));
  if (address === '' || address === email) return null;
  const further = await tx
    .select({ id: contactPoints.id })
    .from(contactPoints)
    .where(and(eq(contactPoints.personId, id), eq(contactPoints.value, address)));
  return further.length > 0 ? null : address.slice(0, 254);
}

/** A mail without a name of its own, or with one that is no name (RFC 5322, 3.6.4), has one by what it says. */
function nameOf({ messageId, from, subject, text }: WrittenMail): string {
  if (/^<[!-;=?-~]{3,250}>$/.test(messageId)) return messageId;
  return `sha256:${createHash('sha256')
    .update(JSON.stringify([from, subject, text]))
    .digest('base64url')}`;
}
