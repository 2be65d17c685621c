import type { Transaction } from '@groundwork/database';
import { and, eq, inArray, not } from 'drizzle-orm';
import { isSuspended } from '../../accounts/queries.ts';
import { accountReceiver } from '../../accounts/receivers.ts';
import { accounts, siteStewards } from '../../accounts/tables.ts';
import type { House } from '../../context.ts';
import { listCarriers } from '../../groups/carriers.ts';
import { lockGroup } from '../../groups/locks.ts';
import { tell } from '../../notices/actions.ts';
import type { ClaimNews } from '../notices.ts';
import { allyClaims } from './tables.ts';

type Teller = Pick<House, 'settings'>;
/** An ally as notices tell of it. */
export type KeptAlly = { id: string; slug: string; name: string; keptBy: string | null };

/**
 * Tells those who decide that somebody says "this is us": the stewards of the coalition that keeps the page, and where none
 * of them could decide (but for whoever said it), those of the site.
 */
export async function tellDeciders(
  tx: Transaction,
  house: Teller,
  { ally, claimId, claimantId }: { ally: KeptAlly; claimId: string; claimantId: string },
): Promise<void> {
  const ofKeeper = ally.keptBy === null ? [] : await listDeciders(tx, ally.keptBy);
  const others = ofKeeper.filter((to) => to.account !== claimantId);
  const hearers = others.length > 0 ? others : await listSiteDeciders(tx);
  const about = aboutOf(ally);
  await tell(tx, house, 'coalitions.ally-claimed', ...hearers.map((to) => ({ to, about, claimId })));
}

/** Tells whoever said "this is us" what came of it. */
export async function tellClaimants(
  tx: Transaction,
  house: Teller,
  news: ClaimNews,
  { ally, claimIds, word = '' }: { ally: KeptAlly; claimIds: string[]; word?: string },
): Promise<void> {
  if (claimIds.length === 0) return;
  const hearers = await tx
    .select({ to: accountReceiver, claimId: allyClaims.id })
    .from(allyClaims)
    .innerJoin(accounts, eq(accounts.id, allyClaims.accountId))
    .where(and(inArray(allyClaims.id, claimIds), not(isSuspended(accounts.id))));
  const about = aboutOf(ally);
  const told = hearers.map((hearer) => ({ ...hearer, about, word }));
  await tell(tx, house, `coalitions.claim-${news}`, ...told);
}

/** Tells those who publish for the coalition that kept the page that the ally has moved here, but for whoever said yes. */
export async function tellKeepers(
  tx: Transaction,
  house: Teller,
  { ally, claimId, deciderId }: { ally: KeptAlly; claimId: string; deciderId: string },
): Promise<void> {
  if (ally.keptBy === null) return;
  const hearers = await listCarriers(tx, ally.keptBy, 'publish');
  const told = hearers
    .filter(({ to }) => to.account !== deciderId)
    .map(({ to, about }) => ({ to, about, ally: ally.name, claimId }));
  await tell(tx, house, 'coalitions.ally-moved', ...told);
}

/** Of a coalition that is frozen or hidden nobody decides. */
async function listDeciders(tx: Transaction, keptBy: string) {
  const { isFrozen } = await lockGroup(tx, keptBy);
  if (isFrozen) return [];
  return (await listCarriers(tx, keptBy, 'manage_members')).map(({ to }) => to);
}

function listSiteDeciders(tx: Transaction) {
  return tx
    .select(accountReceiver)
    .from(siteStewards)
    .innerJoin(accounts, eq(accounts.id, siteStewards.accountId))
    .where(not(isSuspended(accounts.id)));
}

function aboutOf({ id, slug, name }: KeptAlly) {
  return { id, groupId: id, name, slug };
}
