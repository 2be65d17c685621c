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
  if (promises.length > 0) atCommit(tx, insertMails, { rows: JSON.stringify(promises.map(asRow)) });
}

function asRow({
  to,
  groupId,
  letterId,
  mailingId,
  personId,
  dueAt,
  ...rest
}: MailPromise & { letterId?: string }) {
  const ids = { group_id: groupId, letter_id: letterId, mailing_id: mailingId, person_id: personId };
  const lane = letterId === undefined ? null : laneOf(groupId, providerOf(to));
  return { id: newId(), ...ids, ...rest, due_at: dueAt, to_address: to, mailbox: mailboxOf(to), lane };
}

const COLUMNS = sql.raw(
  `id, key, group_id, to_address, mailbox, language, subject, letter, letter_id, "values", lane, mailing_id, person_id, typed`,
);

/** A group that is frozen writes to nobody: what its deeds and reminders promise meanwhile is dropped. */
const insertMails = prepared(
  (_, { rows }: { rows: string }) => sql`
    with promised as materialized (
      select ${COLUMNS}, due_at from jsonb_populate_recordset(null::${mails}, ${rows}::jsonb)
    ), frozen as (
      select group_id from promised group by group_id having not group_may_write(group_id)
    )
    insert into ${mails} (${COLUMNS}, due_at) select ${COLUMNS}, coalesce(due_at, now()) from promised
    where not exists (select from frozen where frozen.group_id is not distinct from promised.group_id)
    on conflict (key) do nothing`,
);
