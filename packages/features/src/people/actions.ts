import { newId, type Transaction } from '@groundwork/database';
import { record } from '@groundwork/database/journal';
import type { Language } from '@groundwork/words';
import { and, eq, sql } from 'drizzle-orm';
import { accounts } from '../accounts/tables.ts';
import type { Context } from '../context.ts';
import { memberships } from '../groups/tables.ts';
import { permit } from '../policy.ts';
import { peoplePolicy } from './policy.ts';
import { findOwnRecord, findPerson, findSubscription } from './queries.ts';
import { consents, people, personHistory } from './tables.ts';

type Row<T extends { $inferInsert: unknown }> = T['$inferInsert'];
export type PersonSource = Row<typeof people>['source'];
export type HistoryKind = Row<typeof personHistory>['kind'];

export type Remembered = {
  groupId: string;
  /** Any case; kept lower. Null for someone who gave only a name. */
  email: string | null;
  name: string;
  language: Language;
  accountId?: string | null;
  source: PersonSource;
  /** The campaign, event or import that brought them. */
  subjectId?: string | null;
};

/**
 * Finds or adds this group's record of a human, by email within the group; safe when many do it at once.
 * A known person keeps their name and where they came from: a stranger who types an email may not rename its owner.
 */
export async function rememberPerson(tx: Transaction, asked: Remembered): Promise<{ id: string; isNew: boolean }> {
  const { subjectId = null, accountId = null, email, ...rest } = asked;
  const id = newId();
  const [person] = await tx
    .insert(people)
    .values({ ...rest, id, email: email?.toLowerCase() ?? null, accountId, sourceId: subjectId })
    .onConflictDoUpdate({
      target: [people.groupId, people.email],
      set: { lastSeenAt: sql`now()`, accountId: sql`coalesce(${people.accountId}, excluded.account_id)` },
    })
    .returning({ id: people.id });
  if (!person) throw new Error('an upsert always returns its row');
  return { id: person.id, isNew: person.id === id };
}

type ConsentChange = {
  personId: string;
  groupId: string;
  way: Row<typeof consents>['way'];
  purpose: Row<typeof consents>['purpose'];
  how: Row<typeof consents>['how'];
  subjectId?: string | null;
};

/** Records a yes: when, how and for what. */
export async function giveConsent(tx: Transaction, change: ConsentChange): Promise<void> {
  await answerConsent(tx, { ...change, given: 'yes' });
}

/** Records a no. Nothing is sent for this purpose until a new yes. */
export async function withdrawConsent(tx: Transaction, change: ConsentChange): Promise<void> {
  await answerConsent(tx, { ...change, given: 'no' });
}

/** Adds a line to what a person did. `label` is the thing's public title as it was then. */
export async function noteHistory(
  tx: Transaction,
  line: { personId: string; groupId: string; kind: HistoryKind; subjectId?: string | null; label?: string | null },
): Promise<void> {
  await tx.insert(personHistory).values({ id: newId(), ...line });
}

/** Sets the tags an organizer sorts a person by. */
export async function tagPerson(ctx: Context, slug: string, personId: string, tags: string[]): Promise<void> {
  const { group } = await findPerson(ctx, slug, personId);
  permit(peoplePolicy, 'tag', group);
  await ctx.change(async (tx) => {
    const kept = [...new Set(tags.map((tag) => tag.trim().toLowerCase()).filter(Boolean))];
    await tx.update(people).set({ tags: kept }).where(eq(people.id, personId));
    await record(tx, { kind: 'people.tagged', groupId: group.id, actorId: ctx.viewer.id, subjectId: personId });
  });
}

/** Erases a person from one group, with everything they did there. */
export async function erasePerson(ctx: Context, slug: string, personId: string): Promise<void> {
  const { group } = await findPerson(ctx, slug, personId);
  permit(peoplePolicy, 'erase', group);
  await ctx.change((tx) => forget(tx, { id: personId, groupId: group.id }, ctx.viewer.id));
}

/** A person erases what a group holds about them, by the link they were mailed. */
export async function eraseOwnRecord(ctx: Context, sealed: string): Promise<void> {
  const person = await findOwnRecord(ctx, sealed);
  await ctx.change((tx) => forget(tx, person, null));
}

/** Ends or takes up mail from one group, by the link in each mail; safe to do twice. */
export async function answerSubscription(ctx: Context, sealed: string, subscribed: boolean) {
  const person = await findSubscription(ctx, sealed);
  const change = { personId: person.id, groupId: person.groupId, way: 'email', purpose: 'updates' } as const;
  await ctx.change(async (tx) => {
    if (subscribed) await giveConsent(tx, { ...change, how: 'own-page' });
    else await withdrawConsent(tx, { ...change, how: 'unsubscribe-link' });
    const kind = subscribed ? 'people.subscribed' : 'people.unsubscribed';
    await record(tx, { kind, groupId: person.groupId, subjectId: person.id });
  });
  return { ...person, subscribed };
}

/** A new member becomes one of the group's people; heard from the journal, so it may run twice. */
export async function rememberMember(ctx: Context, groupId: string | null, accountId: string | null): Promise<void> {
  if (!groupId || !accountId) return;
  await ctx.change(async (tx) => {
    const [account] = await tx
      .select({ email: accounts.email, name: accounts.name, language: accounts.language })
      .from(memberships)
      .innerJoin(accounts, eq(accounts.id, memberships.accountId))
      .where(and(eq(memberships.groupId, groupId), eq(memberships.accountId, accountId)));
    if (!account) return;
    const { id } = await rememberPerson(tx, { ...account, groupId, accountId, source: 'membership' });
    const noted = await tx
      .select({ id: personHistory.id })
      .from(personHistory)
      .where(and(eq(personHistory.personId, id), eq(personHistory.kind, 'joined')))
      .limit(1);
    if (noted.length === 0) await noteHistory(tx, { personId: id, groupId, kind: 'joined' });
  });
}

async function forget(tx: Transaction, { id, groupId }: { id: string; groupId: string }, actorId: string | null) {
  await tx.delete(people).where(eq(people.id, id));
  await record(tx, { kind: 'people.erased', groupId, actorId, subjectId: id });
}

async function answerConsent(tx: Transaction, { subjectId = null, ...change }: ConsentChange & { given: 'yes' | 'no' }) {
  const { given, how } = change;
  const changed = await tx
    .insert(consents)
    .values({ ...change, subjectId })
    .onConflictDoUpdate({
      target: [consents.personId, consents.way, consents.purpose],
      set: { given, how, subjectId, at: sql`now()` },
      setWhere: sql`${consents.given} <> excluded.given`,
    })
    .returning({ personId: consents.personId });
  if (changed.length === 0) return;
  const { personId, groupId } = change;
  await noteHistory(tx, { personId, groupId, kind: given === 'yes' ? 'subscribed' : 'unsubscribed', subjectId });
}
