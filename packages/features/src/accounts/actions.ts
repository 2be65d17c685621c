import { newId, type Transaction } from '@groundwork/database';
import { record } from '@groundwork/database/journal';
import type { Language } from '@groundwork/words';
import { hashPassword } from './passwords/hashing.ts';
import { accounts, siteStewards } from './tables.ts';

export type NewAccount = { email: string; name: string; password: string; language: Language; timeZone: string };

/** Opens an account whose email is already proven. */
export async function createAccount(tx: Transaction, { password, ...answers }: NewAccount) {
  const { email, name, language, timeZone } = answers;
  const account = { id: newId(), email: email.toLowerCase(), name, language, timeZone };
  await tx.insert(accounts).values({ ...account, passwordHash: await hashPassword(password) });
  await record(tx, { kind: 'accounts.opened', actorId: account.id, subjectId: account.id });
  return account;
}

/** Makes an account one of those that look after this site. */
export async function grantSiteSteward(tx: Transaction, accountId: string, grantedBy: string | null = null): Promise<void> {
  await tx.insert(siteStewards).values({ accountId, grantedBy }).onConflictDoNothing();
  await record(tx, { kind: 'accounts.site-steward-granted', actorId: grantedBy, subjectId: accountId });
}
