import type { Transaction } from '@groundwork/database';
import { and, eq, isNull, ne, sql } from 'drizzle-orm';
import type { House } from '../../context.ts';
import { isOut } from '../../groups/queries.ts';
import { groups } from '../../groups/tables.ts';
import { rememberPerson } from '../../people/actions.ts';
import { giveConsent } from '../../people/consents.ts';
import { people } from '../../people/tables.ts';
import { signatures } from '../signatures/tables.ts';
import { campaigns, type SHARINGS } from '../tables.ts';
import { isCarrier } from './queries.ts';
import { signatureShares } from './tables.ts';

type Ticked = { signatureId: string; campaignId: string; ownerId: string; email: string; slugs: string[] };

/**
 * Keeps which groups beside the one whose person signs were ticked, in place of what was ticked before and has not crossed. Only
 * groups of the campaign that strangers see; what else is named is not there.
 */
export async function tickShares(
  tx: Transaction,
  { signatureId, campaignId, ownerId, email, slugs }: Ticked,
): Promise<void> {
  await tx
    .delete(signatureShares)
    .where(and(eq(signatureShares.signatureId, signatureId), isNull(signatureShares.givenAt)));
  if (slugs.length === 0) return;
  await tx.execute(sql`
    insert into ${signatureShares} (signature_id, group_id, email)
    select ${signatureId}, ${groups.id}, ${email} from ${campaigns} join ${groups} on ${isCarrier}
    where ${campaigns.id} = ${campaignId} and ${groups.slug} = any(${sql.param(slugs)}::text[]) and ${ne(groups.id, ownerId)} and ${isOut}
    on conflict do nothing`);
}

type Proven = { id: string; campaignId: string; title: string; sharing: (typeof SHARINGS)[number] };

/**
 * Lets a name cross to the groups that were ticked with it, now that it counts: each gets a record of its own and a yes to its mail,
 * with where both are from. `isProven`: whether somebody has shown that they read the mail of an address.
 */
export async function giveShares(
  tx: Transaction,
  house: House,
  { id: signatureId, campaignId, title, sharing }: Proven,
  isProven: (email: string) => boolean,
): Promise<void> {
  if (sharing !== 'choice') return;
  const waiting = await tx
    .select({
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
        eq(signatureShares.signatureId, signatureId),
        isNull(signatureShares.givenAt),
        isNull(groups.frozenAt),
        isOut,
      ),
    )
    .orderBy(signatureShares.groupId);
  for (const { groupId, email, tickedAt, name, language } of waiting) {
    if (!isProven(email)) continue;
    const person = { groupId, email, name, language, source: 'signature', subjectId: campaignId } as const;
    const { id: personId } = await rememberPerson(tx, person);
    await tx
      .update(signatureShares)
      .set({ givenAt: sql`now()`, personId, email: null })
      .where(and(eq(signatureShares.signatureId, signatureId), eq(signatureShares.groupId, groupId)));
    await giveConsent(tx, house, {
      ...{ personId, groupId, way: 'email', purpose: 'updates', how: 'signature' },
      ...{ words: 'campaigns.sign.share', subjectId: campaignId, about: { id: campaignId, title } },
      optedInAt: tickedAt,
    });
  }
}
