import { newId, type Transaction } from '@groundwork/database';
import { sql } from 'drizzle-orm';
import { domainToASCII } from 'node:url';
import type { House } from '../context.ts';
import { note } from '../journal.ts';
import type { NewReturn } from '../outbox/returned.ts';
import { mailboxKey } from '../outbox/return-tokens.ts';
import { withdrawConsent } from '../people/consents.ts';
import { people, personHistory } from '../people/tables.ts';
import { mailings } from './tables.ts';

/**
 * What came back, for mailings and people: counted, written into the history of whom the mail was to, and kept of all who
 * have that address, in whatever group. Answers the receiving domains by mail.
 */
export async function heedReturns(
  tx: Transaction,
  house: House,
  returns: NewReturn[],
): Promise<Map<string, string>> {
  await countReturns(tx, returns);
  const met = await findReaders(tx, house, returns);
  await markReturned(
    tx,
    met.filter(({ kind }) => kind === 'gone' || kind === 'complaint').map(({ email }) => email),
  );
  await insertReturnLines(tx, met.filter(isLine));
  for (const one of met) if (one.kind === 'complaint') await takeAsNo(tx, one);
  return new Map(met.map(({ mailId, email }) => [mailId, domainOf(email)]));
}

type Met = NewReturn & { personId: string; email: string; ofGroup: string };

/** A mail may be about somebody and to another, and an address may be another one since: the key tells. */
async function findReaders(tx: Transaction, house: House, returns: NewReturn[]): Promise<Met[]> {
  const personIds = [...new Set(returns.flatMap(({ personId }) => personId ?? []))];
  if (personIds.length === 0) return [];
  const found = await tx
    .select({ id: people.id, email: people.email, groupId: people.groupId })
    .from(people)
    .where(sql`${people.id} = any(${sql.param(personIds)}::uuid[])`);
  const byId = new Map(found.map((person) => [person.id, person]));
  return returns.flatMap((one) => {
    const { email, groupId, id } = byId.get(one.personId ?? '') ?? {};
    if (!email || !groupId || !id || mailboxKey(house, email) !== one.mailboxKey) return [];
    return [{ ...one, personId: id, email, ofGroup: groupId }];
  });
}

/** Whoever is held at this moment is found out the next time. */
async function markReturned(tx: Transaction, emails: string[]) {
  if (emails.length === 0) return;
  await tx.execute(sql`update ${people} set mail_refused_at = now() where id in (
    select id from ${people} where email = any(${sql.param([...new Set(emails)])}::text[])
    and mail_refused_at is null order by id for no key update skip locked)`);
}

async function countReturns(tx: Transaction, returns: NewReturn[]) {
  const counts = [...Map.groupBy(returns, ({ mailingId }) => mailingId)].flatMap(([mailingId, ofMailing]) => {
    const backCount = ofMailing.filter(
      ({ kind, isFirst, isAtDoor }) => isFirst && !isAtDoor && CAME_BACK.has(kind),
    ).length;
    const complaintCount = ofMailing.filter(({ kind }) => kind === 'complaint').length;
    return mailingId && backCount + complaintCount > 0 ? [{ mailingId, backCount, complaintCount }] : [];
  });
  if (counts.length === 0) return;
  const column = (of: (count: (typeof counts)[number]) => string | number) => sql.param(counts.map(of));
  await tx.execute(sql`
    with counted as materialized (
      select mailing.id, told.back, told.complaints from unnest(${column((one) => one.mailingId)}::uuid[],
        ${column(({ backCount }) => backCount)}::int[], ${column((one) => one.complaintCount)}::int[]) as told(id, back, complaints)
      join ${mailings} mailing on mailing.id = told.id order by mailing.id for no key update of mailing)
    update ${mailings} set came_back_count = came_back_count + counted.back,
      complaint_count = complaint_count + counted.complaints
    from counted where ${mailings.id} = counted.id`);
}

const CAME_BACK = new Set<NewReturn['kind']>(['gone', 'later', 'refused']);

const LINES = {
  gone: 'mail-returned',
  later: 'mail-put-off',
  refused: 'mail-blocked',
  complaint: 'complained',
} as const;

/** What waits has not come back; and of a mailing it is remembered otherwise that its mail was refused at once. */
function isLine({ kind, isAtDoor, mailingId }: Met): boolean {
  return kind !== 'delayed' && !(isAtDoor && mailingId !== null);
}

/** In the group whose mail it was; what the site told somebody about a record belongs to that record. */
async function insertReturnLines(tx: Transaction, met: Met[]) {
  if (met.length === 0) return;
  const column = (of: (one: Met) => string | null) => sql.param(met.map(of));
  await tx.execute(sql`
    insert into ${personHistory} (id, group_id, person_id, kind, subject_id)
    select line.id, person.group_id, person.id, line.kind, mailing.about_id
    from unnest(${column(() => newId())}::uuid[], ${column(({ personId }) => personId)}::uuid[],
      ${column(({ mailingId }) => mailingId)}::uuid[], ${column(({ kind }) => (kind === 'delayed' ? null : LINES[kind]))}::text[])
      as line(id, person_id, mailing_id, kind)
    join ${people} person on person.id = line.person_id
    left join ${mailings} mailing on mailing.id = line.mailing_id and mailing.group_id = person.group_id
    for key share of person skip locked`);
}

/** Whoever called a group's letter spam does not want its mail. */
async function takeAsNo(tx: Transaction, { personId, ofGroup: groupId, groupId: sender }: Met) {
  if (sender !== groupId) return;
  await withdrawConsent(tx, { personId, groupId, way: 'email', purpose: 'updates', how: 'complaint' });
  note(tx, null, 'people.unsubscribed', { groupId, id: personId });
}

function domainOf(email: string): string {
  const domain = email.slice(email.lastIndexOf('@') + 1).toLowerCase();
  return domainToASCII(domain) || domain;
}
