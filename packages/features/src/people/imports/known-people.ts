import type { Queryable } from '@groundwork/database';
import { sql, type SQL } from 'drizzle-orm';
import { personExternalIds } from '../external-ids/tables.ts';
import { digitForms } from '../phones.ts';
import { contactPoints, people } from '../tables.ts';
import type { NamedPerson } from './looking.ts';

/** How many of those whom a file names the group knows: by any address, by another tool's number, or by name and phone. */
export async function countOwners(db: Queryable, groupId: string, named: NamedPerson[]): Promise<number> {
  const emails = named.flatMap(({ addresses }, at) => addresses.map((email) => ({ at, email })));
  const ids = named.flatMap(({ externalIds }, at) => externalIds.map((id) => ({ at, ...id })));
  const phones = named.flatMap(({ phones: numbers, name }, at) =>
    numbers.flatMap((number) => digitForms(number).map((digits) => ({ at, digits, name }))),
  );
  const { rows } = await db.execute<{ count: number }>(sql`select count(*)::int as count from (
    ${knownByEmail(groupId, emails)} union ${knownById(groupId, ids)} union ${knownByPhone(groupId, phones)}) known`);
  return rows[0]?.count ?? 0;
}

type Places = { at: number }[];
const placesOf = (asked: Places) => sql`${sql.param(asked.map(({ at }) => at))}::int[]`;

function knownByEmail(groupId: string, asked: { at: number; email: string }[]): SQL {
  const said = sql`unnest(${placesOf(asked)}, ${sql.param(asked.map(({ email }) => email))}::text[]) asked(at, email)`;
  return sql`select asked.at from ${said} join ${people} person on person.group_id = ${groupId} and person.email = asked.email
    union select asked.at from ${said} join ${contactPoints} point
      on point.group_id = ${groupId} and point.kind = 'email' and point.value = asked.email`;
}

function knownById(groupId: string, asked: { at: number; tool: string; value: string }[]): SQL {
  const column = (name: 'tool' | 'value') => sql`${sql.param(asked.map((one) => one[name]))}::text[]`;
  return sql`select asked.at from unnest(${placesOf(asked)}, ${column('tool')}, ${column('value')}) asked(at, tool, value)
    join ${personExternalIds} known on known.group_id = ${groupId} and known.tool = asked.tool and known.value = asked.value`;
}

function knownByPhone(groupId: string, asked: { at: number; digits: string; name: string }[]): SQL {
  const column = (name: 'digits' | 'name') => sql`${sql.param(asked.map((one) => one[name]))}::text[]`;
  const said = sql`unnest(${placesOf(asked)}, ${column('digits')}, ${column('name')}) asked(at, digits, name)`;
  return sql`select asked.at from ${said} join ${people} person on person.group_id = ${groupId} and person.phone is not null
      and regexp_replace(person.phone, '[^0-9]', '', 'g') = asked.digits and lower(person.name) = lower(asked.name)
    union select asked.at from ${said} join ${contactPoints} point on point.group_id = ${groupId} and point.kind = 'phone'
      and regexp_replace(point.value, '[^0-9]', '', 'g') = asked.digits
      join ${people} person on person.id = point.person_id and lower(person.name) = lower(asked.name)`;
}
