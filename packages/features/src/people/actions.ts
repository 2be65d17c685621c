import { atCommit, newId, prepared, type Transaction } from '@groundwork/database';
import { entriesOf } from '@groundwork/database/journal';
import type { Language } from '@groundwork/words';
import { and, eq, sql } from 'drizzle-orm';
import { asStored } from '../addresses.ts';
import { accounts } from '../accounts/tables.ts';
import type { Context } from '../context.ts';
import { isHeard, note, type DataOf, type Kind } from '../journal.ts';
import { tell } from '../notices/actions.ts';
import { permit } from '../policy.ts';
import { firstEmailBy, provePoint } from './points.ts';
import { peoplePolicy } from './policy.ts';
import { findPerson, findSubscription } from './queries.ts';
import { contactPoints, people, personHistory } from './tables.ts';

type Row<T extends { $inferInsert: unknown }> = T['$inferInsert'];
export type PersonSource = Row<typeof people>['source'];
export type HistoryKind = Row<typeof personHistory>['kind'];

export type Remembered = {
  groupId: string;
  /** However it is written; kept in its one form. Null for someone who gave only a name. */
  email: string | null;
  /** Kept of somebody new only, like their name. */
  phone?: string | null;
  name: string;
  language: Language;
  accountId?: string | null;
  source: PersonSource;
  /** The campaign, event or import that brought them. */
  subjectId?: string | null;
};

/**
 * Finds or adds this group's record of a human, by account or else by email within the group; safe when many do it at
 * once. A known person keeps their name and where they came from: a stranger who types an email may not rename its owner.
 */
export async function rememberPerson(
  tx: Transaction,
  asked: Remembered,
): Promise<{ id: string; isNew: boolean }> {
  const { subjectId = null, accountId = null, phone = null, email, ...rest } = asked;
  const known = accountId && (await seeAgain(tx, rest.groupId, accountId));
  if (known) {
    await provePoint(tx, { personId: known, email });
    return { id: known, isNew: false };
  }
  const id = newId();
  const [person] = await upsertPerson(tx, {
    ...rest,
    id,
    email: email === null ? null : asStored(email),
    phone,
    accountId,
    sourceId: subjectId,
  });
  if (!person) throw new Error('an upsert always returns its row');
  if (accountId) await provePoint(tx, { personId: person.id, email });
  return { id: person.id, isNew: person.id === id };
}

const upsertPerson = prepared(
  (db, { id, groupId, email, phone, name, language, accountId, source, sourceId }: UpsertedPerson) =>
    db
      .insert(people)
      .values({
        ...{ id, groupId, phone, name, language, accountId, source, sourceId },
        // Whoever comes by a further address of theirs meets their own row.
        email: sql`coalesce(${firstEmailBy(groupId, email)}, ${email}::text)`,
      })
      .onConflictDoUpdate({
        target: [people.groupId, people.email],
        set: { lastSeenAt: sql`now()`, accountId: sql`coalesce(${people.accountId}, excluded.account_id)` },
      })
      .returning({ id: people.id }),
);

type UpsertedPerson = Required<
  Pick<
    Row<typeof people>,
    'id' | 'groupId' | 'email' | 'phone' | 'name' | 'language' | 'accountId' | 'source' | 'sourceId'
  >
>;

type NewHistoryEntry = {
  personId: string;
  groupId: string;
  kind: HistoryKind;
  subjectId?: string | null;
  label?: string | null;
};

/** Adds an entry to a person's history. `label` is the thing's public title as it was then. */
export function noteHistory(tx: Transaction, entry: NewHistoryEntry): void {
  const { personId, groupId, kind, subjectId = null, label = null } = entry;
  atCommit(tx, addEntry, { id: newId(), personId, groupId, kind, subjectId, label });
}

/** The same, and in the journal: one statement for what crowds do. */
export function recordDeed<K extends Kind>(
  tx: Transaction,
  { kind, subject: { id: subjectId, groupId }, data }: Deed<K>,
  { personId, kind: did, subjectId: thingId = null, label = null }: NewHistoryEntry,
): void {
  const ids = { entryId: newId(), groupId, subjectId, lineId: newId(), personId, thingId };
  const deed = { ...ids, kind, data: JSON.stringify(data), isHeard: isHeard(kind), did, label };
  atCommit(tx, addDeed, deed);
}
type Deed<K extends Kind> = { kind: K; subject: { id: string; groupId: string }; data: DataOf<K> };

const addDeed = prepared(
  (
    _,
    {
      entryId,
      kind,
      groupId,
      subjectId,
      data,
      isHeard: listened,
      lineId,
      personId,
      did,
      thingId,
      label,
    }: NewDeed,
  ) => sql`
    with ${entriesOf(sql`values (${entryId}::uuid, ${kind}, ${groupId}::uuid, null::uuid, ${subjectId}::uuid, ${data}::jsonb)`, listened)}
    insert into ${personHistory} (id, person_id, group_id, kind, subject_id, label)
    values (${lineId}::uuid, ${personId}::uuid, ${groupId}::uuid, ${did}, ${thingId}::uuid, ${label})`,
);
type NewDeed = Record<
  'entryId' | 'kind' | 'groupId' | 'subjectId' | 'data' | 'lineId' | 'personId' | 'did',
  string
> &
  Record<'thingId' | 'label', string | null> & { isHeard: boolean };

const addEntry = prepared((db, { id, personId, groupId, kind, subjectId, label }: HistoryEntry) =>
  db.insert(personHistory).values({ id, personId, groupId, kind, subjectId, label }),
);

type HistoryEntry = Required<Omit<Row<typeof personHistory>, 'at' | 'actorId' | 'fields' | 'isBudgeted'>>;

/** Sets the tags an organizer sorts a person by. */
export async function tagPerson(ctx: Context, slug: string, personId: string, tags: string[]): Promise<void> {
  const { group } = await findPerson(ctx, slug, personId);
  permit(peoplePolicy, 'tag', group);
  await ctx.change(async (tx) => {
    const tidied = [...new Set(tags.map((tag) => tag.trim().toLowerCase()).filter(Boolean))];
    await tx.update(people).set({ tags: tidied }).where(eq(people.id, personId));
    note(tx, ctx, 'people.tagged', { groupId: group.id, id: personId });
  });
}

/** Mail goes where an account reads it: its people take its new email, unless a group knows someone else by that. */
export async function followAccount(ctx: Context, accountId: string | null): Promise<void> {
  if (!accountId) return;
  await ctx.change(async (tx) => {
    // One that was a further one of theirs becomes the first.
    await tx.execute(sql`
      delete from ${contactPoints} point using ${people} owner, ${accounts} account
      where account.id = ${accountId} and owner.account_id = account.id and point.person_id = owner.id
        and point.kind = 'email' and point.value = account.email`);
    await tx.execute(sql`
      update ${people} set email = account.email from ${accounts} account
      where account.id = ${accountId} and people.account_id = account.id and people.email is distinct from account.email
        and not exists (select from people other where other.group_id = people.group_id and other.email = account.email)
        and not exists (select from ${contactPoints} point
          where point.group_id = people.group_id and point.kind = 'email' and point.value = account.email)`);
  });
}

/**
 * Mails a person the link under which they see and erase what the group holds about them. The link itself is for
 * their mailbox only: the mail that asks for it may have been passed on.
 */
export async function sendOwnRecordLink(ctx: Context, sealed: string): Promise<void> {
  const person = await findSubscription(ctx, sealed);
  const to = { person: person.id, email: person.email, language: person.language };
  await ctx.change((tx) => tell(tx, ctx, 'people.own-record-asked', { to, about: person }));
}

/** The id of the person a group knows by this account, who is here again; null when it knows none. */
async function seeAgain(tx: Transaction, groupId: string, accountId: string): Promise<string | null> {
  const [person] = await tx
    .update(people)
    .set({ lastSeenAt: sql`now()` })
    .where(and(eq(people.groupId, groupId), eq(people.accountId, accountId)))
    .returning({ id: people.id });
  return person?.id ?? null;
}
