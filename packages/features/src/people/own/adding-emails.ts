import { newId, type Transaction } from '@groundwork/database';
import { and, asc, eq, inArray, isNotNull, sql } from 'drizzle-orm';
import type { Context } from '../../context.ts';
import { Invalid, NotFound } from '../../errors.ts';
import { lockGroup } from '../../groups/locks.ts';
import { groups } from '../../groups/tables.ts';
import { spend, trySpend } from '../../limits/limits.ts';
import { tell } from '../../notices/actions.ts';
import { mailboxOf } from '../../outbox/mailboxes.ts';
import { reopenMailbox } from '../../outbox/shut-mailboxes.ts';
import { sealedId } from '../../site/tokens.ts';
import { personBy, provePoint } from '../points.ts';
import { findOwnRecord } from '../queries.ts';
import { addFurther, isPoint, setFirst, type PointOwner } from '../reach/keeping.ts';
import { contactPoints, people } from '../tables.ts';
import { openEmailAsked, sealEmailAsked, type EmailAsked } from './email-seals.ts';
import { lockFirstEmail, noteOwnCorrection } from './emails.ts';
import { openMailbox } from './mailboxes.ts';
import { listOfMailbox } from './queries.ts';

const DAY_MINUTES = 24 * 60;
/** Of one record, or of who asks for all of theirs. */
const PER_ASKER = { name: 'people.own-emails-added', count: 5, minutes: DAY_MINUTES };
/** Whoever types it, for whichever record: enough for who lost the mail, and no flood. */
const PER_MAILBOX = { name: 'people.own-emails-asked', count: 3, minutes: DAY_MINUTES };

/**
 * Asks at an address whether it is theirs whose record this is; nothing changes until somebody says so there. Whether
 * another record has it, whoever asks cannot tell.
 */
export async function askToAddEmail(ctx: Context, sealed: string, email: string): Promise<void> {
  const { id, groupId, language } = await findOwnRecord(ctx, sealed);
  if (await isProvenOf(ctx, { id, groupId }, email))
    throw new Invalid([{ name: 'email', code: 'people.own-email-known' }]);
  await askAt(ctx, { email, personId: id }, { asker: id, language });
}

/** The same for each record of who reads this mailbox. */
export async function askToAddEmailToAll(ctx: Context, sealed: string, email: string): Promise<void> {
  const mailbox = openMailbox(ctx, sealed);
  await askAt(ctx, { email, mailbox }, { asker: mailboxOf(mailbox), language: ctx.language });
}

/** What whoever reads the mail there is asked: of which groups' records, and whether another record has it. */
export async function findEmailAsked(ctx: Context, sealed: string) {
  const asked = mustOpen(ctx, sealed);
  return { email: asked.email, groups: (await listRecords(ctx, asked)).map(({ record }) => record) };
}

/**
 * They say yes: it is a further email of these records, proven, or the first one where there was none. A group that has
 * another record for it keeps both as they are. Safe to do twice.
 */
export async function addEmailAsked(ctx: Context, sealed: string) {
  const asked = mustOpen(ctx, sealed);
  const records = await listRecords(ctx, asked);
  await ctx.change(async (tx) => {
    for (const { owner } of records) {
      await lockGroup(tx, owner.groupId);
      await addTo(tx, owner, asked.email);
    }
    reopenMailbox(tx, ctx, asked.email);
  });
  return findEmailAsked(ctx, sealed);
}

type Asker = { asker: string; language: Context['language'] };

/** Counted whether or not anybody has the address. One that had enough of it is answered like any. */
async function askAt(ctx: Context, asked: EmailAsked, { asker, language }: Asker): Promise<void> {
  const { email } = asked;
  await spend(ctx, { limit: PER_ASKER, key: asker });
  if ((await trySpend(ctx, { limit: PER_MAILBOX, key: mailboxOf(email) })) !== null) return;
  const to = { typed: 'form', email, language } as const;
  await ctx.change((tx) =>
    tell(tx, ctx, 'people.own-email-asked', { to, id: newId(), sealed: sealEmailAsked(ctx, asked) }),
  );
}

async function isProvenOf({ db }: Context, owner: PointOwner, email: string): Promise<boolean> {
  const isFirst = and(eq(people.id, owner.id), eq(people.email, email));
  const isFurther = and(isPoint(owner, { kind: 'email', value: email }), isNotNull(contactPoints.provenAt));
  return (await db.$count(people, isFirst)) + (await db.$count(contactPoints, isFurther)) > 0;
}

function mustOpen(ctx: Context, sealed: string): EmailAsked {
  const asked = openEmailAsked(ctx, sealed);
  if (!asked) throw new NotFound('email');
  return asked;
}

/** The records it is asked for as they are now, in the order in which several are locked. */
async function listRecords(ctx: Context, asked: EmailAsked) {
  const { email } = asked;
  const has = sql`(${people.email} = ${email} or exists (select from ${contactPoints} point
    where point.person_id = ${people.id} and point.kind = 'email' and point.value = ${email} and point.proven_at is not null))`;
  const rows = await ctx.db
    .select({
      id: people.id,
      groupId: people.groupId,
      groupName: groups.name,
      isTheirs: sql<boolean>`coalesce(${has}, false)`,
      isTaken: sql<boolean>`coalesce(${personBy(people.groupId, email)} <> ${people.id}, false)`,
    })
    .from(people)
    .innerJoin(groups, eq(groups.id, people.groupId))
    .where(inArray(people.id, await idsAsked(ctx, asked)))
    .orderBy(asc(people.groupId), asc(people.id));
  if (rows.length === 0) throw new NotFound('record');
  return rows.map(({ id, groupId, groupName, isTheirs, isTaken }) => {
    const state = isTaken ? ('taken' as const) : isTheirs ? ('theirs' as const) : ('new' as const);
    const sealed = isTheirs ? sealedId(ctx.settings.secret, 'own-record', id) : null;
    return { owner: { id, groupId }, record: { groupName, state, sealed } };
  });
}

/** A record that was made one with another since is that one. */
async function idsAsked(ctx: Context, asked: EmailAsked): Promise<string[]> {
  if ('mailbox' in asked) return (await listOfMailbox(ctx.db, asked.mailbox)).map(({ id }) => id);
  const { id } = await findOwnRecord(ctx, sealedId(ctx.settings.secret, 'own-record', asked.personId));
  return [id];
}

async function addTo(tx: Transaction, owner: PointOwner, email: string): Promise<void> {
  const first = await lockFirstEmail(tx, owner);
  const { rows } = await tx.execute<{ id: string | null }>(
    sql`select ${personBy(owner.groupId, email)} as id`,
  );
  const had = rows[0]?.id ?? null;
  if (first === email || (had !== null && had !== owner.id)) return;
  if (had !== null) return provePoint(tx, { personId: owner.id, email });
  const now = new Date();
  const kept = { kind: 'email', value: email, source: 'own-page' } as const;
  const [at, provenAt] = [now.toISOString(), now.toISOString()];
  if (first === null)
    await setFirst(tx, owner, { ...kept, origin: { source: kept.source, at, isOfRecord: false, provenAt } });
  else await addFurther(tx, owner, { ...kept, provenAt: now });
  await noteOwnCorrection(tx, owner, first === null ? 'email' : 'email-further');
}
