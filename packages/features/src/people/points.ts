import type { Queryable, Transaction } from '@groundwork/database';
import { and, asc, eq, isNull, sql, type SQL } from 'drizzle-orm';
import { alias, type AnyPgColumn } from 'drizzle-orm/pg-core';
import { addressOf, asStored } from '../addresses.ts';
import type { House } from '../context.ts';
import { releaseMailTo } from '../outbox/ledger.ts';
import { reopenMailbox } from '../outbox/shut-mailboxes.ts';
import { isMailedTo } from '../site/tokens.ts';
import { shownPhone } from './phones.ts';
import { contactPoints, people } from './tables.ts';

/** The first email of the person of a group who has this address as a further one; null for everyone else's. */
export function firstEmailBy(groupId: string, email: unknown): SQL<string | null> {
  return sql`(select owner.email from ${contactPoints} point join ${people} owner on owner.id = point.person_id
    where point.group_id = ${groupId} and point.kind = 'email' and point.value = ${email})`;
}

/** The person of a group who has this address, as a further one or as their first. */
export function personBy(groupId: string | AnyPgColumn, email: unknown): SQL<string | null> {
  return sql`coalesce(
    (select point.person_id from ${contactPoints} point
      where point.group_id = ${groupId} and point.kind = 'email' and point.value = ${email}),
    (select owner.id from ${people} owner where owner.group_id = ${groupId} and owner.email = ${email}))`;
}

/** Keeps that somebody reads the mail at a further address of theirs: an account that has it came by it. */
export async function provePoint(
  tx: Transaction,
  { personId, email }: { personId: string; email: string | null },
): Promise<void> {
  if (email === null) return;
  const isIt = and(eq(contactPoints.kind, 'email'), eq(contactPoints.value, asStored(email)));
  await tx
    .update(contactPoints)
    .set({ provenAt: sql`now()` })
    .where(and(eq(contactPoints.personId, personId), isIt, isNull(contactPoints.provenAt)));
}

/**
 * Whoever follows a link that was mailed to one of a person's addresses reads the mail there: what waited for that proof goes out, the
 * mailbox is open again, and a further address of theirs is proven. Answers it; null where the link is marked for none of them, as
 * of a link that leaves its mark behind. `first` is theirs, to which most are mailed: then nothing is looked up.
 */
export async function provePressed(
  tx: Transaction,
  { settings }: Pick<House, 'settings'>,
  { personId, sealed, first }: { personId: string; sealed: string; first: string | null },
): Promise<string | null> {
  const isFor = (email: string) => isMailedTo(settings.secret, sealed, email);
  const pressed = first !== null && isFor(first) ? first : await findPressed(tx, personId, isFor);
  if (pressed === null) return null;
  await releaseMailTo(tx, pressed);
  reopenMailbox(tx, { settings }, pressed);
  if (pressed !== first) await provePoint(tx, { personId, email: pressed });
  return pressed;
}

async function findPressed(tx: Transaction, personId: string, isFor: (email: string) => boolean) {
  const further = await listFurther(tx, personId);
  return further.find(({ kind, value }) => kind === 'email' && isFor(value))?.value ?? null;
}

/** Of these addresses of a group, those that are further ones, each with the first email of whose it is. */
export async function findFirstEmails(
  db: Queryable,
  groupId: string,
  addresses: string[],
): Promise<Map<string, string>> {
  if (addresses.length === 0) return new Map();
  const isAsked = sql`${contactPoints.value} = any(${sql.param(addresses)}::text[])`;
  const found = await db
    .select({ value: contactPoints.value, first: sql<string>`${people.email}` })
    .from(contactPoints)
    .innerJoin(people, eq(people.id, contactPoints.personId))
    .where(and(eq(contactPoints.groupId, groupId), eq(contactPoints.kind, 'email'), isAsked));
  return new Map(found.map(({ value, first }) => [value, first]));
}

/** What a search looks for: whoever is sought by a further address of theirs is found by their first one. */
export async function soughtAs(db: Queryable, groupId: string, search: string): Promise<string> {
  const address = addressOf(search);
  const firsts = address ? await findFirstEmails(db, groupId, [address]) : undefined;
  return firsts?.get(address ?? '') ?? search;
}

/** The further emails and phones of a person, in the order in which they came. */
async function listFurther(db: Queryable, personId: string) {
  const further = alias(contactPoints, 'further');
  return db
    .select({ kind: further.kind, value: further.value, provenAt: further.provenAt })
    .from(further)
    .where(eq(further.personId, personId))
    .orderBy(asc(further.addedAt), asc(further.id));
}

/** The same as the person themself reads them. */
export async function listFurtherShown(db: Queryable, personId: string): Promise<string[]> {
  const further = await listFurther(db, personId);
  return further.map(({ kind, value }) => (kind === 'phone' ? shownPhone(value, null) : value));
}

/** Every address of a person, the first one first. */
export async function listEmails(tx: Transaction, personId: string): Promise<string[]> {
  const [person] = await tx.select({ email: people.email }).from(people).where(eq(people.id, personId));
  const further = await listFurther(tx, personId);
  const others = further.filter(({ kind }) => kind === 'email').map(({ value }) => value);
  return person?.email ? [person.email, ...others] : others;
}

/** The further email or phone that becomes the first one where there is none any more. */
export async function findNextPoint(
  db: Queryable,
  personId: string,
  kind: 'email' | 'phone',
): Promise<string | null> {
  const further = await listFurther(db, personId);
  return further.find((point) => point.kind === kind)?.value ?? null;
}
