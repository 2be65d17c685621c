import type { Queryable, Transaction } from '@groundwork/database';
import { sql } from 'drizzle-orm';
import { findByExternalIds } from '../external-ids/queries.ts';
import { digitForms, digitsOf, lockPhones } from '../phones.ts';
import { contactPoints, people } from '../tables.ts';
import type { IncomingPerson } from './incoming.ts';

/** Somebody the group knows already, with the first email and phone of theirs. */
export type Owner = { id: string; email: string | null; phone: string | null };
/** Somebody a batch names; `isRepeat` when an earlier batch did so too, `owner` where the group knows them. */
export type Incoming = IncomingPerson & { isRepeat: boolean; owner: Owner | null };

type Row = Omit<Incoming, 'owner'>;
/** By what somebody is known. */
export type Named = Pick<
  IncomingPerson,
  'name' | 'email' | 'furtherEmails' | 'badEmails' | 'externalIds' | 'phone' | 'furtherPhones'
>;

/** Whom the group knows of a batch. Who is known by a further address is named by their first one from then on. */
export async function underOwners(tx: Transaction, groupId: string, incoming: Row[]): Promise<Incoming[]> {
  // One import at a time looks and adds, since nothing else keeps two from adding the same.
  if (incoming.some(isKnownByPhone)) await lockPhones(tx, groupId);
  const ownerOf = await findOwners(tx, groupId, incoming);
  return incoming.map((one) => {
    const owner = ownerOf(one);
    if (!owner?.email) return { ...one, owner: owner ?? null };
    const others = [one.email, ...one.furtherEmails].filter((email) => email !== null);
    return {
      ...one,
      owner,
      email: owner.email,
      furtherEmails: others.filter((email) => email !== owner.email),
    };
  });
}

/**
 * Whom the group knows of these: by any address of theirs, by the number that another tool knows them by, and who has no
 * address by a phone number and the name.
 */
export async function findOwners(
  db: Queryable,
  groupId: string,
  named: Named[],
): Promise<(one: Named) => Owner | undefined> {
  const byEmail = await findByEmails(db, groupId, named);
  const byId = await findByIds(db, groupId, named);
  const byPhone = await findByPhones(db, groupId, named);
  return (one) =>
    first(emailsOf(one), byEmail) ??
    first(one.externalIds.map(idKey), byId) ??
    (isKnownByPhone(one) ? first(phoneKeys(one), byPhone) : undefined);
}

function isKnownByPhone({ email, phone }: Named): boolean {
  return email === null && phone !== null;
}

function first(keys: string[], owners: Map<string, Owner>): Owner | undefined {
  return keys.map((key) => owners.get(key)).find((owner) => owner !== undefined);
}

function emailsOf({ email, furtherEmails, badEmails }: Named): string[] {
  return [...(email === null ? [] : [email]), ...furtherEmails, ...badEmails];
}

async function findByEmails(db: Queryable, groupId: string, named: Named[]) {
  const asked = sql.param([...new Set(named.flatMap(emailsOf))]);
  const { rows } = await db.execute<Owner & { named: string }>(sql`
    select ${people.email} as named, ${people.id}, ${people.email}, ${people.phone} from ${people}
      where ${people.groupId} = ${groupId} and ${people.email} = any(${asked}::text[])
    union all
    select point.value, ${people.id}, ${people.email}, ${people.phone}
      from ${contactPoints} point join ${people} on ${people.id} = point.person_id
      where point.group_id = ${groupId} and point.kind = 'email' and point.value = any(${asked}::text[])`);
  return new Map(rows.map(({ named, ...owner }) => [named, owner]));
}

const idKey = ({ tool, value }: Named['externalIds'][number]) => `${tool} ${value}`;

async function findByIds(db: Queryable, groupId: string, named: Named[]) {
  const asked = named.flatMap(({ externalIds }) => externalIds);
  const found = await findByExternalIds(db, groupId, asked);
  return new Map(found.map(({ tool, value, ...owner }) => [idKey({ tool, value }), owner]));
}

function phoneKeys({ phone, furtherPhones, name }: Named): string[] {
  const numbers = phone === null ? [] : [phone, ...furtherPhones];
  return numbers.map((number) => `${digitsOf(number)} ${name.toLowerCase()}`);
}

async function findByPhones(db: Queryable, groupId: string, named: Named[]) {
  const owners = new Map<string, Owner>();
  const asked = named.filter(isKnownByPhone).flatMap(({ phone, furtherPhones, name }) =>
    [phone ?? '', ...furtherPhones].flatMap((number) =>
      digitForms(number).map((digits) => ({
        key: `${digitsOf(number)} ${name.toLowerCase()}`,
        digits,
        name,
      })),
    ),
  );
  if (asked.length === 0) return owners;
  const column = (cell: 'key' | 'digits' | 'name') => sql.param(asked.map((one) => one[cell]));
  const { rows } = await db.execute<Owner & { key: string }>(sql`
    with asked as (select * from unnest(${column('key')}::text[], ${column('digits')}::text[], ${column('name')}::text[])
      as asked(key, digits, name))
    select person.id, person.email, person.phone, asked.key from asked
      join ${people} person on person.group_id = ${groupId} and person.phone is not null
        and regexp_replace(person.phone, '[^0-9]', '', 'g') = asked.digits and lower(person.name) = lower(asked.name)
    union all
    select person.id, person.email, person.phone, asked.key from asked
      join ${contactPoints} point on point.group_id = ${groupId} and point.kind = 'phone'
        and regexp_replace(point.value, '[^0-9]', '', 'g') = asked.digits
      join ${people} person on person.id = point.person_id and lower(person.name) = lower(asked.name)
    order by id`);
  for (const { key, ...owner } of rows) if (!owners.has(key)) owners.set(key, owner);
  return owners;
}
