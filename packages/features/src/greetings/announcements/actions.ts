import { newId, type Transaction } from '@groundwork/database';
import { and, asc, eq, gt, not, sql } from 'drizzle-orm';
import { accountReceiver } from '../../accounts/receivers.ts';
import { isSuspended } from '../../accounts/queries.ts';
import { accounts } from '../../accounts/tables.ts';
import { NOBODY, type Context } from '../../context.ts';
import { NotFound } from '../../errors.ts';
import { findGroup } from '../../groups/queries.ts';
import { standing, standingOf } from '../../groups/standing.ts';
import { groups } from '../../groups/tables.ts';
import { note } from '../../journal.ts';
import { spendQuota } from '../../limits/making.ts';
import { seeNotices, tell, withdrawNoticesAbout } from '../../notices/actions.ts';
import { permit } from '../../policy.ts';
import { proseOf } from '../../site/prose.ts';
import type { NewAnnouncement } from '../contract.ts';
import { greetingPolicy } from '../policy.ts';
import { announcements } from '../tables.ts';
import { findReadGroup } from './queries.ts';

/** Says something to all members of a group; the worker tells each of them, as they chose. */
export async function announce(ctx: Context, slug: string, { title, body: typed }: NewAnnouncement) {
  const group = await findGroup(ctx, slug);
  permit(greetingPolicy, 'announce', group);
  const body = typed.trim();
  const { html: bodyHtml, of: bodyHtmlOf } = proseOf('body', body);
  const id = newId();
  await ctx.change(async (tx) => {
    await spendQuota(ctx, tx, 'announcements', group.id);
    const said = { title: title.trim(), body, bodyHtml, bodyHtmlOf };
    await tx.insert(announcements).values({ id, groupId: group.id, authorId: ctx.viewer.id, ...said });
    note(tx, ctx, 'greetings.announced', { id, groupId: group.id });
  });
  return { id };
}

/** The viewer read it: it counts, and who did is told to nobody. Safe to do twice. */
export async function readAnnouncement(ctx: Context, slug: string, id: string): Promise<void> {
  const group = await findReadGroup(ctx, slug);
  await ctx.change(async (tx) => {
    const there = await tx.$count(announcements, isIn(group.id, id));
    if (there === 0) throw new NotFound('announcement');
    await seeNotices(tx, ctx.viewer.id, id);
  });
}

/** Takes it back: it is gone, and mail of it that did not go out goes no more. */
export async function withdrawAnnouncement(ctx: Context, slug: string, id: string): Promise<void> {
  const group = await findReadGroup(ctx, slug);
  permit(greetingPolicy, 'answerFor', group);
  await ctx.change(async (tx) => {
    const gone = await tx.delete(announcements).where(isIn(group.id, id)).returning({ id: announcements.id });
    if (gone.length === 0) throw new NotFound('announcement');
    await withdrawNoticesAbout(tx, 'greetings.announced', { id, groupId: group.id });
    note(tx, ctx, 'greetings.announcement-withdrawn', { id, groupId: group.id });
  });
}

/** So many at a time: a transaction that nobody waits for. */
const BATCH = 1_000;

/** Tells every member, and counts them; run again after a crash it tells nobody twice. */
export async function spreadAnnouncement(ctx: Context, id: string | null): Promise<void> {
  let count = 0;
  for (let last: string | null = NOBODY.id; last !== null && id !== null;) {
    const batch = await ctx.change((tx) => spreadBatch(tx, ctx, { id, last: last ?? NOBODY.id }));
    count += batch.count;
    last = batch.next;
  }
  if (id === null) return;
  await ctx.db
    .update(announcements)
    .set({ spreadAt: sql`now()`, memberCount: count })
    .where(eq(announcements.id, id));
}

/** `next`: where the next batch begins; null after the last one, and once it was taken back. */
async function spreadBatch(tx: Transaction, ctx: Context, { id, last }: { id: string; last: string }) {
  const [said] = await tx
    .select({
      ...{ title: announcements.title, body: announcements.body, authorId: announcements.authorId },
      about: { id: announcements.id, groupId: groups.id, slug: groups.slug, name: groups.name },
    })
    .from(announcements)
    .innerJoin(groups, eq(groups.id, announcements.groupId))
    .where(eq(announcements.id, id))
    .for('key share', { of: announcements });
  if (!said) return { count: 0, next: null };
  const { authorId, ...letter } = said;
  const members = await tx
    .select({ to: accountReceiver })
    .from(accounts)
    .innerJoin(...standingOf(accounts.id, said.about.groupId))
    .where(and(gt(standing.accountId, last), not(isSuspended(accounts.id))))
    .orderBy(asc(standing.accountId))
    .limit(BATCH);
  const others = members.filter(({ to }) => to.account !== authorId);
  await tell(tx, ctx, 'greetings.announced', ...others.map(({ to }) => ({ to, ...letter })));
  const next = members.length < BATCH ? null : (members.at(-1)?.to.account ?? null);
  return { count: others.length, next };
}

function isIn(groupId: string, id: string) {
  return and(eq(announcements.groupId, groupId), eq(announcements.id, id));
}
