import type { Transaction } from '@groundwork/database';
import { and, not, sql, type SQL } from 'drizzle-orm';
import type { Context, House } from '../context.ts';
import { note } from '../journal.ts';
import { noteHistory } from './actions.ts';
import { findSubscription } from './queries.ts';
import { liftSuppressionOf } from './suppressions.ts';
import { consents } from './tables.ts';

type Row = typeof consents.$inferInsert;
type ConsentChange = {
  personId: string;
  groupId: string;
  way: Row['way'];
  purpose: Row['purpose'];
  how: Row['how'];
  subjectId?: string | null;
};

/**
 * Records a yes: when, how and for what. `optedInAt` is the moment it was ticked, as the database writes one, where it is
 * proven only now: a no that was said since then stands. What was kept of an earlier no, of somebody erased, is gone.
 */
export async function giveConsent(
  tx: Transaction,
  house: House,
  { optedInAt, ...change }: ConsentChange & { optedInAt?: string },
): Promise<void> {
  const since = optedInAt === undefined ? undefined : sql`${consents.at} > ${optedInAt}::timestamptz`;
  const isNew = await answerConsent(tx, { ...change, given: 'yes' }, since);
  if (isNew && change.way === 'email') await liftSuppressionOf(tx, house, change.personId);
}

/** Records a no. Nothing is sent for this purpose until a new yes. */
export async function withdrawConsent(tx: Transaction, change: ConsentChange): Promise<void> {
  await answerConsent(tx, { ...change, given: 'no' });
}

/** Ends or takes up mail from one group, by the link in each mail; safe to do twice. */
export async function answerSubscription(ctx: Context, sealed: string, subscribed: boolean) {
  const person = await findSubscription(ctx, sealed);
  const change = { personId: person.id, groupId: person.groupId, way: 'email', purpose: 'updates' } as const;
  await ctx.change(async (tx) => {
    if (subscribed) await giveConsent(tx, ctx, { ...change, how: 'own-page' });
    else await withdrawConsent(tx, { ...change, how: 'unsubscribe-link' });
    const kind = subscribed ? 'people.subscribed' : 'people.unsubscribed';
    note(tx, null, kind, { groupId: person.groupId, id: person.id });
  });
  return { ...person, subscribed };
}

/** Whether that changed the present answer. */
async function answerConsent(
  tx: Transaction,
  { subjectId = null, ...change }: ConsentChange & { given: 'yes' | 'no' },
  unless?: SQL,
): Promise<boolean> {
  const { given, how } = change;
  const changed = await tx
    .insert(consents)
    .values({ ...change, subjectId })
    .onConflictDoUpdate({
      target: [consents.personId, consents.way, consents.purpose],
      set: { given, how, subjectId, at: sql`now()` },
      setWhere: and(sql`${consents.given} <> excluded.given`, unless && not(unless)),
    })
    .returning({ personId: consents.personId });
  if (changed.length === 0) return false;
  const { personId, groupId } = change;
  noteHistory(tx, {
    personId,
    groupId,
    kind: given === 'yes' ? 'subscribed' : 'unsubscribed',
    subjectId,
  });
  return true;
}
