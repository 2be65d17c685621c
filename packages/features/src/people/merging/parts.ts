import type { Queryable } from '@groundwork/database';
import { asc, eq, sql } from 'drizzle-orm';
import { accounts } from '../../accounts/tables.ts';
import { fieldValues, personFields } from '../fields/tables.ts';
import { shownPhone } from '../phones.ts';
import { listAddressLines } from '../postal.ts';
import { people } from '../tables.ts';

type Side = 'stays' | 'goes';
type Values = Map<string, string>;
/** A part of two records: what each has, and which is offered first. */
export type PartOfTwo = {
  part: string;
  label: string | null;
  stays: string | null;
  goes: string | null;
  preferred: Side;
  /** What only one has is kept, and an account's email stays first: nothing is to be chosen. */
  isFixed: boolean;
};

/** What two records have in each part, where at least one has something and they are not the same. */
export async function compareParts(
  db: Queryable,
  { stays, goes, groupId }: Record<Side | 'groupId', string>,
): Promise<PartOfTwo[]> {
  const [mine, theirs] = [await readParts(db, stays), await readParts(db, goes)];
  const fields = await db
    .select({ id: personFields.id, name: personFields.name })
    .from(personFields)
    .where(eq(personFields.groupId, groupId))
    .orderBy(asc(personFields.position));
  const labels = new Map(fields.map(({ id, name }) => [`field:${id}`, name]));
  const newer: Side = theirs.seenAt > mine.seenAt ? 'goes' : 'stays';
  return [...OWN_PARTS, ...labels.keys()].flatMap((part): PartOfTwo[] => {
    const both = { stays: mine.values.get(part) ?? null, goes: theirs.values.get(part) ?? null };
    if (both.stays === both.goes) return [];
    const isRead = part === 'email' && mine.hasAccount && both.stays !== null;
    const preferred = isRead ? 'stays' : preferredOf(part, both, newer);
    const isFixed = isRead || both.stays === null || both.goes === null;
    return [{ part, label: labels.get(part) ?? null, ...both, preferred, isFixed }];
  });
}

/** The fuller of two names and addresses, the newer of anything else; what only one has. */
function preferredOf(part: string, { stays, goes }: Record<Side, string | null>, newer: Side): Side {
  if (stays === null) return 'goes';
  if (goes === null) return 'stays';
  if (FULLER.has(part) && stays.length !== goes.length) return stays.length > goes.length ? 'stays' : 'goes';
  return newer;
}

const OWN_PARTS = ['name', 'pronouns', 'language', 'email', 'phone', 'address', 'assessment', 'contact'];
const FULLER = new Set(['name', 'address']);

async function readParts(db: Queryable, personId: string) {
  const { name, pronouns, language, email, phone, lastSeenAt } = people;
  const [person] = await db
    .select({
      ...{ name, pronouns, language, email, phone, lastSeenAt },
      assessment: sql<string | null>`${people.assessment}::text`,
      contact: accounts.name,
      accountId: people.accountId,
    })
    .from(people)
    .leftJoin(accounts, eq(accounts.id, people.contactAccountId))
    .where(eq(people.id, personId));
  if (!person) throw new Error('whose parts are read is locked or was just found');
  const { lastSeenAt: seenAt, accountId, ...own } = person;
  const address = (await listAddressLines(db, personId)).join(', ');
  const filled = await db
    .select({ fieldId: fieldValues.fieldId, value: fieldValues.value })
    .from(fieldValues)
    .where(eq(fieldValues.personId, personId));
  const values: Values = new Map(
    Object.entries({ ...own, phone: own.phone && shownPhone(own.phone, null), address }).flatMap(
      ([part, value]) => (value ? [[part, value]] : []),
    ),
  );
  for (const { fieldId, value } of filled) values.set(`field:${fieldId}`, value);
  return { values, seenAt, hasAccount: accountId !== null };
}
