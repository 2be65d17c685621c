import type { Transaction } from '@groundwork/database';
import { and, eq, inArray, isNotNull, isNull, ne, notInArray, sql, type SQL } from 'drizzle-orm';
import type { Context, House } from '../../context.ts';
import { isOut } from '../../groups/queries.ts';
import { groups } from '../../groups/tables.ts';
import { rememberPerson } from '../../people/actions.ts';
import { giveConsent } from '../../people/consents.ts';
import { people } from '../../people/tables.ts';
import { isMailedTo } from '../../site/tokens.ts';
import { findOwnSignature } from '../signatures/queries.ts';
import { signatures } from '../signatures/tables.ts';
import { campaigns, type SHARINGS } from '../tables.ts';
import { isCarrier } from './queries.ts';
import { signatureShares } from './tables.ts';

type Ticked = {
  signatureId: string;
  campaign: { id: string };
  ownerId: string;
  email: string;
  slugs: string[];
  /** It is the viewer's own, proven address. */
  isProven: boolean;
};

/**
 * Keeps which groups beside the one whose person signs were ticked, in place of what was ticked before and has not crossed. Only
 * groups of the campaign that strangers see; what else is named is not there.
 */
export async function tickShares(
  tx: Transaction,
  { signatureId, campaign, ownerId, email, slugs, isProven }: Ticked,
): Promise<void> {
  await dropTicks(tx, signatureId);
  if (slugs.length === 0) return;
  await tx.execute(sql`
    insert into ${signatureShares} (signature_id, group_id, email, proven_at)
    select ${signatureId}, ${groups.id}, ${email}, case when ${isProven} then now() end from ${campaigns} join ${groups} on ${isCarrier}
    where ${campaigns.id} = ${campaign.id} and ${groups.slug} = any(${sql.param(slugs)}::text[]) and ${ne(groups.id, ownerId)} and ${isOut}
    on conflict do nothing`);
}

/** Lets go what was ticked and has not crossed: what is to cross later is ticked again. */
export async function dropTicks(tx: Transaction, signatureId: string): Promise<void> {
  await tx
    .delete(signatureShares)
    .where(and(eq(signatureShares.signatureId, signatureId), isNull(signatureShares.givenAt)));
}

/**
 * Whoever reads the mail of the address that was typed says by the link from that mail which of the ticked groups shall have their
 * name: anybody could have ticked them. What is not said here crosses nowhere; so none takes back what has not crossed yet.
 */
export async function affirmTicks(ctx: Context, sealed: string, slugs: string[]): Promise<void> {
  const { id } = await findOwnSignature(ctx, sealed);
  await ctx.change(async (tx) => {
    const ticked = await tx
      .select({ groupId: groups.id, slug: groups.slug, email: sql<string>`${signatureShares.email}` })
      .from(signatureShares)
      .innerJoin(groups, eq(groups.id, signatureShares.groupId))
      .where(and(eq(signatureShares.signatureId, id), isNull(signatureShares.givenAt)))
      .orderBy(groups.id)
      .for('update', { of: signatureShares });
    const affirmed = ticked.filter(
      ({ slug, email }) => slugs.includes(slug) && isMailedTo(ctx.settings.secret, sealed, email),
    );
    const ids = affirmed.map(({ groupId }) => groupId);
    const waiting = and(eq(signatureShares.signatureId, id), isNull(signatureShares.givenAt));
    await tx.delete(signatureShares).where(and(waiting, notInArray(signatureShares.groupId, ids)));
    // Those that were read: another may have been ticked by a stranger meanwhile.
    await tx
      .update(signatureShares)
      .set({ provenAt: sql`now()` })
      .where(and(waiting, inArray(signatureShares.groupId, ids)));
  });
}

/** What of a signature decides whether its name crosses. */
export type SharedSignature = {
  id: string;
  campaignId: string;
  title: string;
  sharing: (typeof SHARINGS)[number];
};

/**
 * Lets a name cross to the groups that were ticked with it, now that it counts. Where the campaign shares in proportion it waits for
 * the draw. Ticks that nobody affirmed from that mailbox are let go.
 */
export async function giveShares(tx: Transaction, house: House, signature: SharedSignature): Promise<void> {
  const { id: signatureId, campaignId, sharing } = signature;
  if (sharing === 'totals') return;
  const waiting = and(eq(signatureShares.signatureId, signatureId), isNull(signatureShares.givenAt));
  if (sharing === 'proportional') {
    await tx.delete(signatureShares).where(and(waiting, isNull(signatureShares.provenAt)));
    return;
  }
  const crossing = await listCrossing(tx, campaignId, waiting).orderBy(signatureShares.groupId);
  for (const one of crossing) await crossOver(tx, house, signature, one);
  await dropTicks(tx, signatureId);
}

/** What of affirmed ticks may cross now, to groups that carry the campaign still and write to people. */
export function listCrossing(tx: Transaction, campaignId: string, which: SQL | undefined) {
  return tx
    .select({
      signatureId: signatureShares.signatureId,
      groupId: signatureShares.groupId,
      email: sql<string>`${signatureShares.email}`,
      tickedAt: sql<string>`${signatureShares.tickedAt}::text`,
      name: signatures.name,
      language: people.language,
    })
    .from(signatureShares)
    .innerJoin(signatures, eq(signatures.id, signatureShares.signatureId))
    .innerJoin(people, eq(people.id, signatures.personId))
    .innerJoin(groups, eq(groups.id, signatureShares.groupId))
    .innerJoin(campaigns, and(eq(campaigns.id, campaignId), isCarrier))
    .where(
      and(
        which,
        eq(signatures.campaignId, campaignId),
        isNull(signatureShares.givenAt),
        isNotNull(signatureShares.provenAt),
        isNull(groups.frozenAt),
        isOut,
      ),
    )
    .$dynamic();
}

type Crossing = Awaited<ReturnType<typeof listCrossing>>[number];

/** The group gets a record of its own, and a yes to its mail, with where both are from. */
export async function crossOver(
  tx: Transaction,
  house: House,
  { campaignId, title, sharing }: Omit<SharedSignature, 'id'>,
  { signatureId, groupId, email, tickedAt, name, language }: Crossing,
): Promise<void> {
  const person = { groupId, email, name, language, source: 'signature', subjectId: campaignId } as const;
  const { id: personId } = await rememberPerson(tx, person);
  await tx
    .update(signatureShares)
    .set({ givenAt: sql`now()`, personId, email: null })
    .where(and(eq(signatureShares.signatureId, signatureId), eq(signatureShares.groupId, groupId)));
  // Whom that group knows by another address first has said nothing from there.
  if ((await tx.$count(people, and(eq(people.id, personId), eq(people.email, email)))) === 0) return;
  await giveConsent(tx, house, {
    ...{ personId, groupId, way: 'email', purpose: 'updates', how: 'signature' },
    words: sharing === 'proportional' ? 'campaigns.sign.any' : 'campaigns.sign.share',
    ...{ subjectId: campaignId, about: { id: campaignId, title } },
    optedInAt: tickedAt,
  });
}
