import { sql, type SQL, type SQLWrapper } from 'drizzle-orm';
import { consents, people, personAddresses } from './tables.ts';

/** How a group reaches somebody. */
export const WAYS = ['email', 'text', 'call', 'post'] as const;
export type Way = (typeof WAYS)[number];
/** What it may be about: what happens next, and what members must hear. */
export type Purpose = 'updates' | 'membership';

/** The mark of what an organizer wrote down for somebody: an answer, or an email. */
export const BY_HAND = { how: 'organizer' } as const;

/**
 * The condition that a person may be reached this way for a purpose, over `people`: there is where to, they said yes, and no
 * standing no. No consent, no contact.
 */
export function mayBeReached(way: Way, purpose: Purpose = 'updates'): SQL {
  return sql`(${HAS[way]} and not ${people.doNotContact} and exists (
    select from ${consents}
    where ${consents.personId} = ${people.id} and ${consents.way} = ${sql.raw(`'${way}'`)}
      and ${consents.purpose} = ${sql.raw(`'${purpose}'`)} and ${consents.given} = 'yes'))`;
}

/**
 * The same where it is asked about a few of many, of a purpose that may be a column. PostgreSQL looks the answer up for each:
 * for an `exists` it is at times quicker, or so it believes, to read everybody's answers.
 */
export function mayEachBeReached(way: Way, purpose: SQLWrapper): SQL {
  return sql`(${HAS[way]} and not ${people.doNotContact} and (
    select ${consents.given} = 'yes' from ${consents}
    where ${consents.personId} = ${people.id} and ${consents.way} = ${sql.raw(`'${way}'`)}
      and ${consents.purpose} = ${purpose}))`;
}

const HAS: Record<Way, SQL> = {
  email: sql`${people.email} is not null`,
  text: sql`${people.phone} is not null`,
  call: sql`${people.phone} is not null`,
  post: sql`exists (select from ${personAddresses} where ${personAddresses.personId} = ${people.id})`,
};
