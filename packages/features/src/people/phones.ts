import { newId, type Queryable, type Transaction } from '@groundwork/database';
import { and, asc, eq, sql } from 'drizzle-orm';
import { isSupportedCountry, parsePhoneNumberFromString, type PhoneNumber } from 'libphonenumber-js/min';
import { groups } from '../groups/tables.ts';
import type { Remembered } from './actions.ts';
import { people } from './tables.ts';

/**
 * A phone number as it is kept: in E.164 where it can be one of this country, or is written with its own; else as it was
 * typed, in the digits that telephones have. Null for what nobody could call.
 */
export function phoneOf(typed: string, country: string | null): string | null {
  const phone = phoneIn(typed.trim());
  return digitsOf(phone).length < SHORTEST_NUMBER ? null : (asNumber(phone, country)?.number ?? phone);
}

/** The same of a cell of a list, where whatever is written stays. */
export function phoneOfCell(cell: string, country: string | null): string {
  const phone = phoneIn(cell);
  return asNumber(phone, country)?.number ?? phone;
}

/** Whether a number is kept in E.164, and can be called from anywhere. */
export function isReadable(phone: string): boolean {
  return asNumber(phone, null)?.number === phone;
}

/** A number that is kept, as people read it: those of this country as one writes them there, any other with its own. */
export function shownPhone(phone: string, country: string | null): string {
  const number = asNumber(phone, null);
  if (number === null) return phone;
  return number.country === country ? number.formatNational() : number.formatInternational();
}

/** The digits under which a number may have been kept: in E.164, and as one writes it in its own country. */
export function digitForms(phone: string): string[] {
  const number = asNumber(phone, null);
  const national = number ? [number.nationalNumber, digitsOf(number.formatNational())] : [];
  return [...new Set([digitsOf(phone), ...national])];
}

/** Null for what is no possible number, and for one with an extension, which E.164 would lose. */
function asNumber(phone: string, country: string | null): PhoneNumber | null {
  const written = phone.replace(/^00(?=[\s()./-]*[1-9])/, '+');
  if (country === null && !written.startsWith('+')) return null;
  const from = country !== null && isSupportedCountry(country) ? { defaultCountry: country } : {};
  const number = parsePhoneNumberFromString(written, { ...from, extract: false });
  return number?.isPossible() && !number.ext ? number : null;
}

/** A phone number as it was written, in the digits that telephones have; Facebook's leads begin it with `p:`. */
function phoneIn(cell: string): string {
  if (/^[+\d() ./-]{0,40}$/.test(cell)) return cell;
  const digits = cell.replaceAll(/[\u0660-\u0669\u06f0-\u06f9]/g, (digit) =>
    String(digit.charCodeAt(0) & 15),
  );
  return digits
    .replaceAll(/\p{Cf}/gu, '')
    .replace(/^p:\s*(?=[+\d])/i, '')
    .slice(0, 40)
    .trim();
}

/** Digits; what is shorter is no number that one could call. */
export const SHORTEST_NUMBER = 4;

/** A number reduced to what tells it from another. */
export function digitsOf(phone: string): string {
  return phone.replaceAll(/\D/g, '');
}

type Reached = Omit<Remembered, 'email' | 'accountId'> & { phone: string };

/**
 * Finds or adds somebody who gave a number and no address: by both number and name, since a household may share the one.
 * A list that is brought in looks the same way, and one at a time does, as nothing else keeps two from adding the same.
 */
export async function rememberByPhone(tx: Transaction, asked: Reached): Promise<{ id: string }> {
  const { groupId, phone, name, language, source, subjectId = null } = asked;
  await lockPhones(tx, groupId);
  const digits = sql`regexp_replace(${people.phone}, '[^0-9]', '', 'g') = any(${sql.param(digitForms(phone))}::text[])`;
  const isThem = and(eq(people.groupId, groupId), digits, sql`lower(${people.name}) = lower(${name})`);
  const [known] = await tx
    .select({ id: people.id })
    .from(people)
    .where(isThem)
    .orderBy(asc(people.id))
    .limit(1);
  const id = known?.id ?? newId();
  if (known)
    await tx
      .update(people)
      .set({ lastSeenAt: sql`now()` })
      .where(eq(people.id, id));
  else await tx.insert(people).values({ id, groupId, phone, name, language, source, sourceId: subjectId });
  return { id };
}

/** Of which country a group's phone numbers are that are written without one; null where it does not say. */
export async function countryOf(db: Queryable, groupId: string): Promise<string | null> {
  const [group] = await db.select({ country: groups.country }).from(groups).where(eq(groups.id, groupId));
  return group?.country ?? null;
}

/** Until this transaction ends, nobody else adds people to this group by their numbers. */
export async function lockPhones(tx: Transaction, groupId: string): Promise<void> {
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended('people.by-phone ' || ${groupId}, 0))`);
}
