import { journal } from '@groundwork/database/journal/tables';
import { and, desc, eq, gt, lt, sql } from 'drizzle-orm';
import type { Context } from '../../context.ts';
import { inSql, type Kind } from '../../journal.ts';
import type { Subject } from '../../subject.ts';
import { findGroup } from '../queries.ts';
import { groups, memberships } from '../tables.ts';

/** Below this, outside the group, a total could point at someone. */
const SMALLEST_TOTAL = 10;
const LINES = 8;
/** Read at a time, and how often: some are about things that are hidden by now, or gone. */
const ENTRIES_READ = 5 * LINES;
const READINGS = 10;
/** The same for one line of one of many groups. */
const READ_FOR_ONE = 4;

export type GroupNewsEntry = {
  at: Date;
  groupId: string | null;
  kind: string;
  subjectId: string | null;
  title: string | null;
  url: string | null;
  count: number;
};

/** The latest in a group, newest first: what it published that the viewer sees, and how many joined in the last seven days. */
export async function listGroupNews(
  ctx: Context,
  subjects: Subject[],
  slug: string,
): Promise<GroupNewsEntry[]> {
  const group = await findGroup(ctx, slug);
  const [published, joined] = await Promise.all([
    listPublished(ctx, subjects, group.id),
    countJoined(ctx, group.id),
  ]);
  const isShown = joined && joined.count >= (group.myRole === null ? SMALLEST_TOTAL : 1);
  const about = { kind: 'groups.joined', subjectId: null, title: null, url: null };
  const lines = isShown ? [...published, { ...joined, ...about, groupId: group.id }] : published;
  return lines.sort((one, other) => other.at.getTime() - one.at.getTime()).slice(0, LINES);
}

/** The newest of which the viewer sees what they are about: reads on past the others. */
async function listPublished(ctx: Context, subjects: Subject[], groupId: string): Promise<GroupNewsEntry[]> {
  const lines: GroupNewsEntry[] = [];
  let before: string | undefined;
  for (let reading = 0; reading < READINGS && lines.length < LINES; reading += 1) {
    const entries = await readEntries(ctx, subjects, { groupId, before });
    lines.push(...(await linesOf(ctx, subjects, entries)));
    before = entries.at(-1)?.id;
    if (entries.length < ENTRIES_READ) break;
  }
  return lines;
}

/** The newest of each of these groups of which the viewer sees what they are about; newest first. */
export async function listNewsOf(
  ctx: Context,
  subjects: Subject[],
  { groupIds, each }: { groupIds: string[]; each: number },
): Promise<GroupNewsEntry[]> {
  const newest = sql`select ${journal.at} as at, ${journal.groupId} as "groupId", ${journal.kind} as kind,
      ${journal.subjectId} as "subjectId", ${journal.data} as data
    from ${journal} where ${journal.groupId} = mine and ${isNews(subjects)}
    order by ${journal.id} desc limit ${sql.raw(String(READ_FOR_ONE * each))}`;
  const { rows } = await ctx.db.execute<Entry & { at: string }>(
    sql`select newest.* from unnest(${sql.param(groupIds)}::uuid[]) mine cross join lateral (${newest}) newest`,
  );
  const entries = rows.map((row) => ({ ...row, at: new Date(row.at) }));
  const lines = await linesOf(ctx, subjects, entries);
  const counts = new Map<string | null, number>();
  return lines
    .sort((one, other) => other.at.getTime() - one.at.getTime())
    .filter(({ groupId }) => {
      const count = (counts.get(groupId) ?? 0) + 1;
      counts.set(groupId, count);
      return count <= each;
    });
}

type Entry = Pick<GroupNewsEntry, 'at' | 'groupId' | 'kind' | 'subjectId'> & {
  data: Record<string, unknown>;
};

async function linesOf(ctx: Context, subjects: Subject[], entries: Entry[]): Promise<GroupNewsEntry[]> {
  const lines = subjects.map(async ({ find, news }) => {
    const idsOf = (news ?? {}) as Record<string, IdOf | undefined>;
    const about = entries.flatMap((entry) => {
      const subjectId = idsOf[entry.kind]?.(entry);
      return subjectId ? [{ at: entry.at, groupId: entry.groupId, kind: entry.kind, subjectId }] : [];
    });
    if (!find || about.length === 0) return [];
    const found = await find(ctx, [...new Set(about.map(({ subjectId }) => subjectId))]);
    const shown = new Map(found.filter(({ isOff }) => !isOff).map((one) => [one.id, one]));
    return about.flatMap((line) => {
      const thing = shown.get(line.subjectId);
      return thing ? [{ ...line, title: thing.title, url: thing.url, count: 1 }] : [];
    });
  });
  return (await Promise.all(lines)).flat();
}

type IdOf = (entry: { subjectId: string | null; data: Record<string, unknown> }) => string | null;

type Stretch = { groupId: string; before: string | undefined };

/** The condition of the partial index journal_news, which is only used for kinds that are written out, and stand in it. */
function isNews(subjects: Subject[]) {
  const kinds = subjects.flatMap(({ news = {} }) => Object.keys(news) as Kind[]);
  return sql`${journal.kind} in (${inSql(...kinds)})`;
}

function readEntries({ db }: Context, subjects: Subject[], { groupId, before }: Stretch) {
  return db
    .select({
      id: journal.id,
      at: journal.at,
      groupId: journal.groupId,
      kind: journal.kind,
      subjectId: journal.subjectId,
      data: journal.data,
    })
    .from(journal)
    .where(
      and(
        eq(journal.groupId, groupId),
        isNews(subjects),
        before === undefined ? undefined : lt(journal.id, before),
      ),
    )
    .orderBy(desc(journal.id))
    .limit(ENTRIES_READ);
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
