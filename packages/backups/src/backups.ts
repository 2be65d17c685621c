import { generateX25519Identity, identityToRecipient } from 'age-encryption';
import type { StoredArchive } from './stored.ts';
import { openPlace } from './places.ts';

export { BackupError } from './error.ts';
export { keepByRule, readRule } from './keeping.ts';
export { makeBackup, type Making, type Progress } from './making.ts';
export type { SiteKeys, Manifest } from './manifest.ts';
export { openBackup, refuseUnlessEmpty, restoreBackup, type Backup } from './restoring.ts';

/** The archives at a place, newest first. */
export function listBackups(to: string): Promise<StoredArchive[]> {
  return openPlace(to).list();
}

/** A new pair: `recipient` makes backups and may lie on the server, `identity` opens them and must not. */
export async function newBackupKey(): Promise<{ identity: string; recipient: string }> {
  const identity = await generateX25519Identity();
  return { identity, recipient: await identityToRecipient(identity) };
}
