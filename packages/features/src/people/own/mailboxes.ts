import { sql, type SQL } from 'drizzle-orm';
import type { House } from '../../context.ts';
import { NotFound } from '../../errors.ts';
import { openText, sealText } from '../../site/tokens.ts';
import { contactPoints, people } from '../tables.ts';

const DAY_MINUTES = 24 * 60;
type Sealing = Pick<House, 'settings'>;

/** The link under which whoever reads this mailbox sees, for a day, what every group of the site holds about them. */
export function ownMailboxUrl({ settings }: Sealing, address: string): string {
  return `${settings.publicUrl}/my-records/${sealMailbox({ settings }, address)}`;
}

/** The end of that link: nobody reads the address in it. */
export function sealMailbox({ settings }: Sealing, address: string, minutes = DAY_MINUTES): string {
  return sealText(settings.secret, PURPOSE, { text: address, minutes });
}

/** The address of who holds such a link; NotFound once it has ended, or where it is not ours. */
export function openMailbox({ settings }: Sealing, sealed: string): string {
  const address = openText(settings.secret, PURPOSE, sealed);
  if (address === null) throw new NotFound('mailbox');
  return address;
}

/**
 * The condition that people are those of this mailbox, in whatever group. A further address counts once it is proven: one
 * that an organizer mistyped would open somebody else's record to its owner.
 */
export function hasMailbox(address: string): SQL {
  return sql`${people.id} in (
    select owner.id from ${people} owner where owner.email = ${address}
    union all
    select point.person_id from ${contactPoints} point
    where point.kind = 'email' and point.value = ${address} and point.proven_at is not null)`;
}

const PURPOSE = 'own-mailbox';
