import type { Queryable, Transaction } from '@groundwork/database';
import { and, asc, eq, isNull, lte, or, sql, type SQL } from 'drizzle-orm';
import { LETTER } from '../../compositions/queries.ts';
import { DEEDS } from '../../compositions/learning.ts';
import { didBetween } from '../../compositions/results/counting.ts';
import { compositionReceivers, compositions } from '../../compositions/tables.ts';
import type { Context } from '../../context.ts';
import { downToTen } from '../../figures.ts';
import { note } from '../../journal.ts';
import { tells } from '../../mailings/queries.ts';
import { mailings } from '../../mailings/tables.ts';
import { eachByItself } from '../../work.ts';
import { lockCompact } from '../queries.ts';
import { compacts, compactUses, compactVersions } from '../tables.ts';
import { tellCompactSide } from '../telling.ts';
import { dropApproval } from './dropping.ts';

/** Within how many days what receivers did counts. */
const ACTED_DAYS = 14;

/** Writes down what became of uses: that nobody answered in time, that a yes fell, that it is out. For the worker. */
export async function settleUses(ctx: Context): Promise<void> {
  const isDone = or(
    and(eq(compactUses.state, 'asked'), lte(compactUses.goesAt, sql`now()`)),
    and(
      eq(compactUses.kind, 'letter'),
      eq(compactUses.state, 'agreed'),
      or(isNull(compactUses.compositionId), isFallen, isOut),
    ),
  );
  const due = await underway(ctx.db, isDone);
  await eachByItself(due, ({ id, compactId }) =>
    ctx.change(async (tx) => {
      await lockCompact(tx, compactId);
      const [use] = await underway(tx, and(eq(compactUses.id, id), isDone));
      if (use) await settle(tx, ctx, use);
    }),
  );
}

/** Counts once, two weeks after it went out, how many of those who got it did something. For the worker. */
export async function countActed({ db, change }: Context): Promise<void> {
  const due = await db
    .select({ id: compactUses.id, compositionId: compactUses.compositionId })
    .from(compactUses)
    .where(
      and(
        eq(compactUses.state, 'sent'),
        isNull(compactUses.actedCount),
        sql`${compactUses.sentAt} < now() - make_interval(days => ${sql.raw(`${ACTED_DAYS}`)})`,
      ),
    )
    .orderBy(asc(compactUses.sentAt))
    .limit(100);
  await eachByItself(due, ({ id, compositionId }) =>
    change(async (tx) => {
      const count = compositionId === null ? 0 : await countDoers(tx, compositionId);
      await tx
        .update(compactUses)
        .set({ actedCount: count, actedTold: downToTen(count) })
        .where(and(eq(compactUses.id, id), isNull(compactUses.actedCount)));
    }),
  );
}

/** What the yes was given to says something else by now: it did not begin. */
const isFallen = sql`exists (select from ${compositions} own
  where own.id = ${compactUses.compositionId} and own.held_back_at is not null)`;
const isOut = sql`exists (select from ${mailings} own where own.kind = ${LETTER}
  and own.about_id = ${compactUses.compositionId} and own.state = 'sent' and own.sent_count is not null)`;

function underway(db: Queryable, which: SQL | undefined) {
  return db
    .select({
      id: compactUses.id,
      compactId: compactUses.compactId,
      title: compactUses.title,
      kind: compactUses.kind,
      state: compactUses.state,
      compositionId: compactUses.compositionId,
      groupId: compacts.groupId,
      writerId: compacts.writerId,
      groupName: compacts.groupName,
      writerName: compacts.writerName,
      noticeHours: compactVersions.noticeHours,
      isFallen: sql<boolean>`${isFallen}`,
      sentCount: mailings.sentCount,
      endedAt: mailings.endedAt,
    })
    .from(compactUses)
    .innerJoin(compacts, eq(compacts.id, compactUses.compactId))
    .innerJoin(
      compactVersions,
      and(
        eq(compactVersions.compactId, compactUses.compactId),
        eq(compactVersions.number, compactUses.number),
      ),
    )
    .leftJoin(mailings, tells(LETTER, compactUses.compositionId))
    .where(which)
    .orderBy(asc(compactUses.goesAt), asc(compactUses.id))
    .limit(200);
}
type Underway = Awaited<ReturnType<typeof underway>>[number];

async function settle(tx: Transaction, ctx: Context, use: Underway): Promise<void> {
  if (use.state === 'asked') await lapse(tx, ctx, use);
  else if (use.isFallen) await fall(tx, ctx, use);
  else if (use.compositionId === null) await stop(tx, ctx, use);
  else await end(tx, use);
}

/** Nobody said yes in time. */
async function lapse(tx: Transaction, ctx: Context, use: Underway) {
  const clause = use.kind === 'letter' ? 'notice' : 'unanswered';
  await tx.update(compactUses).set({ state: 'lapsed', clause }).where(eq(compactUses.id, use.id));
  note(tx, null, 'compacts.use-lapsed', aboutIt(use), { useId: use.id });
  if (use.kind === 'overlap') return;
  await tellCompactSide(tx, ctx, 'compacts.use-lapsed', {
    ...{ compactId: use.compactId, group: use.groupName, title: use.title },
    to: { groupId: use.writerId, responsibility: 'publish' },
  });
}

/** The yes falls, and it is asked for anew. */
async function fall(tx: Transaction, ctx: Context, use: Underway) {
  await dropApproval(tx, ctx, use.compositionId);
  await tx
    .update(compactUses)
    .set({
      ...{ state: 'asked', askedAt: sql`now()`, answeredBy: null, answeredAt: null, answer: '' },
      goesAt: sql`now() + make_interval(hours => ${use.noticeHours}::int)`,
    })
    .where(eq(compactUses.id, use.id));
  note(tx, null, 'compacts.use-fallen', aboutIt(use), { useId: use.id });
  await tellCompactSide(tx, ctx, 'compacts.use-asked', {
    ...{ compactId: use.compactId, group: use.writerName, title: use.title },
    to: { groupId: use.groupId, responsibility: 'manage_group' },
  });
}

/** Its mailing is gone. */
async function stop(tx: Transaction, ctx: Context, use: Underway) {
  await tx.update(compactUses).set({ state: 'stopped' }).where(eq(compactUses.id, use.id));
  note(tx, null, 'compacts.use-stopped', aboutIt(use), { useId: use.id });
  await tellCompactSide(tx, ctx, 'compacts.use-stopped', {
    ...{ compactId: use.compactId, group: use.writerName, title: use.title },
    to: { groupId: use.groupId, responsibility: 'manage_group' },
  });
}

/** Out: to how many is said once, and stays. */
async function end(tx: Transaction, use: Underway) {
  const count = use.sentCount ?? 0;
  await tx
    .update(compactUses)
    .set({ state: 'sent', sentAt: use.endedAt ?? sql`now()`, gotCount: count, gotTold: downToTen(count) })
    .where(eq(compactUses.id, use.id));
  note(tx, null, 'compacts.use-sent', aboutIt(use), { useId: use.id });
}

function aboutIt({ groupId, compactId }: Underway) {
  return { groupId, id: compactId };
}

/** How many of those who were to get it did anything that counts within the days. */
async function countDoers(tx: Transaction, compositionId: string): Promise<number> {
  const since = sql`sent.started_at`;
  const until = sql`sent.started_at + make_interval(days => ${sql.raw(`${ACTED_DAYS}`)})`;
  const did = DEEDS.map((deed) => didBetween(deed, { personId: sql`receiver.person_id`, since, until }));
  const { rows } = await tx.execute<{ count: number }>(sql`
    select count(*)::int as count from ${compositionReceivers} receiver
    join ${mailings} sent on sent.kind = ${LETTER} and sent.about_id = receiver.composition_id
    where receiver.composition_id = ${compositionId}::uuid and (${sql.join(did, sql` or `)})`);
  return rows[0]?.count ?? 0;
}
