import type { Queryable, Transaction } from '@groundwork/database';
import { and, eq, lt, sql } from 'drizzle-orm';
import { createHmac } from 'node:crypto';
import type { Context, House } from '../context.ts';
import { note } from '../journal.ts';
import { mailboxOf } from '../outbox/mailboxes.ts';
import { listEmails } from './points.ts';
import { people, suppressions } from './tables.ts';

/** Years for which the no of somebody erased is kept. */
const KEPT_YEARS = 3;

type Refusal = { groupId: string; address: string; saidAt: Date };

/** Keeps that an address said no, where everything else about its person is erased: its keyed hash, and the day. */
export async function suppress(
  tx: Transaction,
  house: House,
  { groupId, address, saidAt }: Refusal,
): Promise<void> {
  const saidOn = saidAt.toISOString().slice(0, 10);
  await tx
    .insert(suppressions)
    .values({ groupId, mailbox: keyOf(house, groupId, address), saidOn })
    .onConflictDoUpdate({
      target: [suppressions.groupId, suppressions.mailbox],
      set: { saidOn: sql`greatest(${suppressions.saidOn}, excluded.said_on)` },
    });
}

/** A new yes, or the wish to leave no trace, takes the no of somebody erased away. */
export async function liftSuppression(
  tx: Transaction,
  house: House,
  { groupId, address }: Omit<Refusal, 'saidAt'>,
): Promise<void> {
  await tx
    .delete(suppressions)
    .where(and(eq(suppressions.groupId, groupId), eq(suppressions.mailbox, keyOf(house, groupId, address))));
}

/** The same for a person of a group; without a look at their address where the group keeps no such no at all. */
export async function liftSuppressionOf(tx: Transaction, house: House, personId: string): Promise<void> {
  const [person] = await tx
    .select({ groupId: people.groupId })
    .from(people)
    .where(
      and(
        eq(people.id, personId),
        sql`exists (select from ${suppressions} kept where kept.group_id = ${people.groupId})`,
      ),
    );
  if (!person) return;
  const { groupId } = person;
  for (const address of await listEmails(tx, personId))
    await liftSuppression(tx, house, { groupId, address });
}

/** Which of these addresses said no to this group and were erased, with the day on which they did. */
export async function findSuppressed(
  db: Queryable,
  house: House,
  { groupId, addresses }: { groupId: string; addresses: string[] },
): Promise<Map<string, string>> {
  const [any] = await db
    .select({ groupId: suppressions.groupId })
    .from(suppressions)
    .where(eq(suppressions.groupId, groupId))
    .limit(1);
  if (!any || addresses.length === 0) return new Map();
  const keyed = addresses.map((address) => ({ address, key: keyOf(house, groupId, address) }));
  const isAsked = sql`${suppressions.mailbox} = any(${sql.param(keyed.map(({ key }) => key))}::text[])`;
  const found = await db
    .select({ mailbox: suppressions.mailbox, saidOn: suppressions.saidOn })
    .from(suppressions)
    .where(and(eq(suppressions.groupId, groupId), isAsked));
  const days = new Map(found.map(({ mailbox, saidOn }) => [mailbox, saidOn]));
  return new Map(
    keyed.flatMap(({ address, key }) => {
      const saidOn = days.get(key);
      return saidOn === undefined ? [] : [[address, `${saidOn}T00:00:00Z`] as const];
    }),
  );
}

/** Until this transaction ends nobody is erased from this group, and no list comes in: neither passes the other unseen. */
export async function lockSuppressions(tx: Transaction, groupId: string): Promise<void> {
  await tx.execute(
    sql`select pg_advisory_xact_lock(hashtextextended('people.suppressed ' || ${groupId}, 0))`,
  );
}

/** Forgets noes of people erased after `years`: by then the old lists they guard against are old too. */
export async function forgetSuppressions(ctx: Context, years = KEPT_YEARS): Promise<void> {
  const longAgo = sql`current_date - make_interval(years => ${years})`;
  await ctx.change(async (tx) => {
    const old = await tx
      .delete(suppressions)
      .where(lt(suppressions.saidOn, longAgo))
      .returning({ groupId: suppressions.groupId });
    for (const [groupId, { length: count }] of Map.groupBy(old, (one) => one.groupId))
      note(tx, null, 'people.suppressions-forgotten', { groupId }, { count });
  });
}

/** Another in each group, so that two groups' lists cannot be laid side by side. */
function keyOf({ settings }: House, groupId: string, address: string): string {
  return createHmac('sha256', settings.secret)
    .update(JSON.stringify(['suppression', groupId, mailboxOf(address)]))
    .digest('base64url');
}
