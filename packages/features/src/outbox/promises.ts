import { atCommit, newId, prepared, type Transaction } from '@groundwork/database';
import type { Values } from '@groundwork/mail';
import type { Language } from '@groundwork/words';
import { sql } from 'drizzle-orm';
import { laneOf } from './lanes.ts';
import type { Letter } from './letter.ts';
import { mailboxOf } from './mailboxes.ts';
import { providerOf } from '../paces/providers.ts';
import { letters, mails } from './tables.ts';

export type MailPromise = {
  /** Names the promise: the same key twice is one mail. */
  key: string;
  to: string;
  language: Language;
  groupId?: string | null;
  /** The person whom it is to, or about: it goes when they are erased. */
  personId?: string;
  /** The mailing it is one of: with it, it is stopped or withdrawn. */
  mailingId?: string;
  /** Before which it does not leave; without it, it may at once. */
  dueAt?: string | null;
  /**
   * Somebody typed this address and has not proved that it is theirs: such mail counts against its mailbox, its group and
   * the site. `account`: it is about an account that this address has, and counts apart, so that no form for strangers
   * keeps a link to a new password from its owner.
   */
  typed?: 'form' | 'account';
} & (OneLetter | SharedLetter);

type OneLetter = { subject: string; letter: Letter };
/** One that `writeLetter` wrote, and what goes in its places. */
type SharedLetter = { letterId: string; values: Values };

type LetterToMany = OneLetter & { groupId: string | null; language: Language };

/**
 * Writes a letter that many receive, in one language, with places (`place`) for what is each one's own. Returns its id. It
 * is kept for 30 days, and as long as a mail needs it.
 */
export async function writeLetter(tx: Transaction, letter: LetterToMany): Promise<string> {
  const id = newId();
  await tx.insert(letters).values({ id, ...letter });
  return id;
}

/** Promises mails in the caller's transaction: they go out if and only if that commits, once per key. */
export function promiseMails(tx: Transaction, promises: MailPromise[]): void {
  if (promises.length > 0) atCommit(tx, insertMails, asLists(promises.map(asRow)));
}

/** Who gets a letter that `writeLetter` wrote, what goes in its places, and before which moment it does not leave. */
export type LetterReceiver = {
  personId: string;
  to: string;
  language: Language;
  letterId: string;
  values: Values;
  dueAt: string | null;
};

/** Of which mailing: what the keys of its mails begin with, before the id of a person. */
type OfMailing = { mailingId: string; groupId: string; key: string };

/**
 * Promises letters of a mailing to many, as `promiseMails` does. Only what differs from mail to mail is sent to the database, and
 * whether the group may write is asked once.
 */
export function promiseLetters(tx: Transaction, mailing: OfMailing, receivers: LetterReceiver[]): void {
  if (receivers.length === 0) return;
  atCommit(tx, insertLetters, {
    ...mailing,
    personIds: receivers.map(({ personId }) => personId),
    addresses: receivers.map(({ to }) => to),
    mailboxes: receivers.map(({ to }) => mailboxOf(to)),
    lanes: receivers.map(({ to }) => laneOf(mailing.groupId, providerOf(to))),
    languages: receivers.map(({ language }) => language),
    letterIds: receivers.map(({ letterId }) => letterId),
    values: receivers.map(({ values }) => JSON.stringify(values)),
    dueAts: receivers.map(({ dueAt }) => dueAt),
  });
}

type ListsOfLetters = OfMailing &
  Record<
    'personIds' | 'addresses' | 'mailboxes' | 'lanes' | 'languages' | 'letterIds' | 'values',
    string[]
  > & {
    dueAts: (string | null)[];
  };

const insertLetters = prepared(
  (_, { mailingId, groupId, key, ...of }: ListsOfLetters) => sql`
    insert into ${mails} (id, key, group_id, mailing_id, person_id, to_address, mailbox, lane, language, letter_id, "values", due_at)
    select uuidv7(), ${key}::text || person_id, ${groupId}::uuid, ${mailingId}::uuid, person_id, to_address, mailbox, lane,
      language, letter_id, "values", coalesce(due_at, now())
    from unnest(${of.personIds}::uuid[], ${of.addresses}::text[], ${of.mailboxes}::text[], ${of.lanes}::text[],
      ${of.languages}::text[], ${of.letterIds}::uuid[], ${of.values}::jsonb[], ${of.dueAts}::timestamptz[])
      as receiver(person_id, to_address, mailbox, lane, language, letter_id, "values", due_at)
    where group_may_write(${groupId}::uuid)
    on conflict (key) do nothing`,
);

/** What is written of a promise, each as the text of its type. */
const TYPES = {
  ...{ id: 'uuid', key: 'text', group_id: 'uuid', to_address: 'text', mailbox: 'text', language: 'text' },
  ...{ subject: 'text', letter: 'jsonb', letter_id: 'uuid', values: 'jsonb', lane: 'text' },
  ...{ mailing_id: 'uuid', person_id: 'uuid', typed: 'text', due_at: 'timestamptz' },
} as const;
type Column = keyof typeof TYPES;
const COLUMNS = Object.keys(TYPES) as Column[];

function asRow(promise: MailPromise & Partial<OneLetter & SharedLetter>): Record<Column, string | null> {
  const { key, to, language, groupId, subject, letter, letterId, values } = promise;
  return {
    ...{ id: newId(), key, language, to_address: to, mailbox: mailboxOf(to), group_id: groupId ?? null },
    ...{ subject: subject ?? null, letter: letter ? JSON.stringify(letter) : null },
    ...{ letter_id: letterId ?? null, values: values ? JSON.stringify(values) : null },
    lane: letterId === undefined ? null : laneOf(groupId, providerOf(to)),
    ...{ mailing_id: promise.mailingId ?? null, person_id: promise.personId ?? null },
    ...{ typed: promise.typed ?? null, due_at: promise.dueAt ?? null },
  };
}

type Lists = Record<Column, (string | null)[]>;

/** A list for each column: read from JSON, a batch takes PostgreSQL twice as long. */
function asLists(rows: Record<Column, string | null>[]): Lists {
  return Object.fromEntries(COLUMNS.map((column) => [column, rows.map((row) => row[column])])) as Lists;
}

const names = sql.join(
  COLUMNS.map((column) => sql.identifier(column)),
  sql`, `,
);

/** A group that is frozen writes to nobody: what its deeds and reminders promise meanwhile is dropped. */
const insertMails = prepared((_, lists: Lists) => {
  const columns = COLUMNS.map((column) => sql`${lists[column]}::${sql.raw(TYPES[column])}[]`);
  return sql`
    with promised as materialized (
      select * from unnest(${sql.join(columns, sql`, `)}) as promised(${names})
    ), frozen as (
      select group_id from promised group by group_id having not group_may_write(group_id)
    )
    insert into ${mails} (${names})
    select ${sql.join(
      COLUMNS.map((column) => (column === 'due_at' ? sql`coalesce(due_at, now())` : sql.identifier(column))),
      sql`, `,
    )} from promised
    where not exists (select from frozen where frozen.group_id is not distinct from promised.group_id)
    on conflict (key) do nothing`;
});
