import type { Queryable } from '@groundwork/database';
import { and, asc, eq, not, sql } from 'drizzle-orm';
import { accounts } from '../../accounts/tables.ts';
import type { Context } from '../../context.ts';
import { NotFound } from '../../errors.ts';
import { findGroup } from '../../groups/queries.ts';
import { carries, shownName, standingOf } from '../../groups/standing.ts';
import { findFieldsSeen } from '../../people/fields/queries.ts';
import { findPeopleHolder } from '../../people/queries.ts';
import { people } from '../../people/tables.ts';
import { permit } from '../../policy.ts';
import type { Line } from '../lines.ts';
import { nameLines, scopeFor, viewingOf, type Viewing } from '../queries.ts';
import { seenColumns } from './columns.ts';
import type { GoneThing } from './contract.ts';
import { viewPolicy } from './policy.ts';
import { peopleViews, viewShares } from './tables.ts';

/** A group's views, by name. Few: see MOST_VIEWS. */
export async function listViews(ctx: Context, slug: string) {
  const group = await findPeopleHolder(ctx, slug);
  return ctx.db
    .select({
      id: peopleViews.id,
      name: peopleViews.name,
      lines: peopleViews.lines,
      order: peopleViews.order,
    })
    .from(peopleViews)
    .where(eq(peopleViews.groupId, group.id))
    .orderBy(asc(sql`lower(${peopleViews.name})`), asc(peopleViews.id));
}

/** One of a group's, with whom it is shared. */
export async function findWholeView(ctx: Context, slug: string, viewId: string) {
  const group = await findPeopleHolder(ctx, slug);
  const viewing = viewingOf(group);
  const view = await findView(ctx.db, viewing, viewId);
  const [named, gone, shares] = await Promise.all([
    scopeFor(ctx, viewing, view.lines).then((scope) => nameLines(ctx, scope, view.lines)),
    findGone(ctx, viewing, view),
    listShares(ctx.db, { groupId: group.id, viewId }),
  ]);
  return { ...view, named, gone, shares, group };
}

/** What a view is to somebody who sees the group's people so. */
export async function findView(db: Queryable, { groupId, seesAll }: Viewing, viewId: string) {
  const [[view], fields] = await Promise.all([
    db
      .select(viewColumns)
      .from(peopleViews)
      .where(and(eq(peopleViews.groupId, groupId), eq(peopleViews.id, viewId))),
    findFieldsSeen(db, { id: groupId, seesAll }),
  ]);
  if (!view) throw new NotFound('view');
  const seen = seenColumns(view.columns, fields);
  return { ...view, columns: seen, missingCount: view.columns.length - seen.length };
}
export type SeenView = Awaited<ReturnType<typeof findView>>;

/** The kinds of what a view asks for and what is gone, each once. */
export async function findGone(
  ctx: Context,
  viewing: Viewing,
  { lines, missingCount }: Pick<SeenView, 'lines' | 'missingCount'>,
): Promise<GoneThing[]> {
  const named = await nameLines(ctx, await scopeFor(ctx, viewing, lines), lines);
  const gone = named.flatMap(({ who, isGone }) => (isGone ? kindOfThing(who) : []));
  const isTagGone = await someTagIsGone(ctx.db, viewing.groupId, lines);
  return [
    ...new Set([
      ...(missingCount > 0 ? ['column' as const] : []),
      ...gone,
      ...(isTagGone ? ['tag' as const] : []),
    ]),
  ];
}

/** The views that are shared with the viewer in a group of theirs, by name. */
export async function listSharedViews(ctx: Context, slug: string) {
  const group = await findGroup(ctx, slug);
  if (!group.myRole) throw new NotFound('views');
  return ctx.db
    .select({ id: peopleViews.id, name: peopleViews.name })
    .from(viewShares)
    .innerJoin(peopleViews, eq(peopleViews.id, viewShares.viewId))
    .where(and(eq(viewShares.groupId, group.id), eq(viewShares.accountId, ctx.viewer.id)))
    .orderBy(asc(sql`lower(${peopleViews.name})`), asc(peopleViews.id));
}

/** A view that is shared with the viewer, as they may see it: fields that only stewards see are not there. */
export async function findSharedView(ctx: Context, slug: string, viewId: string) {
  const group = await findGroup(ctx, slug);
  const isTheirs = and(
    eq(viewShares.viewId, viewId),
    eq(viewShares.groupId, group.id),
    eq(viewShares.accountId, ctx.viewer.id),
  );
  const [share] = await ctx.db.select({ id: viewShares.viewId }).from(viewShares).where(isTheirs);
  if (!share) throw new NotFound('view');
  const viewing = { groupId: group.id, seesAll: false, seesRoles: false };
  return { ...(await findView(ctx.db, viewing, viewId)), viewing };
}

/** Members who do not see the group's people, for whoever may share a view with them: the first by name. */
export async function listViewReceivers(ctx: Context, slug: string, search = '') {
  const group = await findPeopleHolder(ctx, slug);
  permit(viewPolicy, 'share', group);
  const sought = search.toWellFormed().trim().toLowerCase();
  const isSought = sought ? sql`strpos(lower(${shownName()}), ${sought}) > 0` : undefined;
  return ctx.db
    .select({ id: accounts.id, name: shownName() })
    .from(accounts)
    .innerJoin(...standingOf(accounts.id, sql`${group.id}::uuid`))
    .where(and(not(carries('see_people')), isSought))
    .orderBy(asc(sql`lower(${shownName()})`), asc(accounts.id))
    .limit(200);
}

const viewColumns = {
  id: peopleViews.id,
  name: peopleViews.name,
  columns: peopleViews.columns,
  lines: peopleViews.lines,
  order: peopleViews.order,
};

function listShares(db: Queryable, { groupId, viewId }: { groupId: string; viewId: string }) {
  return db
    .select({ accountId: viewShares.accountId, name: shownName(), sharedAt: viewShares.sharedAt })
    .from(viewShares)
    .innerJoin(accounts, eq(accounts.id, viewShares.accountId))
    .innerJoin(...standingOf(sql`${viewShares.accountId}`, sql`${viewShares.groupId}`))
    .where(and(eq(viewShares.groupId, groupId), eq(viewShares.viewId, viewId)))
    .orderBy(asc(sql`lower(${shownName()})`), asc(viewShares.accountId));
}

function kindOfThing(who: Line['who']): GoneThing[] {
  if (who.is === 'field' || who.is === 'within' || who.is === 'listed')
    return [({ field: 'field', within: 'segment', listed: 'list' } as const)[who.is]];
  if ('campaign' in who) return ['campaign'];
  if (who.is === 'brought') return ['link'];
  if (who.is === 'role') return ['role'];
  return 'event' in who ? ['event'] : [];
}

/** A tag is there as long as somebody has it. */
async function someTagIsGone(db: Queryable, groupId: string, lines: Line[]): Promise<boolean> {
  const tags = lines.flatMap(({ who }) => (who.is === 'tagged' ? who.tag : []));
  const found = await Promise.all(
    [...new Set(tags)].map((tag) =>
      db
        .select({ id: people.id })
        .from(people)
        .where(and(eq(people.groupId, groupId), sql`${people.tags} @> array[${tag}]::text[]`))
        .limit(1),
    ),
  );
  return found.some((rows) => rows.length === 0);
}
