import { newId, type Transaction } from '@groundwork/database';
import { sql } from 'drizzle-orm';
import { MOST_TAGS } from '../contract.ts';
import { fieldValues } from '../fields/tables.ts';
import { findFirstOrigins, type FirstOrigins } from '../origins/queries.ts';
import { contactPoints, personAddresses } from '../tables.ts';
import type { KeptRow } from './kept.ts';
import { add, setAside, type Mover } from './moving.ts';
import { peopleApart } from './tables.ts';

type Two = { intoId: string; goneId: string };

/** The row of the one that stays, with what is taken from the other. A standing no of either is one of both. */
export function mergedRow(stays: KeptRow, goes: KeptRow, taken: Set<string>): KeptRow {
  const own = Object.entries(COLUMNS).flatMap(([part, column]) =>
    taken.has(part) ? [[column, goes[column]] as const] : [],
  );
  const tags = [...tagsOf(stays), ...tagsOf(goes)];
  const byTime = (column: string) =>
    [stays, goes].map((row) => String(row[column])).sort((one, other) => Date.parse(one) - Date.parse(other));
  return {
    ...stays,
    ...Object.fromEntries(own),
    tags: [...new Set(tags)].slice(0, Math.max(MOST_TAGS, tagsOf(stays).length)),
    do_not_contact: stays.do_not_contact === true || goes.do_not_contact === true,
    added_at: byTime('added_at')[0],
    last_seen_at: byTime('last_seen_at')[1],
  };
}

function tagsOf({ tags }: KeptRow): string[] {
  return Array.isArray(tags) ? tags.map(String) : [];
}

const COLUMNS = {
  name: 'name',
  pronouns: 'pronouns',
  language: 'language',
  email: 'email',
  phone: 'phone',
  assessment: 'assessment',
  contact: 'contact_account_id',
};

/** What is taken from the other of what each person has one of, so that it finds its place free. */
export async function standAside(mover: Mover, { intoId }: Two, taken: Set<string>): Promise<void> {
  const fieldIds = [...taken].flatMap((part) =>
    part.startsWith('field:') ? [part.slice('field:'.length)] : [],
  );
  const { rows: values } = await mover.tx.execute<{ row: KeptRow }>(sql`
    select to_jsonb(own) as row from ${fieldValues} own
    where own.person_id = ${intoId} and own.field_id = any(${sql.param(fieldIds)}::uuid[])`);
  for (const { row } of values) await setAside(mover, 'field_values', row);
  if (!taken.has('address')) return;
  const { rows: addresses } = await mover.tx.execute<{ row: KeptRow }>(sql`
    select to_jsonb(own) as row from ${personAddresses} own where own.person_id = ${intoId}`);
  for (const { row } of addresses) await setAside(mover, 'person_addresses', row);
}

/** Whoever is somebody else than the one that goes is somebody else than the one that stays. */
export async function keepApart(
  mover: Mover,
  { groupId, intoId, goneId }: Two & { groupId: string },
): Promise<void> {
  const { rows } = await mover.tx.execute<{ row: KeptRow }>(sql`
    select to_jsonb(own) as row from ${peopleApart} own where ${goneId} in (own.first_id, own.second_id)`);
  for (const { row } of rows) {
    await setAside(mover, 'people_apart', row);
    const other = String(row.first_id === goneId ? row.second_id : row.first_id);
    if (other === intoId) continue;
    const [first, second] = [intoId, other].sort();
    const { rowCount } = await mover.tx.execute(sql`
      select from ${peopleApart} where first_id = ${first} and second_id = ${second}`);
    if (rowCount === 0)
      await add(mover, 'people_apart', { group_id: groupId, first_id: first, second_id: second });
  }
}

type Originated = { record: KeptRow; origins: FirstOrigins };

/** A record that is to be made one with another, with where its first points are from: afterwards the history is of both. */
export async function withOrigins(tx: Transaction, record: KeptRow): Promise<Originated> {
  return { record, origins: await findFirstOrigins(tx, String(record.id)) };
}

/** Where the email is from that is the first one of both: their history, which is one now, no longer says. */
export function emailOriginIn(records: Originated[], { email }: KeptRow) {
  const from = records.find(({ record }) => email !== null && record.email === email);
  if (!from) return null;
  const { source, at, isOfRecord, provenAt } = from.origins.email;
  return { source, at, isOfRecord, provenAt };
}

/** The first emails and phones that are not the first one any more are further ones. */
export async function addPoints(
  mover: Mover,
  after: KeptRow,
  { records, broughtBy }: { records: Originated[]; broughtBy: Map<string, string> },
): Promise<void> {
  for (const kind of ['email', 'phone'] as const) {
    const others = new Map(
      records.flatMap(({ record, origins }) => {
        const value = record[kind];
        const isFurther = typeof value === 'string' && value !== after[kind];
        return isFurther ? [[value, origins[kind]] as const] : [];
      }),
    );
    for (const [value, { source, provenAt, at }] of others) {
      const { rowCount } = await mover.tx.execute(sql`select from ${contactPoints}
        where person_id = ${after.id} and kind = ${kind} and value = ${value}`);
      if (rowCount) continue;
      const importId = broughtBy.get(value) ?? null;
      const whose = { id: newId(), group_id: after.group_id, person_id: after.id };
      await add(mover, 'contact_points', {
        ...whose,
        ...{ kind, value, source: importId ? 'import' : source, source_id: importId },
        ...{ proven_at: provenAt, added_at: at ?? new Date() },
      });
    }
  }
}

/** A number that became the first one is no further one besides. */
export async function dropRepeated(mover: Mover, after: KeptRow): Promise<void> {
  const { rows } = await mover.tx.execute<{ row: KeptRow }>(sql`
    select to_jsonb(own) as row from ${contactPoints} own
    where own.person_id = ${after.id} and own.kind = 'phone' and own.value = ${after.phone}`);
  for (const { row } of rows) await setAside(mover, 'contact_points', row);
}
