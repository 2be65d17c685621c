import { journal } from '@groundwork/database/journal/tables';
import { and, desc, eq, gt, not, sql } from 'drizzle-orm';
import type { Context } from '../../context.ts';
import { findGroup } from '../queries.ts';
import { groups, memberships } from '../tables.ts';

/** Below this, outside the group, a total could point at someone. */
const SMALLEST_TOTAL = 10;
const LINES = 8;

export type News = { at: Date; kind: string; subjectId: string | null; count: number };

/** The latest in a group, newest first: what it published, and how many joined in the last seven days. */
export async function listNews(ctx: Context, slug: string): Promise<News[]> {
  const group = await findGroup(ctx, slug);
  const [published, joined] = await Promise.all([listPublished(ctx, group.id), countJoined(ctx, group.id)]);
  const isTold = joined && joined.count >= (group.myRole === null ? SMALLEST_TOTAL : 1);
  const lines = isTold ? [...published, { ...joined, kind: 'groups.joined', subjectId: null }] : published;
  return lines.sort((one, other) => other.at.getTime() - one.at.getTime()).slice(0, LINES);
}

// What strangers may hear of, one line each. The words of the partial index journal_news (in the first migration).
const isNews = sql`${journal.kind} in ('groups.created', 'campaigns.published', 'campaigns.update-posted', 'events.published')`;

const subject = sql<string | null>`coalesce((${journal.data} ->> 'campaignId')::uuid, ${journal.subjectId})`;

/** What was hidden since, and not shown again, is no news: the journal says so of things this feature knows nothing of. */
const isHiddenNow = sql`exists (select from ${journal} hidden
  where hidden.subject_id = ${subject} and hidden.kind in ('campaigns.hidden', 'events.hidden')
    and not exists (select from ${journal} shown where shown.subject_id = hidden.subject_id
      and shown.kind in ('campaigns.shown', 'events.shown') and shown.id > hidden.id))`;

function listPublished({ db }: Context, groupId: string) {
  return db
    .select({
      at: journal.at,
      kind: journal.kind,
      // What an update is about is its campaign: that is where it is read.
      subjectId: subject,
      count: sql<number>`1`,
    })
    .from(journal)
    .where(and(eq(journal.groupId, groupId), isNews, not(isHiddenNow)))
    .orderBy(desc(journal.id))
    .limit(LINES);
}

async function countJoined({ db }: Context, groupId: string) {
  const isThisWeek = gt(memberships.joinedAt, sql`now() - interval '7 days'`);
  // Whoever started the group came with it.
  const isLater = sql`${memberships.joinedAt} > (select ${groups.createdAt} from ${groups} where ${groups.id} = ${groupId})`;
  const [joined] = await db
    .select({
      at: sql<Date>`max(${memberships.joinedAt})`.mapWith(memberships.joinedAt),
      count: sql<number>`count(*)::int`,
    })
    .from(memberships)
    .where(and(eq(memberships.groupId, groupId), isThisWeek, isLater));
  return joined;
}
