import { newId, type Transaction } from '@groundwork/database';
import { and, asc, eq, isNull, sql, type SQL } from 'drizzle-orm';
import type { Context } from '../../context.ts';
import { Invalid } from '../../errors.ts';
import { readPhone } from '../additions/actions.ts';
import { keepEarlierNo } from '../additions/earlier-noes.ts';
import { lockAdding } from '../additions/locks.ts';
import { noteByHand } from '../history/actions.ts';
import { countryOf, digitForms } from '../phones.ts';
import { findFirstEmails } from '../points.ts';
import { learnPostcode } from '../reach/learning.ts';
import { people } from '../tables.ts';
import { agreeOnPaper } from './agreeing.ts';
import type { NewSheetRow } from './contract.ts';
import type { SeenSheet } from './queries.ts';
import { sheetRows } from './tables.ts';

type Row = { id: string; name: string; email: string | null; phone: string | null };
type Met = { personId: string; isNew: boolean; email: string | null; phone: string | null };

/** Finds or adds whom a line names, with what they agreed to. Answers the person's id. */
export async function bringRow(
  tx: Transaction,
  ctx: Context,
  sheet: SeenSheet,
  typed: NewSheetRow & { id: string },
): Promise<string> {
  const groupId = sheet.group.id;
  const email = typed.email ?? null;
  const firsts = email === null ? undefined : await findFirstEmails(tx, groupId, [email]);
  const row: Row = {
    ...typed,
    email: firsts?.get(email ?? '') ?? email,
    phone: readPhone(typed.phone, await countryOf(tx, groupId)),
  };
  await lockAdding(tx, groupId);
  const met = await meet(tx, sheet, row);
  const { personId, isNew } = met;
  await refuseRepeated(tx, sheet.id, { personId, field: row.email ? 'email' : 'phone' });
  const broughtPhone = isNew ? null : await bringPhone(tx, met, row.phone);
  const broughtPostcode = await bringPostcode(tx, { personId, groupId }, typed.postcode);
  const line = { groupId, personId, kind: 'entered', subjectId: sheet.id, label: sheet.title } as const;
  await noteByHand(tx, ctx, line);
  const isRefused =
    met.email !== null && (await keepEarlierNo(tx, ctx, { groupId, id: personId, email: met.email }));
  const phone = met.phone ?? broughtPhone;
  const answers = await agreeOnPaper(tx, sheet, { personId, email: met.email, phone, isRefused });
  await tx.insert(sheetRows).values({
    ...{ id: row.id, sheetId: sheet.id, personId, isNew },
    broughtPhone,
    broughtPostcode,
    answers,
  });
  return personId;
}

/** By the address, else by number and name together; a name alone is somebody new each time. */
async function meet(tx: Transaction, sheet: SeenSheet, row: Row): Promise<Met> {
  const groupId = sheet.group.id;
  if (row.email !== null)
    return (await add(tx, sheet, row)) ?? (await find(tx, groupId, eq(people.email, row.email)));
  if (row.phone !== null) {
    const isNumber = sql`regexp_replace(${people.phone}, '[^0-9]', '', 'g') = any(${sql.param(digitForms(row.phone))}::text[])`;
    const isThem = sql`${isNumber} and lower(${people.name}) = lower(${row.name})`;
    const known = await look(tx, groupId, isThem);
    if (known) return known;
  }
  const added = await add(tx, sheet, row);
  if (!added) throw new Error('a row without an address meets no other');
  return added;
}

async function add(tx: Transaction, sheet: SeenSheet, { name, email, phone }: Row): Promise<Met | undefined> {
  const { language, id: sourceId } = sheet;
  const person = { id: newId(), groupId: sheet.group.id, name, email, phone, language };
  const [added] = await tx
    .insert(people)
    .values({ ...person, source: 'sheet', sourceId })
    .onConflictDoNothing({ target: [people.groupId, people.email] })
    .returning({ personId: people.id });
  return added && { ...added, isNew: true, email, phone };
}

async function find(tx: Transaction, groupId: string, isThem: SQL): Promise<Met> {
  const known = await look(tx, groupId, isThem);
  // Erased between the two questions.
  if (!known) throw new Invalid([{ name: 'email', code: 'conflict' }]);
  return known;
}

async function look(tx: Transaction, groupId: string, isThem: SQL): Promise<Met | undefined> {
  const [known] = await tx
    .select({ personId: people.id, email: people.email, phone: people.phone })
    .from(people)
    .where(and(eq(people.groupId, groupId), isThem))
    .orderBy(asc(people.id))
    .limit(1)
    .for('update');
  return known && { ...known, isNew: false };
}

/** Somebody who is known keeps what is known; a number that was missing comes. */
async function bringPhone(tx: Transaction, met: Met, phone: string | null): Promise<string | null> {
  if (phone === null || met.phone !== null) return null;
  await tx
    .update(people)
    .set({ phone })
    .where(and(eq(people.id, met.personId), isNull(people.phone)));
  return phone;
}

async function bringPostcode(
  tx: Transaction,
  whose: { personId: string; groupId: string },
  typed: string | undefined,
): Promise<string | null> {
  const postcode = typed?.trim();
  return postcode && (await learnPostcode(tx, whose, postcode)) ? postcode : null;
}

async function refuseRepeated(
  tx: Transaction,
  sheetId: string,
  { personId, field }: { personId: string; field: string },
): Promise<void> {
  const isSame = and(eq(sheetRows.sheetId, sheetId), eq(sheetRows.personId, personId));
  if ((await tx.$count(sheetRows, isSame)) > 0) throw new Invalid([{ name: field, code: 'people.on-sheet' }]);
}
