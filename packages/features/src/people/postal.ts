import type { Queryable, Transaction } from '@groundwork/database';
import { eq } from 'drizzle-orm';
import { personAddresses } from './tables.ts';

/** The parts of a postal address, in the order in which they are asked for. */
export const ADDRESS_PARTS = ['street', 'city', 'region', 'postcode', 'country'] as const;
export type AddressPart = (typeof ADDRESS_PARTS)[number];
export type AddressParts = Record<AddressPart, string | null>;

/** Where a person gets their post, line by line. */
export async function listAddressLines(db: Queryable, personId: string): Promise<string[]> {
  return Object.values(await findAddressParts(db, personId)).filter((part) => part !== null);
}

/** The same by its parts, all of them null for whoever gave none. */
export async function findAddressParts(db: Queryable, personId: string): Promise<AddressParts> {
  const { street, postcode, city, region, country } = personAddresses;
  const [address] = await db
    .select({ street, postcode, city, region, country })
    .from(personAddresses)
    .where(eq(personAddresses.personId, personId));
  return address ?? { street: null, postcode: null, city: null, region: null, country: null };
}

/** Writes down where somebody gets their post; nowhere, where all parts are null. */
export async function writeAddress(
  tx: Transaction,
  { id, groupId }: { id: string; groupId: string },
  parts: AddressParts,
): Promise<void> {
  const isNowhere = Object.values(parts).every((part) => part === null);
  if (isNowhere) await tx.delete(personAddresses).where(eq(personAddresses.personId, id));
  else
    await tx
      .insert(personAddresses)
      .values({ personId: id, groupId, ...parts })
      .onConflictDoUpdate({ target: personAddresses.personId, set: parts });
}
