import type { Queryable } from '@groundwork/database';
import { and, eq, sql, type SQL } from 'drizzle-orm';
import type { House } from '../context.ts';
import { sealedId } from '../site/tokens.ts';
import { consents, people } from './tables.ts';

/** The condition that a person may be mailed for a purpose: no consent, no contact. For joins and segments. */
export function mayBeMailed(purpose: 'updates' = 'updates'): SQL {
  return sql`${people.email} is not null and exists (
    select from ${consents}
    where ${consents.personId} = ${people.id} and ${consents.way} = 'email'
      and ${consents.purpose} = ${purpose} and ${consents.given} = 'yes')`;
}

/** The link that ends mail from this group, with no account; it never expires. */
export function unsubscribeUrl({ settings }: House, personId: string): string {
  return `${settings.publicUrl}/unsubscribe/${sealedId(settings.secret, 'unsubscribe', personId)}`;
}

/** The link under which a person sees, changes and erases what this group holds about them. */
export function ownRecordUrl({ settings }: House, personId: string): string {
  return `${settings.publicUrl}/my-record/${sealedId(settings.secret, 'own-record', personId)}`;
}

/** Whether this group holds a person with that account. */
export async function findPersonOfAccount({ db }: { db: Queryable }, groupId: string, accountId: string) {
  const [person] = await db
    .select({ id: people.id, name: people.name })
    .from(people)
    .where(and(eq(people.groupId, groupId), eq(people.accountId, accountId)));
  return person ?? null;
}
