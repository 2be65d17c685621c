import type { Queryable } from '@groundwork/database';
import { sql, type SQL } from 'drizzle-orm';
import type { LeftOut } from '../compositions/contract.ts';
import { fateOf } from '../compositions/reach.ts';
import type { Context } from '../context.ts';
import { Conflict } from '../errors.ts';
import { climbers } from '../people/climbing/tables.ts';
import { people, personHistory } from '../people/tables.ts';
import type { Scope } from '../segments/conditions.ts';
import { withinTime } from '../segments/time-limit.ts';
import { begunBy, EVER } from './beginnings.ts';
import { isOneTrueOf, isTrueOf } from './questions.ts';
import { asOpenedBy, findLadder, scopeOfLadder, type LadderPlace, type SeenLadder } from './queries.ts';
import { branchAnswer, visitsOf } from './visits.ts';

/** How far back it looks, and for how long it may take. */
const DAYS = 90;
const MOST_MS = 20_000;

/** What a ladder would have done, had it been open for the last 90 days. */
export async function tryLadder(ctx: Context, place: LadderPlace) {
  const run = await runWithin(ctx, await findLadder(ctx, place));
  if (!run) throw new Conflict('ladders.counting-takes-long');
  return run;
}

/** The same of one that is at hand; null where it takes too long to count. */
export function runWithin(ctx: Context, ladder: SeenLadder) {
  return withinTime(ctx, MOST_MS, (tx) => runDry(tx, asOpenedBy(ctx, ladder)));
}

/** How many are so already, whom a ladder would let begin at once. */
export async function countEarlier(db: Queryable, ladder: SeenLadder): Promise<number> {
  const scope = await scopeOfLadder(db, ladder);
  const { rows } = await db.execute<{ count: number }>(sql`
    select count(*)::int as count from (${begunBy(ladder.trigger, { groupId: ladder.groupId, since: EVER, scope })}) fit
    where not exists (select from ${climbers} known
      where known.ladder_id = ${ladder.id}::uuid and known.person_id = fit.person_id)`);
  return rows[0]?.count ?? 0;
}

type Row = {
  began: number;
  mails: number;
  mailed: number;
  twice: number;
  most: number | null;
  stopped: number;
  steps: Record<string, number>;
  leftOut: Partial<Record<LeftOut, number>>;
};

/**
 * All in one statement: who would have begun, when each would have come to each step, whether they had left by then, and which
 * letters they would have got, beside those that they did get. What they did counts as of then; sentences, and who may be mailed,
 * are as they are now.
 */
async function runDry(tx: Queryable, ladder: SeenLadder) {
  const scope = await scopeOfLadder(tx, ladder);
  const { rows } = await tx.execute<Row>(sql`
    with begun as materialized (${begunWithin(ladder, scope)}
    ), visits as materialized (${visitsIn(ladder, scope)}
    ), reached as (
      select visit.* from visits visit where not visit.is_stopped and not exists (
        select from visits earlier where earlier.person_id = visit.person_id and earlier.n < visit.n and earlier.is_stopped)
    ), letters as materialized (
      select person_id, at from reached where is_mail and fate is null
    ), had as (
      select person_id, at, true as is_own from letters
      union all select line.person_id, line.at, false from ${personHistory} line
        where line.person_id in (select person_id from letters) and line.kind = 'mailed' and line.at > ${START}
    ), gaps as (
      select person_id, is_own, at, lag(at) over near as before, lag(is_own) over near as was_own
      from had window near as (partition by person_id order by at)
    )
    select (select count(*)::int from begun) as began,
      (select count(*)::int from letters) as mails,
      (select count(distinct person_id)::int from letters) as mailed,
      (select count(distinct person_id)::int from gaps
        where (is_own or was_own) and at - before < interval '7 days') as twice,
      (select max(count)::int from (select count(*) from letters group by date_trunc('day', at)) a_day) as most,
      (select count(distinct person_id)::int from visits where is_stopped) as stopped,
      (select coalesce(json_object_agg(step_id, count), '{}') from (
        select step_id, count(*) from reached where not is_mail or fate is null group by 1) each) as steps,
      (select coalesce(json_object_agg(fate, count), '{}') from (
        select fate, count(distinct person_id) from reached where is_mail and fate is not null group by 1) each) as "leftOut"`);
  const [row] = rows;
  if (!row) throw new Error('an aggregate answers one row');
  return {
    days: DAYS,
    beganCount: row.began,
    earlierCount: await countEarlier(tx, ladder),
    isOfNow: ladder.trigger.is === 'segment',
    mailCount: row.mails,
    mailedCount: row.mailed,
    twiceAWeekCount: row.twice,
    mostADay: row.most ?? 0,
    steps: ladder.steps.map(({ id }) => ({ id, count: row.steps[id] ?? 0 })),
    leftOut: Object.entries(row.leftOut).map(([why, count]) => ({ why: why as LeftOut, count })),
    stoppedCount: row.stopped,
  };
}

/** Who would have begun, and when; what each branch asks of them, and why no letter would go to them. */
function begunWithin({ groupId, trigger, purpose, takesEarlier, steps }: SeenLadder, scope: Scope): SQL {
  const since = takesEarlier ? EVER : START;
  const beganAt = trigger.is === 'segment' ? START : sql`greatest(fit.at, ${START})`;
  // What is asked later depends on when somebody comes there, and that on what was asked before.
  const answers = visitsOf(steps).flatMap(({ step: { does }, n, days }) => {
    if (does.is !== 'branch') return [];
    const asked = { scope, beganAt: sql`begun.at`, until: momentOf(days) };
    return [
      sql` cross join lateral (select ${isTrueOf(does.question, asked)} as ${branchAnswer(n)}) ${asking(n)}`,
    ];
  });
  const fate = fateOf({ id: NO_ID, groupId, campaignId: null, purpose, mostAWeek: null, budgets: [] });
  const all = steps.flatMap(({ does }, n) => (does.is === 'branch' ? [sql`, ${branchAnswer(n)}`] : []));
  return sql`
    select begun.person_id, begun.at, ${fate} as fate ${sql.join(all)}
    from (select fit.person_id, ${beganAt} as at from (${begunBy(trigger, { groupId, since, scope })}) fit) begun
    join ${people} on ${people.id} = begun.person_id ${sql.join(answers)}`;
}

function momentOf(days: SQL): SQL {
  return sql`begun.at + make_interval(days => ${days})`;
}

function asking(n: number): SQL {
  return sql`${sql.identifier(`asking_${n}`)}`;
}

/** When each would have come to each step of theirs, and whether they would have left the ladder there. */
function visitsIn({ steps }: SeenLadder, scope: Scope): SQL {
  const visits = visitsOf(steps).map(({ step, n, days, path, stops }) => {
    const at = momentOf(days);
    const isStopped = isOneTrueOf(stops, { scope, beganAt: sql`begun.at`, until: at });
    return sql`
      select begun.person_id, ${n}::int as n, ${step.id}::uuid as step_id, ${at} as at,
        ${step.compositionId !== null}::boolean as is_mail, begun.fate, ${isStopped} as is_stopped
      from begun join ${people} on ${people.id} = begun.person_id
      where ${path} and ${at} <= now()`;
  });
  return visits.length > 0 ? sql.join(visits, sql` union all `) : NO_VISITS;
}

const START = sql`(now() - make_interval(days => ${DAYS}))`;
/** No composition has the nil id. */
const NO_ID = '00000000-0000-0000-0000-000000000000';
const NO_VISITS = sql`select null::uuid as person_id, 0 as n, null::uuid as step_id, now() as at, false as is_mail,
  null::text as fate, false as is_stopped where false`;
