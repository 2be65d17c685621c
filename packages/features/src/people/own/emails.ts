import { newId, type Transaction } from '@groundwork/database';
import { and, asc, eq, isNotNull } from 'drizzle-orm';
import type { Context } from '../../context.ts';
import { Conflict, NotFound } from '../../errors.ts';
import { lockGroup } from '../../groups/locks.ts';
import { groups } from '../../groups/tables.ts';
import { note } from '../../journal.ts';
import { tell } from '../../notices/actions.ts';
import { findOwnRecord } from '../queries.ts';
import { isPoint, putFirst, type PointOwner } from '../reach/keeping.ts';
import { contactPoints, people, personHistory } from '../tables.ts';

/** Mail goes to this proven email of theirs from then on; the one that was first is a further one, and is told. */
export async function putOwnEmailFirst(ctx: Context, sealed: string, email: string): Promise<void> {
  await changeOwnEmails(ctx, sealed, async (tx, owner, first) => {
    if (first === email) return;
    const point = { kind: 'email' as const, value: email };
    const isProven = and(isPoint(owner, point), isNotNull(contactPoints.provenAt));
    if ((await tx.$count(contactPoints, isProven)) === 0) throw new NotFound('email');
    await putFirst(tx, owner, { point, before: first });
    await noteOwnCorrection(tx, owner, 'email-first');
    if (first !== null) await tellFormer(tx, ctx, owner, { email: first, isKept: true });
  });
}

/** Takes an email from their record. The first one goes only where another proven one takes its place. */
export async function removeOwnEmail(ctx: Context, sealed: string, email: string): Promise<void> {
  await changeOwnEmails(ctx, sealed, async (tx, owner, first) => {
    if (first !== email) return removeFurther(tx, owner, email);
    const next = await findNextProven(tx, owner);
    if (next === null) throw new Conflict('people.own-email-only');
    await putFirst(tx, owner, { point: { kind: 'email', value: next }, before: null });
    await noteOwnCorrection(tx, owner, 'email-removed');
    await tellFormer(tx, ctx, owner, { email, isKept: false });
  });
}

/** The first email of a record that is held until the transaction ends. */
export async function lockFirstEmail(tx: Transaction, { id }: PointOwner): Promise<string | null> {
  const [person] = await tx
    .select({ email: people.email })
    .from(people)
    .where(eq(people.id, id))
    .for('update');
  if (!person) throw new NotFound('record');
  return person.email;
}

/** Their history says what they corrected, and not what it was before. */
export async function noteOwnCorrection(
  tx: Transaction,
  { id, groupId }: PointOwner,
  field: string,
): Promise<void> {
  const line = { groupId, personId: id, kind: 'corrected' as const, fields: [field] };
  await tx.insert(personHistory).values({ ...line, id: newId() });
  note(tx, null, 'people.corrected', { groupId, id }, { fields: [field] });
}

/** One at a time in a group, as when organizers change the same. */
async function changeOwnEmails(
  ctx: Context,
  sealed: string,
  work: (tx: Transaction, owner: PointOwner, first: string | null) => Promise<void>,
): Promise<void> {
  const { id, groupId } = await findOwnRecord(ctx, sealed);
  await ctx.change(async (tx) => {
    await lockGroup(tx, groupId);
    await work(tx, { id, groupId }, await lockFirstEmail(tx, { id, groupId }));
  });
}

async function removeFurther(tx: Transaction, owner: PointOwner, email: string): Promise<void> {
  const gone = await tx
    .delete(contactPoints)
    .where(isPoint(owner, { kind: 'email', value: email }))
    .returning({ id: contactPoints.id });
  if (gone.length > 0) await noteOwnCorrection(tx, owner, 'email-further-removed');
}

async function findNextProven(tx: Transaction, { id }: PointOwner): Promise<string | null> {
  const { kind, value, provenAt, addedAt } = contactPoints;
  const [next] = await tx
    .select({ value })
    .from(contactPoints)
    .where(and(eq(contactPoints.personId, id), eq(kind, 'email'), isNotNull(provenAt)))
    .orderBy(asc(addedAt), asc(contactPoints.id))
    .limit(1);
  return next?.value ?? null;
}

/** Whoever holds somebody else's link could lead their mail away: so it is told where it went until then. */
async function tellFormer(
  tx: Transaction,
  ctx: Context,
  { id }: PointOwner,
  { email, isKept }: { email: string; isKept: boolean },
): Promise<void> {
  const [about] = await tx
    .select({ id: people.id, groupId: people.groupId, language: people.language, groupName: groups.name })
    .from(people)
    .innerJoin(groups, eq(groups.id, people.groupId))
    .where(eq(people.id, id));
  if (!about) throw new NotFound('record');
  const to = { person: id, email, language: about.language };
  await tell(tx, ctx, 'people.own-email-moved', { to, about, changeId: newId(), isKept });
}
