import type { Transaction } from '@groundwork/database';
import { and, eq, sql } from 'drizzle-orm';
import type { House } from '../../context.ts';
import { recordDeed } from '../../people/actions.ts';
import { giveConsent } from '../../people/consents.ts';
import { learnPostcode } from '../../people/reach/learning.ts';
import { giveShares, type SharedSignature } from '../shares/actions.ts';
import { signatures } from './tables.ts';

/** A signature as far as others hear of it. */
export type Noted = { id: string; personId: string; groupId: string; campaignId: string; title: string };

/**
 * Lets a signature whose mailbox is proven count, makes the ticked opt-in a consent, and lets the name cross to the groups that were
 * ticked. Once: of two who do it at the same time, one does. `mailboxKey`: of the mailbox that was pressed, if it was now.
 */
export async function countSignature(
  tx: Transaction,
  house: House,
  signature: Noted & Pick<SharedSignature, 'sharing'> & { wantsUpdates: boolean; mailboxKey?: string | null },
): Promise<void> {
  const [counted] = await tx
    .update(signatures)
    // The opt-in is used up: who unsubscribes later and confirms again is not subscribed again.
    .set({
      ...{ confirmedAt: sql`now()`, withdrawnAt: null, wantsUpdates: false },
      ...(signature.mailboxKey && { mailboxKey: signature.mailboxKey }),
    })
    .where(and(eq(signatures.id, signature.id), eq(signatures.stands, false)))
    .returning({
      optedInAt: sql<string>`coalesce(${signatures.optedInAt}, ${signatures.createdAt})::text`,
      postcode: signatures.postcode,
    });
  if (!counted) return;
  if (counted.postcode !== null) await learnPostcode(tx, signature, counted.postcode);
  if (signature.wantsUpdates)
    await consentToUpdates(tx, house, { ...signature, optedInAt: counted.optedInAt });
  await giveShares(tx, house, signature);
  recordSigning(tx, signature, 'confirmed');
}

/** `optedInAt`: when it was ticked, where that was before now. */
export async function consentToUpdates(
  tx: Transaction,
  house: House,
  { personId, groupId, campaignId, title, optedInAt }: Noted & { optedInAt?: string },
) {
  await giveConsent(tx, house, {
    personId,
    groupId,
    way: 'email',
    purpose: 'updates',
    how: 'signature',
    words: 'campaigns.sign.updates',
    subjectId: campaignId,
    about: { id: campaignId, title },
    ...(optedInAt && { optedInAt }),
  });
}

/** What was done with a signature, in the journal and in what its person did. */
export function recordSigning(tx: Transaction, noted: Noted, did: keyof typeof DEEDS): void {
  const { groupId, campaignId, personId, title } = noted;
  const line = { kind: did, personId, groupId, subjectId: campaignId, label: title };
  recordDeed(tx, { kind: DEEDS[did], subject: noted, data: { campaignId, personId } }, line);
}

const DEEDS = {
  signed: 'campaigns.signed',
  confirmed: 'campaigns.signature-confirmed',
  withdrew: 'campaigns.signature-withdrawn',
} as const;
