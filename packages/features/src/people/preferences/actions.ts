import type { Transaction } from '@groundwork/database';
import type { Key } from '@groundwork/words';
import { and, eq, or, sql } from 'drizzle-orm';
import type { Context } from '../../context.ts';
import { note } from '../../journal.ts';
import { noteHistory, type HistoryKind } from '../actions.ts';
import { allowContact, giveConsent, inTheirLanguage } from '../consents.ts';
import { findSubscription } from '../queries.ts';
import { consents } from '../tables.ts';
import type { MailPreference } from './preferring.ts';

/** What is left out stays as it was: who wants less of one kind wants no more of the other. */
type Preferred = Partial<MailPreference> & { words: Key };

/** One letter a month at most, by the link in each mail; safe to do twice. */
export async function preferMonthly(ctx: Context, sealed: string): Promise<void> {
  await preferMail(ctx, sealed, { pace: 'monthly', words: 'people.less.monthly.do' });
}

/** All letters again, by the link in each mail; safe to do twice. */
export async function preferAll(ctx: Context, sealed: string): Promise<void> {
  await preferMail(ctx, sealed, { pace: null, onlyAbout: null, words: 'people.less.all.do' });
}

/**
 * Somebody says themself how much of a group's letters they want. That is a yes to so much, also where they had said no: it
 * stands in the place of all that was said before.
 */
export async function preferMail(
  ctx: Context,
  sealed: string,
  { words, ...preference }: Preferred,
): Promise<void> {
  const { id: personId, groupId } = await findSubscription(ctx, sealed);
  const change = { personId, groupId, way: 'email', purpose: 'updates' } as const;
  await ctx.change(async (tx) => {
    await allowContact(tx, change);
    await giveConsent(tx, ctx, { ...change, how: 'own-page', words });
    if (await setPreference(tx, personId, { ...preference, words }))
      noteHistory(tx, { personId, groupId, ...historyOf(preference) });
    note(tx, null, 'people.mail-preferred', { groupId, id: personId });
  });
}

/** Whether that is another one. From then on the answer is their own, which nobody takes back for them. */
async function setPreference(tx: Transaction, personId: string, { pace, onlyAbout, words }: Preferred) {
  const chosen = onlyAbout && sql`${JSON.stringify(onlyAbout)}::jsonb`;
  const isOther = or(
    pace === undefined ? undefined : sql`${consents.pace} is distinct from ${pace}::text`,
    onlyAbout === undefined
      ? undefined
      : sql`${consents.onlyAbout} is distinct from ${chosen ?? sql`null::jsonb`}`,
  );
  const isThis = and(
    eq(consents.personId, personId),
    eq(consents.way, 'email'),
    eq(consents.purpose, 'updates'),
    isOther,
  );
  const changed = await tx
    .update(consents)
    .set({ ...OWN, pace, onlyAbout: chosen, words: inTheirLanguage(words, personId), at: sql`now()` })
    .where(isThis);
  return (changed.rowCount ?? 0) > 0;
}

const OWN = { how: 'own-page', manner: null, before: null, subjectId: null } as const;

function historyOf({ pace, onlyAbout }: Partial<MailPreference>): { kind: HistoryKind; label?: string } {
  if (onlyAbout) return { kind: 'wanted-campaigns', label: titlesOf(onlyAbout) };
  return { kind: pace === 'monthly' ? 'wanted-monthly' : 'wanted-all' };
}

function titlesOf(campaigns: NonNullable<MailPreference['onlyAbout']>): string {
  return campaigns.map(({ title }) => title).join('; ');
}
