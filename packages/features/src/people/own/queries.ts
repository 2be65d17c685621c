import type { Queryable } from '@groundwork/database';
import { and, asc, desc, eq, inArray, sql } from 'drizzle-orm';
import type { Context } from '../../context.ts';
import { NotFound } from '../../errors.ts';
import { listOpenBudgets } from '../../groups/budgets/queries.ts';
import { groups } from '../../groups/tables.ts';
import { keyset, pageOf } from '../../keyset.ts';
import type { PageQuery } from '../../paging.ts';
import { sealedId } from '../../site/tokens.ts';
import type { Subject } from '../../subject.ts';
import { kindShown } from '../mailed.ts';
import { findOwnRecord } from '../queries.ts';
import { consents, people, personHistory } from '../tables.ts';
import { countLooks, type Looks } from './looks.ts';
import { hasMailbox, openMailbox } from './mailboxes.ts';

const NEWEST = 20;

/** What each group of the site holds about who reads this mailbox, newest first. */
export async function listOwnRecords(
  ctx: Context,
  subjects: Subject[],
  sealed: string,
  { after, limit = 20 }: PageQuery,
) {
  const address = openMailbox(ctx, sealed);
  const rows = await ctx.db
    .select({
      id: people.id,
      groupId: people.groupId,
      groupName: groups.name,
      name: people.name,
      source: people.source,
      sourceLabel: sql<string | null>`(select label from ${personHistory} brought
        where brought.person_id = ${people.id} and brought.subject_id = ${people.sourceId} order by brought.at limit 1)`,
      addedAt: people.addedAt,
      tags: people.tags,
      cursor: newestFirst.cursor,
    })
    .from(people)
    .innerJoin(groups, eq(groups.id, people.groupId))
    .where(and(hasMailbox(address), newestFirst.after(after)))
    .orderBy(...newestFirst.order)
    .limit(limit + 1);
  const page = pageOf(rows, limit);
  const ids = page.rows.map(({ id }) => id);
  const groupIds = [...new Set(page.rows.map(({ groupId }) => groupId))];
  const [answers, history, looks, budgets] = await Promise.all([
    listAnswers(ctx.db, ids),
    listNewest(ctx.db, ids),
    countLooks(ctx, subjects, ids),
    listOpenBudgets(ctx.db, groupIds),
  ]);
  const whole = page.rows.map(({ cursor: _, groupId, ...row }) => ({
    ...row,
    sealed: sealedId(ctx.settings.secret, 'own-record', row.id),
    consents: answers.get(row.id) ?? [],
    history: history.get(row.id) ?? [],
    looks: looksOf(looks, row.id),
    budgets: budgets.get(groupId) ?? [],
  }));
  return { rows: whole, next: page.next };
}

/** How often the group of this record looked at it. */
export async function findOwnLooks(ctx: Context, subjects: Subject[], sealed: string): Promise<Looks> {
  const { id } = await findOwnRecord(ctx, sealed);
  return looksOf(await countLooks(ctx, subjects, [id]), id);
}

/** The people of this mailbox, in the order in which several are locked. */
export function listOfMailbox(db: Queryable, address: string) {
  return db
    .select({ id: people.id, groupId: people.groupId, language: people.language })
    .from(people)
    .where(hasMailbox(address))
    .orderBy(asc(people.groupId), asc(people.id));
}

/** Somebody erased meanwhile is not there any more. */
function looksOf(looks: Map<string, Looks>, id: string): Looks {
  const found = looks.get(id);
  if (!found) throw new NotFound('record');
  return found;
}

async function listAnswers(db: Queryable, ids: string[]) {
  const { personId, way, purpose, given, how, manner, words, at, pace, onlyAbout } = consents;
  const found = await db
    .select({ personId, way, purpose, given, how, manner, words, at, pace, onlyAbout })
    .from(consents)
    .where(inArray(personId, ids))
    .orderBy(way, purpose);
  return Map.groupBy(found, (one) => one.personId);
}

async function listNewest(db: Queryable, ids: string[]) {
  const newest = db
    .select({ kind: kindShown.as('kind'), label: personHistory.label, at: personHistory.at })
    .from(personHistory)
    .where(eq(personHistory.personId, people.id))
    .orderBy(desc(personHistory.at), desc(personHistory.id))
    .limit(NEWEST)
    .as('newest');
  const found = await db
    .select({ personId: people.id, kind: newest.kind, label: newest.label, at: newest.at })
    .from(people)
    .innerJoinLateral(newest, sql`true`)
    .where(inArray(people.id, ids))
    .orderBy(desc(newest.at));
  return Map.groupBy(found, (one) => one.personId);
}

const newestFirst = keyset('desc', people.addedAt, people.id);
