import { newId, type Transaction } from '@groundwork/database';
import { and, eq, sql } from 'drizzle-orm';
import type { Context } from '../../context.ts';
import { Conflict, Invalid, NotFound } from '../../errors.ts';
import { standsIn } from '../../groups/standing.ts';
import { changeThingsOf } from '../../groups/locks.ts';
import { findGroup, type SeenGroup } from '../../groups/queries.ts';
import { note } from '../../journal.ts';
import { spendQuota } from '../../limits/making.ts';
import { findFields } from '../../people/fields/queries.ts';
import { permit } from '../../policy.ts';
import { readLines } from '../writing.ts';
import { seenColumns } from './columns.ts';
import type { PeopleViewInput } from './contract.ts';
import { viewPolicy } from './policy.ts';
import { peopleViews, viewShares } from './tables.ts';
import { tellOfShare } from './telling.ts';

const MOST_VIEWS = 100;
/** More see the people by a role. */
const MOST_SHARES = 50;

/** Keeps columns over the group's people under a name. Answers the view's id. */
export async function makeView(ctx: Context, slug: string, asked: PeopleViewInput): Promise<string> {
  return changeViews(ctx, slug, async (tx, group) => {
    const said = await readView(tx, group, asked);
    if ((await tx.$count(peopleViews, eq(peopleViews.groupId, group.id))) >= MOST_VIEWS)
      throw new Conflict('segments.too-many-views', { most: MOST_VIEWS });
    await spendQuota(ctx, tx, 'people-views', group.id);
    const id = newId();
    await tx.insert(peopleViews).values({ ...said, id, groupId: group.id, madeBy: ctx.viewer.id });
    note(tx, ctx, 'segments.view-made', { groupId: group.id, id });
    return id;
  });
}

/** Puts other columns, lines or another order in place of a view's: those it is shared with are shown them from then on. */
export async function changeView(
  ctx: Context,
  slug: string,
  { id, ...asked }: PeopleViewInput & { id: string },
): Promise<void> {
  await changeViews(ctx, slug, async (tx, group) => {
    await findOwn(tx, group.id, id);
    await tx
      .update(peopleViews)
      .set(await readView(tx, group, asked))
      .where(eq(peopleViews.id, id));
    note(tx, ctx, 'segments.view-changed', { groupId: group.id, id });
  });
}

/** Removes a view, and from the sight of everybody it is shared with. The people stay. */
export async function removeView(ctx: Context, slug: string, id: string): Promise<void> {
  await changeViews(ctx, slug, async (tx, group) => {
    await findOwn(tx, group.id, id);
    await tx.delete(peopleViews).where(eq(peopleViews.id, id));
    note(tx, ctx, 'segments.view-removed', { groupId: group.id, id });
  });
}

/** Shows a view to a member who does not see the group's people otherwise, and tells them. Again, it changes nothing. */
export async function shareView(
  ctx: Context,
  slug: string,
  { viewId, accountId }: { viewId: string; accountId: string },
): Promise<void> {
  await changeViews(ctx, slug, async (tx, group) => {
    await findOwn(tx, group.id, viewId);
    await refuseReceiver(tx, group.id, accountId);
    const ofView = and(eq(viewShares.groupId, group.id), eq(viewShares.viewId, viewId));
    if ((await tx.$count(viewShares, ofView)) >= MOST_SHARES)
      throw new Conflict('segments.too-many-shares', { most: MOST_SHARES });
    const [shared] = await tx
      .insert(viewShares)
      .values({ viewId, groupId: group.id, accountId, sharedBy: ctx.viewer.id })
      .onConflictDoNothing()
      .returning({ sharedAt: viewShares.sharedAt });
    if (!shared) return;
    await spendQuota(ctx, tx, 'people-views', group.id);
    note(tx, ctx, 'segments.view-shared', { groupId: group.id, id: viewId }, { accountId });
    await tellOfShare(tx, ctx, group, { viewId, accountId, ...shared });
  });
}

/** Ends that a view is shown to a member, at once. */
export async function endViewShare(
  ctx: Context,
  slug: string,
  { viewId, accountId }: { viewId: string; accountId: string },
): Promise<void> {
  const group = await findGroup(ctx, slug);
  if (!viewPolicy.see(group)) throw new NotFound('views');
  permit(viewPolicy, 'endShare', group);
  await ctx.change(async (tx) => {
    await findOwn(tx, group.id, viewId);
    const ended = await tx
      .delete(viewShares)
      .where(and(eq(viewShares.viewId, viewId), eq(viewShares.accountId, accountId)))
      .returning({ viewId: viewShares.viewId });
    if (ended.length === 0) return;
    note(tx, ctx, 'segments.view-share-ended', { groupId: group.id, id: viewId }, { accountId });
  });
}

/** One change of a group's views at a time, by whoever may make them. */
async function changeViews<T>(
  ctx: Context,
  slug: string,
  work: (tx: Transaction, group: SeenGroup) => Promise<T>,
): Promise<T> {
  return changeThingsOf(ctx, { slug, what: 'views', policy: viewPolicy, deed: 'save' }, work);
}

async function findOwn(tx: Transaction, groupId: string, id: string) {
  const [view] = await tx
    .select({ id: peopleViews.id })
    .from(peopleViews)
    .where(and(eq(peopleViews.groupId, groupId), eq(peopleViews.id, id)));
  if (!view) throw new NotFound('view');
}

/** A field that is gone, or that the viewer may not see, is no column. */
async function readView(tx: Transaction, group: SeenGroup, asked: PeopleViewInput) {
  const { columns, order = 'newest' } = asked;
  if (new Set(columns).size < columns.length) throw new Invalid([{ name: 'columns', code: 'field.twice' }]);
  if (seenColumns(columns, await findFields(tx, group)).length < columns.length)
    throw new Invalid([{ name: 'columns', code: 'segments.column-gone' }]);
  return { name: asked.name.trim(), columns, order, lines: readLines(asked.lines) };
}

async function refuseReceiver(tx: Transaction, groupId: string, accountId: string) {
  const standsAs = (responsibility?: 'see_people') =>
    standsIn(sql`${accountId}::uuid`, sql`${groupId}::uuid`, responsibility);
  const { rows } = await tx.execute<{ isMember: boolean; sees: boolean }>(
    sql`select ${standsAs()} as "isMember", ${standsAs('see_people')} as sees`,
  );
  if (!rows[0]?.isMember) throw new NotFound('member');
  if (rows[0].sees) throw new Conflict('segments.receiver-sees-people');
}
