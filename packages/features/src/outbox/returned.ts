import type { Transaction } from '@groundwork/database';
import { inArray, sql } from 'drizzle-orm';
import type { House } from '../context.ts';
import { shutFull, shutMailboxesFor } from './shut-mailboxes.ts';
import { mailReturns, mails } from './tables.ts';

type Row = typeof mailReturns.$inferSelect;
export type MailReturnKind = Row['kind'];
/** What came back of a mail, believed. */
export type MailReturn = { mailId: string; mailboxKey: string; kind: MailReturnKind; code: string | null };

/** A return that was not known before, with whose mail it was. */
export type NewReturn = MailReturn & {
  groupId: string | null;
  mailingId: string | null;
  personId: string | null;
  /** Nothing of this mail came back before. */
  isFirst: boolean;
  /** The mail server refused it at once, so that it never counted as sent. */
  isAtDoor: boolean;
};

/** Where its mail went, if the features above know. */
export type KeptReturn = NewReturn & { domain: string | null };

/**
 * Tells the features above what came back, in the transaction that keeps it; answers the receiving domains that they know,
 * by mail. It must not wait for a person's row.
 */
export type Returned = (tx: Transaction, house: House, returns: NewReturn[]) => Promise<Map<string, string>>;

/** What ends a mail: of whatever kind, it was not read there. */
const CAME_BACK: MailReturnKind[] = ['gone', 'later', 'refused'];

/**
 * Keeps what came back and shuts the mailboxes that it says are to be shut. What was told before is passed by. Returns what
 * was new.
 */
export async function keepReturns(
  tx: Transaction,
  house: House & { returned: Returned },
  told: MailReturn[],
  { isAtDoor = false } = {},
): Promise<KeptReturn[]> {
  const fresh = await insertReturns(tx, withoutRepeats(told), isAtDoor);
  if (fresh.length === 0) return [];
  await shutMailboxesFor(tx, fresh.flatMap(shutBy));
  await shutFull(
    tx,
    fresh.filter(({ kind }) => kind === 'later').map((one) => one.mailboxKey),
  );
  const domains = await house.returned(tx, house, fresh);
  await noteDomains(tx, domains);
  return fresh.map((one) => ({ ...one, domain: domains.get(one.mailId) ?? null }));
}

/** Of a mail once what came back, and once that somebody called it spam or that it waits. */
function withoutRepeats(told: MailReturn[]): MailReturn[] {
  const byKey = new Map<string, MailReturn>();
  for (const one of told) {
    const key = `${one.mailId} ${CAME_BACK.includes(one.kind) ? '' : one.kind}`;
    if (!byKey.has(key)) byKey.set(key, one);
  }
  return [...byKey.values()].sort((one, other) => (one.mailId < other.mailId ? -1 : 1));
}

async function insertReturns(tx: Transaction, told: MailReturn[], isAtDoor: boolean): Promise<NewReturn[]> {
  if (told.length === 0) return [];
  const column = (of: (one: MailReturn) => string | null) => sql.param(told.map(of));
  const { rows } = await tx.execute<Omit<NewReturn, 'isAtDoor'>>(sql`
    with told as materialized (
      select told.*, mail.group_id, mail.mailing_id, mail.person_id,
        not exists (select from ${mailReturns} before where before.mail_id = told.mail_id
          and before.kind in ('gone', 'later', 'refused')) as is_first
      from unnest(${column(({ mailId }) => mailId)}::uuid[], ${column(({ kind }) => kind)}::text[],
        ${column((one) => one.mailboxKey)}::text[], ${column(({ code }) => code)}::text[]) as told(mail_id, kind, key, code)
      left join ${mails} mail on mail.id = told.mail_id
    ), kept as (
      insert into ${mailReturns} (mail_id, kind, mailbox_key, group_id, mailing_id, code)
      select mail_id, kind, key, group_id, mailing_id, code from told order by mail_id, kind
      on conflict do nothing returning mail_id, kind
    )
    select told.mail_id as "mailId", told.key as "mailboxKey", told.kind, told.code, group_id as "groupId",
      mailing_id as "mailingId", person_id as "personId", is_first as "isFirst"
    from told join kept using (mail_id, kind) order by told.mail_id`);
  return rows.map((row) => ({ ...row, isAtDoor }));
}

function shutBy({ mailboxKey, kind }: NewReturn): { mailboxKey: string; why: 'gone' | 'complaint' }[] {
  return kind === 'gone' || kind === 'complaint' ? [{ mailboxKey, why: kind }] : [];
}

async function noteDomains(tx: Transaction, domains: Map<string, string>) {
  if (domains.size === 0) return;
  await tx
    .update(mailReturns)
    .set({ domain: sql`known.domain` })
    .from(
      sql`unnest(${sql.param([...domains.keys()])}::uuid[], ${sql.param([...domains.values()])}::text[]) as known(mail_id, domain)`,
    )
    .where(
      sql`${inArray(mailReturns.mailId, [...domains.keys()])} and ${mailReturns.mailId} = known.mail_id`,
    );
}
