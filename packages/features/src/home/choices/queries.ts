import { asc, eq, sql } from 'drizzle-orm';
import { accounts } from '../../accounts/tables.ts';
import type { Context } from '../../context.ts';
import { NotFound } from '../../errors.ts';
import { standingOf } from '../../groups/standing.ts';
import { groups } from '../../groups/tables.ts';
import type { Loudness } from '../../notices/choices.ts';
import { findChoices } from '../../notices/queries.ts';
import { groupLoudness } from '../../notices/tables.ts';
import { listHushed } from './hushing.ts';

/** As many groups as one page holds. */
const MOST = 500;

/** How the viewer wants to be told, and how loud each of their groups is. */
export async function findOwnChoices(ctx: Context) {
  const { db, viewer } = ctx;
  const [choices, [account], hushed, loudness] = await Promise.all([
    findChoices(db, viewer.id),
    db.select({ timeZone: accounts.timeZone }).from(accounts).where(eq(accounts.id, viewer.id)),
    listHushed(ctx),
    db
      .select({
        group: { slug: groups.slug, name: groups.name },
        loudness: sql<Loudness>`coalesce((select own.loudness from ${groupLoudness} own
          where own.account_id = ${viewer.id} and own.group_id = ${groups.id}), 'important')`,
      })
      .from(groups)
      .innerJoin(...standingOf(viewer.id))
      .orderBy(asc(sql`lower(${groups.name})`), asc(groups.id))
      .limit(MOST),
  ]);
  if (!account) throw new NotFound('account');
  const silentUntil = choices.silentUntil && choices.silentUntil > new Date() ? choices.silentUntil : null;
  return {
    ...choices,
    silentUntil: silentUntil && silentUntil.toISOString(),
    timeZone: account.timeZone,
    hushed,
    loudness,
  };
}
