import type { Queryable } from '@groundwork/database';
import { and, eq, sql, type SQL } from 'drizzle-orm';
import type { Context } from '../context.ts';
import { NotFound, Conflict } from '../errors.ts';
import type { KeptBudget } from '../groups/budgets/queries.ts';
import { keyset, pageOf } from '../keyset.ts';
import { consents, people } from '../people/tables.ts';
import { refusesSharing, refusesWriter } from '../people/writers/queries.ts';
import { isAmong } from '../segments/among.ts';
import { isLeftBy } from '../segments/conditions.ts';
import { scopeFor } from '../segments/queries.ts';
import { seesRolesNow } from '../segments/role-lines.ts';
import { withinTime } from '../segments/time-limit.ts';
import type { LeftOut, LeftOutQuery } from './contract.ts';
import { narrowestOf } from './budget.ts';
import { compositionPolicy } from './policy.ts';
import { findComposition } from './queries.ts';
import type { compositions } from './tables.ts';
import { hadEnough, hadThisMonth, wantOthers, type HadAsked } from './wanting.ts';

type Chosen = Pick<
  typeof compositions.$inferSelect,
  'id' | 'groupId' | 'campaignId' | 'lines' | 'chosenBy' | 'seesAll' | 'purpose'
> & { mostAWeek: number | null; budgets: KeptBudget[]; writerId?: string | null };

/** How many fit, how many of them get it, and why others do not. */
export async function countReach(ctx: Context, slug: string, compositionId: string) {
  const composition = await findComposition(ctx, slug, compositionId);
  const reach = await reachWithin(ctx, composition, MOST_MS);
  if (!reach) throw new Conflict('compositions.counting-takes-long');
  return reach;
}

/** The same, if it is known within so many milliseconds; else null. */
export async function reachWithin(ctx: Pick<Context, 'db'>, chosen: Chosen, milliseconds: number) {
  const counted = await withinTime(ctx, milliseconds, (tx) => countFates(tx, chosen));
  return counted && reachOf(counted);
}

/** Counting a million takes seconds; whoever asks for more than that asks too much. */
const MOST_MS = 20_000;

/** How many get it now; the caller's transaction sees what it did itself. */
export async function countReached(db: Queryable, chosen: Chosen): Promise<number> {
  return reachOf(await countFates(db, chosen)).getCount;
}

const byName = keyset('asc', { of: sql`same_letters(${people.name})`, type: 'text' }, people.id);

/** Who fits and does not get it for one reason, by name, for those who may see the people. */
export async function listLeftOut(
  ctx: Context,
  slug: string,
  { id, why, after, limit = 50 }: LeftOutQuery & { id: string },
) {
  const composition = await findComposition(ctx, slug, id);
  if (!compositionPolicy.seePeople(composition)) throw new NotFound('people');
  const { condition, fate } = await fateFor(ctx.db, composition);
  const rows = await ctx.db
    .select({ id: people.id, name: people.name, cursor: byName.cursor })
    .from(people)
    .where(and(condition, sql`${fate} = ${why}`, byName.after(after)))
    .orderBy(...byName.order)
    .limit(limit + 1);
  return pageOf(rows, limit);
}

type Language = 'en' | 'es' | 'ar';
type Fate = { why: LeftOut | null; language: Language; count: number };

async function countFates(db: Queryable, chosen: Chosen): Promise<Fate[]> {
  if (chosen.lines === null) return [];
  const { condition, fate } = await fateFor(db, chosen);
  const { rows } = await db.execute<Fate>(sql`
    select why, language, count(*)::int as count
    from (select ${fate} as why, ${people.language} as language from ${people} where ${condition} offset 0) fates
    group by why, language`);
  return rows;
}

function reachOf(fates: Fate[]) {
  const sum = (some: Fate[]) => some.reduce((total, { count }) => total + count, 0);
  const getting = fates.filter(({ why }) => why === null);
  const leftOut = [...Map.groupBy(fates, ({ why }) => why)].flatMap(([why, some]) =>
    why === null ? [] : [{ why, count: sum(some) }],
  );
  return {
    fitCount: sum(fates),
    getCount: sum(getting),
    languages: getting
      .map(({ language, count }) => ({ language, count }))
      .sort((one, other) => other.count - one.count),
    leftOut: leftOut.sort((one, other) => other.count - one.count),
  };
}

/** Whom its lines leave, and why each of them does not get it: null for whoever does. Both over `people`. */
async function fateFor(db: Queryable, chosen: Chosen): Promise<{ condition: SQL; fate: SQL }> {
  const { groupId } = chosen;
  return {
    condition: sql`${and(eq(people.groupId, groupId), await isChosen(db, chosen))}`,
    fate: fateOf(chosen),
  };
}

/** The condition, over `people`, that the lines of a composition leave somebody now. */
export async function isChosen(
  db: Queryable,
  { groupId, lines, chosenBy, seesAll }: Pick<Chosen, 'groupId' | 'lines' | 'chosenBy' | 'seesAll'>,
): Promise<SQL> {
  if (lines === null) return sql`false`;
  const seesRoles = await seesRolesNow(db, groupId, chosenBy);
  return isLeftBy(lines, await scopeFor({ db }, { groupId, seesAll, seesRoles }, lines));
}

/**
 * Why somebody does not get a mailing, in the order in which it is said; null: they do. Over `people`. What `had` says is
 * for `hadEnough`.
 */
export function fateOf({
  id,
  groupId,
  campaignId,
  purpose,
  mostAWeek,
  budgets,
  writerId,
  had,
}: Pick<Chosen, 'id' | 'groupId' | 'campaignId' | 'purpose' | 'mostAWeek' | 'budgets' | 'writerId'> & {
  had?: HadAsked;
}): SQL {
  const answer = (given: 'yes' | 'no') => sql`exists (select from ${consents}
    where ${consents.personId} = ${people.id} and ${consents.way} = 'email'
      and ${consents.purpose} = ${purpose} and ${consents.given} = ${given})`;
  const told = { id: sql`${id}::uuid`, groupId: sql`${groupId}::uuid`, campaignId: sql`${campaignId}::uuid` };
  // What members must hear they want, or not: there is no less of it.
  const wantsLess = purpose === 'membership' ? sql`` : lessThan(told);
  const isEnough = mostAWeek === null ? sql`false` : isAmong(hadEnough(groupId, mostAWeek, had));
  return sql`case when ${people.email} is null then 'no-email'
    when ${people.doNotContact} then 'do-not-contact'
    when ${answer('no')} then 'said-no'
    when not ${answer('yes')} then 'not-said-yes'
    when ${people.mailRefusedAt} is not null then 'sent-back'
    ${wantsLess}
    ${writerId ? passedBy(sql`${writerId}::uuid`) : sql``}
    when ${isEnough} then 'had-enough'
    ${ownBudget(groupId, budgets, had)} end`;
}

/**
 * To whom the group itself wrote as often as a budget allows: it knows that anyway. Whether others did is asked where mail leaves
 * (budget.ts), and said of nobody.
 */
function ownBudget(groupId: string, budgets: KeptBudget[], had: HadAsked = {}): SQL {
  const most = narrowestOf(budgets);
  if (most === null) return sql``;
  return sql`when ${isAmong(hadEnough(groupId, most, { ...had, isOfUpdates: true }))} then 'coalition-budget'`;
}

/** Whom a letter that another group wrote passes by. */
function passedBy(writerId: SQL): SQL {
  return sql`when ${refusesSharing} then 'no-sharing' when ${refusesWriter(writerId)} then 'no-writer'`;
}

function lessThan(told: Parameters<typeof wantOthers>[0]): SQL {
  return sql`when ${isAmong(wantOthers(told))} then 'other-campaign'
    when ${isAmong(hadThisMonth(told))} then 'wants-less'`;
}
