import { atCommit, prepared, type Database, type Transaction } from '@groundwork/database';
import { and, gt, inArray, lt, sql } from 'drizzle-orm';
import type { House } from '../context.ts';
import {
  headroomAfter,
  headroomAfterFirst,
  FIRST_FEW,
  saysLittle,
  newPace,
  paceAfter,
  PROVIDER,
  type Outcome,
  type Pace,
  type Temper,
} from './pace.ts';
import { mailPaces } from './tables.ts';

/** Whoever a mail is to, it goes through the site's own mail server, which has a pace as well. */
export const OWN_SERVER = '*';

type Ground = Pick<House, 'db' | 'settings'>;
export type HeardOutcome = Outcome & { code: string | null };

/** How many may leave for whom at this moment, and when whoever rests takes mail again. */
export async function findHeadroom({ db, settings }: Ground): Promise<(provider: string) => Headroom> {
  const rows = await db.select({ ...row, elapsed }).from(mailPaces);
  const known = new Map(rows.map((one) => [one.provider, headroomOf(one)]));
  const unknown = { count: FIRST_FEW, isKnown: false, restsUntil: null, perSecond: PROVIDER.start };
  const { smtpPerHour } = settings;
  const own = smtpPerHour === undefined ? { ...unknown, count: Infinity } : { ...unknown, count: 1 };
  return (provider) => known.get(provider) ?? (provider === OWN_SERVER ? own : unknown);
}
/** One that is not known gets its first few, however many of them are under way already. */
export type Headroom = { count: number; isKnown: boolean; perSecond: number; restsUntil: Date | null };

/** Mails that leave at this moment: so many fewer leave soon. */
export async function spendHeadroom({ db, settings }: Ground, counts: Map<string, number>): Promise<void> {
  if (settings.smtpPerHour !== undefined) await beginOwn(db, settings.smtpPerHour);
  const asked = { providers: [...counts.keys()], counts: [...counts.values()] };
  if (asked.providers.length === 0) return;
  await spend(db, asked);
}

/** A crash of the database may forget the last moment of it: a pace finds its way again, and nobody waits for the disk. */
const LAZILY = sql.raw(`set_config('synchronous_commit', 'off', true)`);

// In one order, so that two who spend for the same ones, or hear of them, do not wait for each other.
const spend = prepared(
  (_, { providers, counts }: { providers: string[]; counts: number[] }) => sql`
    with spent as materialized (
      select provider, asked.count from ${mailPaces}
      join unnest(${providers}::text[], ${counts}::int[]) as asked(provider, count) using (provider)
      order by provider for no key update of ${sql.identifier('mail_paces')})
    update ${mailPaces} pace set refilled_at = now(),
      headroom = least(greatest(1, 2 * per_second),
        headroom + greatest(0, extract(epoch from now() - refilled_at)) * per_second) - spent.count
    from spent, (select ${LAZILY}) lazily where pace.provider = spent.provider`,
);
const commitLazily = prepared(() => sql`select ${LAZILY}`);

/** What became of mails that left: their providers' paces follow. One that nobody knows and that took a few stays so. */
export async function hearOutcomes(ground: Ground, outcomes: Map<string, HeardOutcome>): Promise<void> {
  const providers = [...outcomes.keys()].sort();
  if (providers.length === 0) return;
  await ground.db.transaction(async (tx) => {
    atCommit(tx, commitLazily, {});
    const found = await tx
      .select({ ...row, refilledAt: mailPaces.refilledAt })
      .from(mailPaces)
      .where(inArray(mailPaces.provider, providers))
      .orderBy(mailPaces.provider)
      .for('update');
    const known = new Map(found.map((one) => [one.provider, one]));
    const kept = [...outcomes]
      .sort(byProvider)
      .flatMap(
        ([provider, heard]) => keptPace(ground, { provider, known: known.get(provider), heard }) ?? [],
      );
    if (kept.length > 0) await keepPaces(tx, kept);
  });
}

/** Forgets how fast those take mail to whom nothing went for a week: there may be thousands, and all are read each time. */
export async function forgetPaces({ db }: Pick<Ground, 'db'>): Promise<void> {
  const weekAgo = sql`now() - interval '7 days'`;
  await db
    .delete(mailPaces)
    .where(and(lt(mailPaces.refilledAt, weekAgo), lt(mailPaces.stretchFrom, weekAgo)));
}

const byProvider = ([one]: [string, HeardOutcome], [other]: [string, HeardOutcome]) => (one < other ? -1 : 1);

type Row = Omit<typeof mailPaces.$inferSelect, 'refilledAt'>;
type Kept = typeof mailPaces.$inferInsert;
type Heard = { provider: string; known: (Row & { refilledAt: Date }) | undefined; heard: HeardOutcome };

/** The row of a provider after these outcomes; null: nobody knows it yet. */
function keptPace({ settings }: Ground, { provider, known, heard }: Heard): Kept | null {
  if (!known && (saysLittle(heard) || (provider === OWN_SERVER && heard.putOffCount === 0))) return null;
  const temper = temperOf(settings, provider);
  const at = Date.now() / 1000;
  const before = known ? paceOf(known) : newPace(temper, at - 2);
  const pace = paceAfter(before, heard, { at, temper });
  const isTroubled = pace.troubledAt !== null && pace.troubledAt !== before.troubledAt;
  const troubleCode = isTroubled
    ? heard.code
    : pace.troubledAt === null
      ? null
      : (known?.troubleCode ?? null);
  // After a rest it begins with none: what came together meanwhile would leave at once.
  const rested = isTroubled &&
    pace.restsUntil !== null && { headroom: 0, refilledAt: moment(pace.restsUntil) };
  const { headroom = headroomAfterFirst(temper, heard), refilledAt } = known ?? {};
  const left = { headroom, ...(refilledAt && { refilledAt }) };
  return { provider, ...left, ...rowOf(pace), troubleCode, ...rested };
}

async function keepPaces(tx: Transaction, kept: Kept[]) {
  await tx
    .insert(mailPaces)
    .values(kept)
    .onConflictDoUpdate({
      target: mailPaces.provider,
      set: {
        perSecond: sql`excluded.per_second`,
        headroom: sql`excluded.headroom`,
        refilledAt: sql`excluded.refilled_at`,
        troubledPerSecond: sql`excluded.troubled_per_second`,
        troubledAt: sql`excluded.troubled_at`,
        troubleCode: sql`excluded.trouble_code`,
        tookAt: sql`excluded.took_at`,
        restsUntil: sql`excluded.rests_until`,
        stopCount: sql`excluded.stop_count`,
        stretchFrom: sql`excluded.stretch_from`,
        takenCount: sql`excluded.taken_count`,
        putOffCount: sql`excluded.put_off_count`,
      },
    });
}

/** A mail server with a limit of its own is not given more from the first mail on. */
async function beginOwn(db: Database, smtpPerHour: number) {
  const own = rowOf(newPace({ ...PROVIDER, start: smtpPerHour / 3600 }, Date.now() / 1000));
  await db
    .insert(mailPaces)
    .values({ provider: OWN_SERVER, headroom: 1, ...own })
    .onConflictDoUpdate({
      target: mailPaces.provider,
      set: { perSecond: own.perSecond },
      setWhere: gt(mailPaces.perSecond, own.perSecond),
    });
}

function temperOf({ smtpPerHour }: Ground['settings'], provider: string): Temper {
  if (provider !== OWN_SERVER) return PROVIDER;
  const most = smtpPerHour === undefined ? PROVIDER.most : smtpPerHour / 3600;
  return { start: most, most, firstStop: 5, longestStop: 900 };
}

const row = {
  provider: mailPaces.provider,
  perSecond: mailPaces.perSecond,
  headroom: mailPaces.headroom,
  troubledPerSecond: mailPaces.troubledPerSecond,
  troubledAt: mailPaces.troubledAt,
  troubleCode: mailPaces.troubleCode,
  tookAt: mailPaces.tookAt,
  restsUntil: mailPaces.restsUntil,
  stopCount: mailPaces.stopCount,
  stretchFrom: mailPaces.stretchFrom,
  takenCount: mailPaces.takenCount,
  putOffCount: mailPaces.putOffCount,
};
const elapsed = sql<number>`extract(epoch from now() - ${mailPaces.refilledAt})::float8`;

function headroomOf({ elapsed: seconds, restsUntil, ...pace }: Row & { elapsed: number }): Headroom {
  const isResting = restsUntil !== null && restsUntil > new Date();
  const count = isResting ? 0 : Math.floor(headroomAfter(pace, pace.headroom, seconds));
  return {
    count: Math.max(0, count),
    isKnown: true,
    perSecond: pace.perSecond,
    restsUntil: isResting ? restsUntil : null,
  };
}

function paceOf({ troubledAt, tookAt, restsUntil, stretchFrom, ...pace }: Row): Pace {
  return {
    ...pace,
    tookAt: tookAt && seconds(tookAt),
    troubledAt: troubledAt && seconds(troubledAt),
    restsUntil: restsUntil && seconds(restsUntil),
    stretchFrom: seconds(stretchFrom),
  };
}

function rowOf({
  troubledAt,
  tookAt,
  restsUntil,
  stretchFrom,
  perSecond,
  troubledPerSecond,
  ...counts
}: Pace) {
  const { stopCount, takenCount, putOffCount } = counts;
  return {
    ...{ perSecond, troubledPerSecond, stopCount, takenCount, putOffCount },
    tookAt: tookAt === null ? null : moment(tookAt),
    troubledAt: troubledAt === null ? null : moment(troubledAt),
    restsUntil: restsUntil === null ? null : moment(restsUntil),
    stretchFrom: moment(stretchFrom),
  };
}

const seconds = (moment: Date) => moment.getTime() / 1000;
const moment = (at: number) => new Date(at * 1000);
