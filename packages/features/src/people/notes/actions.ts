import { newId, type Transaction } from '@groundwork/database';
import { and, eq, isNotNull, isNull, lt, or, sql } from 'drizzle-orm';
import type { Context } from '../../context.ts';
import { Forbidden, NotFound } from '../../errors.ts';
import { note } from '../../journal.ts';
import { spendQuota } from '../../limits/making.ts';
import { permit } from '../../policy.ts';
import { peoplePolicy } from '../policy.ts';
import { findPersonOf } from '../queries.ts';
import type { NewNote } from './contract.ts';
import { isKept } from './queries.ts';
import { personNotes } from './tables.ts';

type Which = { slug: string; personId: string; noteId: string };

/** Writes down something about a person. Answers its id. */
export async function writeNote(
  ctx: Context,
  { slug, personId, ...written }: NewNote & Omit<Which, 'noteId'>,
): Promise<string> {
  const { group } = await findPersonOf(ctx, slug, personId);
  permit(peoplePolicy, 'note', group);
  return ctx.change(async (tx) => {
    await spendQuota(ctx, tx, 'notes', group.id);
    return keepNote(tx, ctx, { ...written, groupId: group.id, id: personId });
  });
}

/** The same within a change that counts it; `id` is the person's. */
export async function keepNote(
  tx: Transaction,
  ctx: Context,
  { groupId, id: personId, body, contactedBy, months = 24 }: NewNote & { groupId: string; id: string },
): Promise<string> {
  const id = newId();
  const until = sql`now() + make_interval(months => ${months})`;
  const whose = { groupId, personId, authorId: ctx.viewer.id };
  await tx.insert(personNotes).values({ ...whose, id, body, contactedBy: contactedBy || null, until });
  note(tx, ctx, 'people.noted', { groupId, id: personId });
  return id;
}

/** Corrects what a note says, which only who wrote it may; how long it is kept stays. */
export async function correctNote(ctx: Context, which: Which, body: string): Promise<void> {
  const { group, isMine } = await findNote(ctx, which);
  permit(peoplePolicy, 'note', group);
  if (!isMine) throw new Forbidden('people.note-of-another');
  await ctx.change(async (tx) => {
    const correctedAt = sql`now()`;
    await tx
      .update(personNotes)
      .set({ body, correctedAt })
      .where(and(eq(personNotes.id, which.noteId), isKept()));
    note(tx, ctx, 'people.note-corrected', { groupId: group.id, id: which.personId });
  });
}

/** Takes a note off; for a day it can be put back. */
export async function removeNote(ctx: Context, which: Which): Promise<void> {
  const { group } = await findNote(ctx, which);
  permit(peoplePolicy, 'note', group);
  await ctx.change(async (tx) => {
    const isThere = and(eq(personNotes.id, which.noteId), isNull(personNotes.removedAt));
    const removed = await tx
      .update(personNotes)
      .set({ removedAt: sql`now()` })
      .where(isThere);
    if (removed.rowCount) note(tx, ctx, 'people.note-removed', { groupId: group.id, id: which.personId });
  });
}

/** Puts a note back that was taken off. */
export async function restoreNote(ctx: Context, which: Which): Promise<void> {
  const { group } = await findNote(ctx, which);
  permit(peoplePolicy, 'note', group);
  await ctx.change(async (tx) => {
    const isOff = and(eq(personNotes.id, which.noteId), isNotNull(personNotes.removedAt));
    const restored = await tx.update(personNotes).set({ removedAt: null }).where(isOff);
    if (restored.rowCount) note(tx, ctx, 'people.note-restored', { groupId: group.id, id: which.personId });
  });
}

/** Forgets notes whose day has come, and what was taken off a day ago. */
export async function forgetNotes(ctx: Context): Promise<void> {
  await ctx.change(async (tx) => {
    const isOver = lt(personNotes.until, sql`now()`);
    const isOff = lt(personNotes.removedAt, sql`now() - interval '1 day'`);
    const gone = await tx
      .delete(personNotes)
      .where(or(isOver, isOff))
      .returning({ groupId: personNotes.groupId });
    for (const [groupId, { length: count }] of Map.groupBy(gone, (one) => one.groupId))
      note(tx, null, 'people.notes-forgotten', { groupId }, { count });
  });
}

/** A note about this person, taken off or not, whose day has not come. */
async function findNote(ctx: Context, { slug, personId, noteId }: Which) {
  const { group } = await findPersonOf(ctx, slug, personId);
  const isAbout = and(eq(personNotes.personId, personId), eq(personNotes.id, noteId));
  const [found] = await ctx.db
    .select({ authorId: personNotes.authorId })
    .from(personNotes)
    .where(and(isAbout, sql`${personNotes.until} > now()`));
  if (!found) throw new NotFound('note');
  return { group, isMine: found.authorId === ctx.viewer.id };
}
