import { and, eq, sql } from 'drizzle-orm';
import type { Context } from '../../context.ts';
import { NotFound } from '../../errors.ts';
import { findGroup } from '../../groups/queries.ts';
import { nameIn } from '../../groups/standing.ts';
import { keyset, pageOf } from '../../keyset.ts';
import { noticeRows } from '../../notices/tables.ts';
import type { PageQuery } from '../../paging.ts';
import { allowed } from '../../policy.ts';
import { freshHtml } from '../../site/prose.ts';
import { greetingPolicy } from '../policy.ts';
import { announcements } from '../tables.ts';

const newestFirst = keyset('desc', announcements.id);

/** What a group said to its members, newest first. */
export async function listAnnouncements(ctx: Context, slug: string, { after, limit = 20 }: PageQuery) {
  const group = await findReadGroup(ctx, slug);
  const rows = await ctx.db
    .select({ ...lineFor(ctx), cursor: newestFirst.cursor })
    .from(announcements)
    .where(and(eq(announcements.groupId, group.id), newestFirst.after(after)))
    .orderBy(...newestFirst.order)
    .limit(limit + 1);
  const { announce } = allowed(greetingPolicy, group);
  return { ...pageOf(rows, limit), can: { announce } };
}

/** One of them whole; with how many read it, for those who answer for it. */
export async function findAnnouncement(ctx: Context, slug: string, id: string) {
  const group = await findReadGroup(ctx, slug);
  const { db } = ctx;
  const [found] = await db
    .select({
      ...lineFor(ctx),
      body: announcements.body,
      stored: { html: announcements.bodyHtml, of: announcements.bodyHtmlOf },
      memberCount: announcements.memberCount,
      spreadAt: announcements.spreadAt,
    })
    .from(announcements)
    .where(and(eq(announcements.groupId, group.id), eq(announcements.id, id)));
  if (!found) throw new NotFound('announcement');
  const { body, stored, memberCount, spreadAt, ...line } = found;
  const answers = greetingPolicy.answerFor(group);
  const [bodyHtml, readerCount] = await Promise.all([
    freshHtml(body, stored, ({ html, of }) =>
      db.update(announcements).set({ bodyHtml: html, bodyHtmlOf: of }).where(eq(announcements.id, id)),
    ),
    answers ? db.$count(noticeRows, isReadOf(id)) : 0,
  ]);
  return {
    ...line,
    bodyHtml,
    reach: answers ? { memberCount, readerCount, isSpread: spreadAt !== null } : null,
  };
}

/** The group, for those whom it speaks to; to others it says nothing. */
export async function findReadGroup(ctx: Context, slug: string) {
  const group = await findGroup(ctx, slug);
  if (!greetingPolicy.read(group)) throw new NotFound('announcement');
  return group;
}

function lineFor(ctx: Context) {
  return {
    id: announcements.id,
    title: announcements.title,
    at: announcements.at,
    author: nameIn(sql`announcements.author_id`, sql`announcements.group_id`),
    isNew: isNewFor(ctx),
  };
}

function isNewFor({ viewer }: Context) {
  return sql<boolean>`exists (select from ${noticeRows} heard where heard.account_id = ${viewer.id}
    and heard.about_id = announcements.id and heard.seen_at is null)`;
}

function isReadOf(id: string) {
  return sql`${noticeRows.kind} = 'greetings.announced' and ${noticeRows.aboutId} = ${id} and ${noticeRows.seenAt} is not null`;
}
