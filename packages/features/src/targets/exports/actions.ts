import { eq, sql } from 'drizzle-orm';
import type { Context } from '../../context.ts';
import { groupPolicy } from '../../groups/policy.ts';
import { findGroup } from '../../groups/queries.ts';
import { groups } from '../../groups/tables.ts';
import { targets } from '../../groups/targets/tables.ts';
import { note, theGroup } from '../../journal.ts';
import { spendQuota } from '../../limits/making.ts';
import { copyOut, inert, utc, withMark } from '../../people/exports/copying.ts';
import { permit } from '../../policy.ts';
import { campaigns } from '../../campaigns/tables.ts';
import { targetAsks, targetNotes } from '../tables.ts';

const HEADER =
  'line,name,office,area,email,phone,page,address,left_on,held_by,text,asked_on,campaign,answer,answered_on,promise,due_on,outcome,outcome_word,written_at_utc\n';

/**
 * A group's targets, what it asked of any and what it keeps in mind of them, as CSV: a line for each, oldest first. Nothing that
 * another group wrote is in it. It is on record before it leaves.
 */
export async function exportTargets(ctx: Context, slug: string): Promise<{ fileName: string; csv: Buffer }> {
  const group = await findGroup(ctx, slug);
  permit(groupPolicy, 'exportPeople', group);
  await ctx.change(async (tx) => {
    await spendQuota(ctx, tx, 'exports', group.id);
    note(tx, ctx, 'targets.exported', theGroup(group.id));
  });
  const csv = withMark(HEADER, await copyOut(ctx.db, linesOf(group.id)));
  return { fileName: `${group.slug}-targets.csv`, csv };
}

function linesOf(groupId: string) {
  const [t, a, n, c] = [targets, targetAsks, targetNotes, campaigns];
  const whose = sql`${inert(t.name)} as name, ${inert(t.office)}, ${inert(t.area)}, ${inert(t.email)}, ${inert(t.phone)},
    ${inert(t.page)}, ${inert(t.address)}, ${t.leftOn}, ${inert(groups.name)}`;
  const held = sql`left join ${groups} on ${eq(groups.id, t.groupId)}`;
  return sql`select line, name, office, area, email, phone, page, address, left_on, held_by, said, asked_on, campaign, answer,
      answered_on, promise, due_on, outcome, outcome_word, written_at from (
    select 'target', ${whose}, null::text, null::date, null::text, null::text, null::date, null::text, null::date, null::text,
      null::text, ${utc(t.addedAt)}, ${t.id}
      from ${t} ${held} where ${eq(t.groupId, groupId)}
    union all select 'ask', ${whose}, ${inert(a.what)}, ${a.askedOn}, ${inert(c.title)}, ${inert(a.answer)}, ${a.answeredOn},
      ${inert(a.promise)}, ${a.dueOn}, ${a.outcome}, ${inert(a.outcomeWord)}, ${utc(a.writtenAt)}, ${a.id}
      from ${a} join ${t} on ${eq(t.id, a.targetId)} ${held} left join ${c} on ${eq(c.id, a.campaignId)}
      where ${eq(a.groupId, groupId)}
    union all select 'note', ${whose}, ${inert(n.body)}, null, null, null, null, null, null, null, null, ${utc(n.writtenAt)}, ${n.id}
      from ${n} join ${t} on ${eq(t.id, n.targetId)} ${held} where ${eq(n.groupId, groupId)}
  ) as lines (line, name, office, area, email, phone, page, address, left_on, held_by, said, asked_on, campaign, answer,
    answered_on, promise, due_on, outcome, outcome_word, written_at, id)
  order by written_at, id`;
}
