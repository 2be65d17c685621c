import { newId, type Transaction } from '@groundwork/database';
import { and, eq, inArray, sql } from 'drizzle-orm';
import type { Context } from '../../context.ts';
import { Conflict, Invalid } from '../../errors.ts';
import { note } from '../../journal.ts';
import { spendQuota } from '../../limits/making.ts';
import { people } from '../../people/tables.ts';
import { permit } from '../../policy.ts';
import { withSearch } from '../found.ts';
import { addList } from '../lists/actions.ts';
import { findList } from '../lists/queries.ts';
import { viewingOf, refuseOddValues, scopeFor } from '../queries.ts';
import { changeSaved } from '../saving.ts';
import { readLines } from '../writing.ts';
import type { DeedApproval, DeedInput } from './contract.ts';
import { deedPolicy } from './policy.ts';
import { findDeed, findDoer, mayBeUndone, type SeenDeed } from './queries.ts';
import { saidOf, type Said } from './saying.ts';
import { deedPeople, peopleDeeds } from './tables.ts';

/** Puts a deed over people together, of which the next page asks the rest; nothing is done yet. Answers its id. */
export async function prepareDeed(ctx: Context, slug: string, asked: DeedInput): Promise<string> {
  const group = await findDoer(ctx, slug);
  const { kind, ids } = asked;
  permit(deedPolicy, kind, group);
  const lines = ids
    ? null
    : await withSearch(ctx, group.id, { lines: readLines(asked.lines), search: asked.search });
  const viewing = viewingOf(group);
  // Refused here, and not when the worker comes to it.
  if (lines) refuseOddValues(lines, await scopeFor(ctx, viewing, lines));
  const id = newId();
  const isGathered = lines === null;
  const { groupId, seesAll } = viewing;
  await ctx.change(async (tx) => {
    await spendQuota(ctx, tx, 'people-deeds', groupId);
    await tx
      .insert(peopleDeeds)
      .values({ groupId, seesAll, id, askedBy: ctx.viewer.id, kind, lines, isGathered });
    if (ids) await tick(tx, { id, groupId: group.id, ids });
  });
  return id;
}

/** Asks the worker to do it, with what its kind asks for; accepted is durable. */
export async function approveDeed(
  ctx: Context,
  slug: string,
  deedId: string,
  approval: DeedApproval,
): Promise<void> {
  const deed = await findDeed(ctx, slug, deedId);
  permit(deedPolicy, deed.kind, deed.group);
  if (deed.kind === 'export') throw new Conflict('segments.deed-state');
  if (deed.kind === 'list' || deed.kind === 'unlist') {
    await changeSaved(ctx, slug, async (tx) =>
      begin(ctx, tx, deed, { listId: await listAsked(ctx, tx, deed, approval) }),
    );
    return;
  }
  await ctx.change(async (tx) => begin(ctx, tx, deed, await saidOf(tx, deed, approval)));
}

/** Asks the worker to take back exactly what a deed changed. */
export async function askToUndoDeed(ctx: Context, slug: string, deedId: string): Promise<void> {
  const deed = await findDeed(ctx, slug, deedId);
  permit(deedPolicy, deed.kind, deed.group);
  if (!mayBeUndone(deed)) throw new Conflict('segments.deed-state');
  await ctx.change(async (tx) => {
    await moveOn(tx, deedId, { from: 'done', to: 'undo-asked' });
    note(tx, ctx, 'segments.deed-undo-asked', { groupId: deed.group.id, id: deedId });
  });
}

type Ticked = { id: string; groupId: string; ids: string[] };
/** Those of the group among whom were ticked, so that no id of another group does anything. */
async function tick(tx: Transaction, { id, groupId, ids }: Ticked) {
  const own = tx
    .select({
      deedId: sql`${id}::uuid`.as('deed_id'),
      personId: people.id,
      isChanged: sql`null::boolean`.as('is_changed'),
      before: sql`null::jsonb`.as('before'),
    })
    .from(people)
    .where(and(eq(people.groupId, groupId), inArray(people.id, ids)));
  const ticked = await tx.insert(deedPeople).select(own).returning({ personId: deedPeople.personId });
  if (ticked.length === 0) throw new Invalid([{ name: 'ids', code: 'segments.nobody-ticked' }]);
  await tx.update(peopleDeeds).set({ totalCount: ticked.length }).where(eq(peopleDeeds.id, id));
}

async function listAsked(ctx: Context, tx: Transaction, deed: SeenDeed, { list, name }: DeedApproval) {
  if (list) return (await findList({ db: tx }, deed.group.id, list)).id;
  if (deed.kind === 'list' && name?.trim()) return addList(ctx, tx, deed.group.id, name);
  throw new Invalid([{ name: 'list', code: 'field.required' }]);
}

async function begin(ctx: Context, tx: Transaction, deed: SeenDeed, said: Said) {
  await moveOn(tx, deed.id, { from: 'draft', to: 'asked' });
  await tx.update(peopleDeeds).set(said).where(eq(peopleDeeds.id, deed.id));
  note(tx, ctx, 'segments.deed-asked', { groupId: deed.group.id, id: deed.id });
}

type Move = { from: 'draft' | 'done'; to: 'asked' | 'undo-asked' };
async function moveOn(tx: Transaction, deedId: string, { from, to }: Move) {
  const moved = await tx
    .update(peopleDeeds)
    .set({ state: to })
    .where(and(eq(peopleDeeds.id, deedId), eq(peopleDeeds.state, from)))
    .returning({ id: peopleDeeds.id });
  if (moved.length === 0) throw new Conflict('segments.deed-state');
}
