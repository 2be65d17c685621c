import { journalUndelivered } from '@groundwork/database/journal/tables';
import { and, eq, isNotNull, isNull, or, sql } from 'drizzle-orm';
import { statfs } from 'node:fs/promises';
import type { Context, House } from '../../context.ts';
import { findWayBack } from '../../outbox/returns/queries.ts';
import { mails } from '../../outbox/tables.ts';
import { listSlowed } from '../../outbox/slowed.ts';
import { findSite } from '../../site/queries.ts';
import { findBackupStatus } from '../backups/queries.ts';
import { findLastRequest } from '../backups/requests/queries.ts';
import { listHeldBack } from '../held-mail/queries.ts';
import { findOwnTestMail } from '../test-mails/queries.ts';
import { VERSION } from '../version.ts';
import { findWorkers } from '../workers/queries.ts';

/** How the site is doing, for its stewards. */
export async function findSiteStatus(ctx: Context) {
  const [site, counts, queue, mail, heldBack, backup, storage, testMail, backupRequest] = await Promise.all([
    findSite(ctx),
    countEverything(ctx),
    findQueueStatus(ctx),
    findMailStatus(ctx),
    listHeldBack(ctx),
    findBackupStatus(ctx),
    findStorage(ctx),
    findOwnTestMail(ctx),
    findLastRequest(ctx),
  ]);
  const asked = { testMail, backupRequest };
  return { site, version: VERSION, counts, queue, mail, heldBack, backup, storage, ...asked };
}

/** As much of it as whoever watches the site wants in numbers every few seconds. */
export async function findFigures(house: House) {
  const [journal, mail, backup] = await Promise.all([
    findUndelivered(house),
    findWaitingMail(house),
    findBackupStatus(house),
  ]);
  const { lastDoneAt, lastFailedAt } = backup;
  const ageSeconds = lastDoneAt && (Date.now() - lastDoneAt.getTime()) / 1000;
  const isFailing = lastFailedAt !== null && (!lastDoneAt || lastFailedAt > lastDoneAt);
  return { journal, mail, backup: { ageSeconds, isFailing } };
}

/** How full the disk is that DATA_DIR lies on. Rejects when it does not say. */
export async function findDisk({ settings }: Pick<House, 'settings'>) {
  const { bavail, bsize, blocks } = await statfs(settings.dataDir);
  return { diskFreeBytes: bavail * bsize, diskBytes: blocks * bsize };
}

const COUNTED = ['accounts', 'groups', 'people', 'campaigns', 'events', 'messages'] as const;
/** Up to as many, a table is counted row by row. */
export const COUNTED_UP_TO = 10_000;

/**
 * Exactly where that is quick; beyond, by what the planner knows, which is near enough and as cheap for ten million rows.
 * What was counted while it ran is gone after a power cut, and what was last analyzed is not.
 */
async function countEverything({ db }: Context) {
  const counts = COUNTED.map((name) => {
    const table = sql.identifier(name);
    return sql`select ${name}::text as name,
      (select count(*) from (select from ${table} limit ${COUNTED_UP_TO + 1}) few)::int as few,
      (select greatest(reltuples::bigint, pg_stat_get_live_tuples(oid))::int from pg_class where oid = ${name}::regclass) as about`;
  });
  const { rows } = await db.execute<{ name: (typeof COUNTED)[number]; few: number; about: number }>(
    sql.join(counts, sql` union all `),
  );
  const found = rows.map(({ name, few, about }) => [name, few > COUNTED_UP_TO ? Math.max(few, about) : few]);
  return Object.fromEntries(found) as Record<(typeof COUNTED)[number], number>;
}

/** What waits longest: in the journal for the queue, or in the queue for a worker. */
async function findQueueStatus({ db, settings }: Context) {
  const { undelivered, oldestSeconds } = await findUndelivered({ db });
  const { workers, missingCount } = await findWorkers({ db });
  const backend = settings.redisUrl ? ('redis' as const) : ('postgresql' as const);
  const inQueue = workers.find(({ isAlive }) => isAlive)?.waitingSeconds ?? null;
  const waits = [oldestSeconds, inQueue].filter((seconds) => seconds !== null);
  const longest = waits.length > 0 ? Math.max(...waits) : null;
  return { backend, undelivered, oldestSeconds: longest, workers, missingCount };
}

async function findUndelivered({ db }: Pick<House, 'db'>) {
  const [waiting] = await db
    .select({
      undelivered: sql<number>`count(*)::int`,
      oldestSeconds: sql<
        number | null
      >`extract(epoch from now() - min(uuid_extract_timestamp(${journalUndelivered.entryId})))::float8`,
    })
    .from(journalUndelivered);
  return waiting ?? { undelivered: 0, oldestSeconds: null };
}

async function findMailStatus({ db, settings }: House) {
  const [today] = await db
    .select({
      sent: sql<number>`count(*) filter (where ${mails.state} = 'sent')::int`,
      kept: sql<number>`count(*) filter (where ${mails.state} = 'kept')::int`,
      refused: sql<number>`count(*) filter (where ${mails.state} = 'refused')::int`,
    })
    .from(mails)
    .where(sql`${mails.finishedAt} > now() - interval '1 day'`);
  return {
    way: settings.sendsMail ? ('smtp' as const) : ('outbox' as const),
    ...(await findWaitingMail({ db })),
    slowed: await listSlowed(db),
    sentToday: today?.sent ?? 0,
    keptToday: today?.kept ?? 0,
    refusedToday: today?.refused ?? 0,
    wayBack: await findWayBack({ db, settings }),
  };
}

async function findWaitingMail({ db }: Pick<House, 'db'>) {
  const [mail] = await db
    .select({
      waiting: sql<number>`count(*)::int`,
      // Mail to many waits for its hour, or for providers that take it slowly: those are told of by themselves.
      oldestSeconds: sql<
        number | null
      >`extract(epoch from now() - min(${mails.promisedAt}) filter (where ${mails.lane} is null))::float8`,
    })
    .from(mails)
    // Each of the two is an index.
    .where(
      and(
        eq(mails.state, 'promised'),
        isNotNull(mails.dueAt),
        or(isNotNull(mails.lane), isNull(mails.letterId)),
      ),
    );
  return mail ?? { waiting: 0, oldestSeconds: null };
}

async function findStorage({ db, settings }: House) {
  const sized = await db.execute<{ bytes: string }>(
    sql`select pg_database_size(current_database()) as bytes`,
  );
  const disk = await findDisk({ settings }).catch(() => ({ diskFreeBytes: 0, diskBytes: 0 }));
  return { databaseBytes: Number(sized.rows[0]?.bytes ?? 0), ...disk };
}
