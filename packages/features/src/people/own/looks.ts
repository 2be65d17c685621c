import { prepared, type Queryable } from '@groundwork/database';
import { journal } from '@groundwork/database/journal/tables';
import { and, eq, inArray, sql } from 'drizzle-orm';
import type { Context } from '../../context.ts';
import { note } from '../../journal.ts';
import type { Subject, Taking } from '../../subject.ts';
import { importedPeople } from '../imports/tables.ts';
import { MAILED_DAYS } from '../mailed.ts';
import { people, personHistory } from '../tables.ts';

const OPENED = 'people.opened';
const SHOWN = 'people.shown';

type Looked = { kind: typeof OPENED | typeof SHOWN; groupId: string; ids: string[] };

/** Puts on record that the viewer opened this person's page, once a day. */
export async function noteLook(
  ctx: Context,
  { id, groupId }: { id: string; groupId: string },
): Promise<void> {
  await noteOnceADay(ctx, { kind: OPENED, groupId, ids: [id] });
}

/** Puts on record that the viewer was shown these people in a view that is shared with them, each once a day. */
export async function noteShown(ctx: Context, groupId: string, ids: string[]): Promise<void> {
  await noteOnceADay(ctx, { kind: SHOWN, groupId, ids });
}

async function noteOnceADay(ctx: Context, { kind, groupId, ids }: Looked): Promise<void> {
  const known = await notedToday(ctx.db, { ids, kind, viewerId: ctx.viewer.id });
  const fresh = ids.filter((id) => !known.some((one) => one.id === id));
  if (fresh.length === 0) return;
  await ctx.change((tx) => {
    for (const id of fresh) note(tx, ctx, kind, { id, groupId });
  });
}

const notedToday = prepared(
  (db, { ids, kind, viewerId }: { ids: string[]; kind: string; viewerId: string }) =>
    db
      .selectDistinct({ id: journal.subjectId })
      .from(journal)
      .where(
        and(
          sql`${journal.subjectId} = any(${ids}::uuid[])`,
          eq(journal.kind, kind),
          eq(journal.actorId, viewerId),
          sql`${journal.at} >= date_trunc('day', now(), 'UTC')`,
        ),
      ),
);

/**
 * How often a group looked at each of these people, as far back as that is kept: days on which organizers opened their page and
 * on which members were shown them in a shared view, files of all its people that were taken out, days on which a file of those
 * found or of a campaign's names held them, lists that brought them, and letters to many that went to them.
 */
export async function countLooks(
  { db, settings }: { db: Queryable; settings: Context['settings'] },
  subjects: Subject[],
  ids: string[],
): Promise<Map<string, Looks>> {
  const inFiles = (name: Taking) => takingsOf(subjects, name, settings.auditDays);
  const since = (days: number) =>
    sql<Date>`greatest(${people.addedAt}, now() - make_interval(days => ${days}))`.mapWith(people.addedAt);
  const rows = await db
    .select({
      id: people.id,
      openedCount: sql<number>`(select count(distinct (seen.actor_id, (seen.at at time zone 'UTC')::date)) from ${journal} seen
        where seen.subject_id = ${people}.id and seen.kind = ${OPENED})::int`,
      openedSince: since(settings.journalDays),
      shownCount: sql<number>`(select count(distinct (seen.actor_id, (seen.at at time zone 'UTC')::date)) from ${journal} seen
        where seen.subject_id = ${people}.id and seen.kind = ${SHOWN})::int`,
      takenOutCount: sql<number>`(select count(*) from ${journal} taken
        where taken.subject_id = ${people}.group_id and taken.kind = 'people.exported' and taken.at >= ${people}.added_at)::int`,
      takenOutSince: since(settings.auditDays),
      foundCount: inFiles('found').count,
      foundSince: since(inFiles('found').days),
      namesCount: inFiles('names').count,
      namesSince: since(inFiles('names').days),
      broughtCount: sql<number>`(select count(*) from ${importedPeople} brought where brought.person_id = ${people}.id)::int`,
      mailedCount: sql<number>`(select count(*) from ${personHistory} line
        where line.person_id = ${people}.id and line.kind = 'mailed')::int`,
      mailedSince: since(MAILED_DAYS),
    })
    .from(people)
    .where(inArray(people.id, ids));
  return new Map(rows.map(({ id, ...looks }) => [id, looks]));
}

function takingsOf(subjects: Subject[], name: Taking, lasting: number) {
  const { count = sql<number>`0`, days = lasting } =
    subjects.find(({ takings }) => takings?.name === name)?.takings ?? {};
  return { count, days };
}

export type Looks = {
  openedCount: number;
  openedSince: Date;
  shownCount: number;
  takenOutCount: number;
  takenOutSince: Date;
  foundCount: number;
  foundSince: Date;
  namesCount: number;
  namesSince: Date;
  broughtCount: number;
  mailedCount: number;
  mailedSince: Date;
};
