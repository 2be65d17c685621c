import { newId, type Transaction } from '@groundwork/database';
import type { Language } from '@groundwork/words';
import { sql } from 'drizzle-orm';
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
