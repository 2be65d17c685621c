import type { Transaction } from '@groundwork/database';
import { openDkimSigner, type MailSigner } from '@groundwork/mail';
import { sql } from 'drizzle-orm';
import type { House } from '../context.ts';
import { decryptKept } from '../site/tokens.ts';

/** What the keys that sign mail are kept for. */
export const KEY_PURPOSE = 'dkim-key';

/** A group's own address, of a domain that it has proven to be its own, and the name of the key that signs for it. */
export type OwnSender = { keyId: string; address: string; domain: string; selector: string };

/** By the id of the key; null: it does not open, since the site had another secret when it was made, or it is gone. */
export type KnownSigners = Map<string, MailSigner | null>;

/** Opens the keys that these senders need and that are not known yet. */
export async function openSigners(
  tx: Transaction,
  { settings }: Pick<House, 'settings'>,
  senders: OwnSender[],
  known: KnownSigners,
): Promise<void> {
  for (const { keyId, domain: domainName, selector: keySelector } of senders) {
    if (known.has(keyId)) continue;
    const { rows } = await tx.execute<{ kept: string | null }>(sql`select mail_key(${keyId}) as kept`);
    const kept = rows[0]?.kept ?? null;
    const privateKey =
      kept === null ? null : decryptKept(settings.secret, KEY_PURPOSE, { kept, rowId: keyId });
    known.set(keyId, privateKey === null ? null : openDkimSigner({ domainName, keySelector, privateKey }));
  }
}
