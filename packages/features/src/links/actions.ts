import { newId, type Transaction } from '@groundwork/database';
import { and, inArray, sql, type SQL } from 'drizzle-orm';
import type { PgTable } from 'drizzle-orm/pg-core';
import { randomInt } from 'node:crypto';
import type { Context } from '../context.ts';
import { Invalid } from '../errors.ts';
import { spendQuota } from '../limits/making.ts';
import { findGroup } from '../groups/queries.ts';
import { groups } from '../groups/tables.ts';
import { note } from '../journal.ts';
import { permit } from '../policy.ts';
import { newCode } from './codes.ts';
import type { NewLink } from './contract.ts';
import { linkPolicy } from './policy.ts';
import { links, linkVisits } from './tables.ts';
import { SLUG_STEMS } from '../slugs.ts';

export type LinkToMake = {
  groupId: string;
  path: string;
  label: string;
  code?: string;
  createdBy?: string | null;
};

/** Makes a short link in the caller's transaction. A chosen `code` that is taken is refused (422, field `code`). */
export async function makeLink(tx: Transaction, { code, createdBy = null, ...link }: LinkToMake) {
  const wanted = code?.toLowerCase();
  // A free code is found at the first try unless billions exist; the bound only keeps a defect from looping.
  for (let tries = 0; tries < 5; tries += 1) {
    const [made] = await tx
      .insert(links)
      .values({ ...link, id: newId(), code: wanted ?? newCode(), createdBy })
      .onConflictDoNothing({ target: links.code })
      .returning();
    if (made) {
      note(tx, createdBy, 'links.made', { groupId: link.groupId, id: made.id });
      return made;
    }
    if (wanted) break;
  }
  throw new Invalid([{ name: 'code', code: 'links.taken' }]);
}

/** An organizer makes a further link to a page: one for the flyer, one for the broadcast. */
export async function addLink(ctx: Context, slug: string, { label, ...link }: NewLink) {
  const group = await findGroup(ctx, slug);
  permit(linkPolicy, 'make', group);
  const asked = { ...link, label: label.trim(), groupId: group.id, createdBy: ctx.viewer.id };
  return ctx.change(async (tx) => {
    await spendQuota(ctx, tx, 'links', group.id);
    return makeLink(tx, asked);
  });
}

/** A page has another address: the links that these groups have to it, and to what lies below it, lead on. */
export async function moveLinks(
  tx: Transaction,
  groupIds: string[],
  [from, to]: [string, string],
): Promise<void> {
  await tx
    .update(links)
    .set({ path: sql`${to} || substr(${links.path}, ${from.length + 1}::int)` })
    .where(and(inArray(links.groupId, groupIds), leadsTo(from)));
}

/** A page is hidden, or shown again: the links that these groups have to it, and to what lies below it, lead nowhere meanwhile. */
export async function shutLinks(
  tx: Transaction,
  groupIds: string[],
  { path, isShut }: { path: string; isShut: boolean },
): Promise<void> {
  await tx
    .update(links)
    .set({ shutAt: isShut ? sql`now()` : null })
    .where(and(inArray(links.groupId, groupIds), leadsTo(path)));
}

function leadsTo(path: string) {
  return sql`(${links.path} = ${path} or ${links.path} like ${`${path}/%`})`;
}

/**
 * A group turned private: what it has out (`pages`, under `folder`) gets addresses that nobody can guess, and the old
 * ones are free. The endings are made of the journal entry that asks for it, so that asking twice changes nothing more.
 * `holders`: the ids of other groups that have links to them too.
 */
export async function hideAddresses(
  tx: Transaction,
  pages: PgTable,
  {
    entryId,
    groupId,
    folder,
    holders = sql`(select null::uuid)`,
  }: { entryId: string; groupId: string | null; folder: string; holders?: SQL },
): Promise<void> {
  await tx.execute(sql`
    with shown as (
      select page.id, page.slug, '-' || left(encode(sha256((${entryId} || page.id)::bytea), 'hex'), 10) as ending
      from ${pages} page join ${groups} home on home.id = page.group_id
      where home.id = ${groupId} and home.visibility = 'private' and page.state <> 'draft'
    ), moved as (
      update ${pages} page set slug = rtrim(left(shown.slug, ${SLUG_STEMS.event}::int), '-') || shown.ending from shown
      where page.id = shown.id and right(shown.slug, 11) <> shown.ending
      returning ${folder} || shown.slug as former, ${folder} || page.slug as present
    )
    update ${links} set path = moved.present || substr(path, length(moved.former) + 1) from moved
    where (group_id = ${groupId} or group_id in ${holders}) and (path = moved.former or path like moved.former || '/%')`);
}

/** A group has another address: of its links, those that lead to a group that is no longer there lead to it again. */
export async function followGroup(ctx: Context, groupId: string | null): Promise<void> {
  await ctx.db.execute(sql`
    update ${links} set path = regexp_replace(path, '^/groups/[^/]+', '/groups/' || home.slug)
    from ${groups} home where home.id = ${groupId} and group_id = home.id and path like '/groups/%'
      and not exists (select from ${groups} other where other.slug = split_part(path, '/', 3))`);
}

/** Counts one visit for today (UTC), in one of sixteen rows by chance, so that a rally's visits do not queue. */
export async function countVisit({ db }: Context, linkId: string): Promise<void> {
  await db
    .insert(linkVisits)
    .values({ linkId, day: sql`(now() at time zone 'utc')::date`, shard: randomInt(16), count: 1 })
    .onConflictDoUpdate({
      target: [linkVisits.linkId, linkVisits.day, linkVisits.shard],
      set: { count: sql`${linkVisits.count} + 1` },
    });
}
