import { journalUndelivered } from '@groundwork/database/journal/tables';
import { desc, eq, ilike, or, sql } from 'drizzle-orm';
import { statfs } from 'node:fs/promises';
import { accounts, siteStewards } from '../accounts/tables.ts';
import type { Context, House } from '../context.ts';
import { NotFound } from '../errors.ts';
import { memberships } from '../groups/tables.ts';
import { mails } from '../outbox/tables.ts';
import { pageOf, readCursor, type PageQuery } from '../paging.ts';
import { findSite } from '../site/queries.ts';
import { findBackupStatus } from './backups/queries.ts';
import { workerReports } from './tables.ts';
import { VERSION } from './version.ts';

/** How the site is doing, for its stewards. */
export async function findSiteStatus(ctx: Context) {
  const [site, counts, queue, mail, backup, storage] = await Promise.all([
    findSite(ctx),
    countEverything(ctx),
    findQueueStatus(ctx),
    findMailStatus(ctx),
    findBackupStatus(ctx),
    findStorage(ctx),
  ]);
  return { site, version: VERSION, counts, queue, mail, backup, storage };
}

/** The same, as far as it is numbers that whoever watches the site wants every few seconds. */
export async function findFigures(house: House) {
  const [{ undelivered, oldestSeconds }, mail, disk] = await Promise.all([
    findUndelivered(house),
    findMailStatus(house),
    findDisk(house),
  ]);
  return { journal: { undelivered, oldestSeconds }, mail, disk };
}

/** The accounts of this site, newest first. */
export async function listAccounts(
  { db }: Context,
  { after, limit = 20, search }: PageQuery & { search?: string },
) {
  const cursor = readCursor(after, 2);
  const pattern = `%${search?.replaceAll(/[\\%_]/g, String.raw`\$&`) ?? ''}%`;
  const rows = await db
    .select({
      id: accounts.id,
      name: accounts.name,
      email: accounts.email,
      createdAt: accounts.createdAt,
      isSiteSteward: sql<boolean>`${siteStewards.accountId} is not null`,
      groupCount: sql<number>`(select count(*)::int from ${memberships} where ${memberships.accountId} = ${accounts.id})`,
      cursorAt: sql<string>`${accounts.createdAt}::text`,
    })
    .from(accounts)
    .leftJoin(siteStewards, eq(siteStewards.accountId, accounts.id))
    .where(
      sql`${search ? or(ilike(accounts.name, pattern), ilike(accounts.email, pattern)) : sql`true`}
        and ${cursor ? sql`(${accounts.createdAt}, ${accounts.id}) < (${cursor[0]}::timestamptz, ${cursor[1]}::uuid)` : sql`true`}`,
    )
    .orderBy(desc(accounts.createdAt), desc(accounts.id))
    .limit(limit + 1);
  return pageOf(rows, limit, (row) => [row.cursorAt, row.id]);
}

/** What would be sent, or was, newest first. */
export async function listOutbox({ db }: Context, { after, limit = 20 }: PageQuery) {
  const cursor = readCursor(after, 2);
  const rows = await db
    .select({ ...outboxRow, cursorAt: sql<string>`${mails.promisedAt}::text` })
    .from(mails)
    .where(
      cursor
        ? sql`(${mails.promisedAt}, ${mails.id}) < (${cursor[0]}::timestamptz, ${cursor[1]}::uuid)`
        : undefined,
    )
    .orderBy(desc(mails.promisedAt), desc(mails.id))
    .limit(limit + 1);
  return pageOf(rows, limit, (row) => [row.cursorAt, row.id]);
}

/** One mail of the Outbox as its receiver would read it. */
export async function findOutboxLetter({ db }: Context, mailId: string) {
  const [mail] = await db
    .select({ ...outboxRow, language: mails.language, letter: mails.letter })
    .from(mails)
    .where(eq(mails.id, mailId));
  if (!mail) throw new NotFound('mail');
  return mail;
}

const outboxRow = {
  id: mails.id,
  state: mails.state,
  subject: mails.subject,
  toAddress: mails.toAddress,
  promisedAt: mails.promisedAt,
  finishedAt: mails.finishedAt,
};

/** The planner's own figures: exact enough for a glance, and as cheap for ten million rows as for ten. */
async function countEverything({ db }: Context) {
  const counted = await db.execute<{ name: string; count: number }>(sql`
    select relname as name, greatest(n_live_tup, 0)::int as count from pg_stat_user_tables where schemaname = 'public'`);
  const count = (table: string) => counted.rows.find(({ name }) => name === table)?.count ?? 0;
  return {
    accounts: count('accounts'),
    groups: count('groups'),
    people: count('people'),
    campaigns: count('campaigns'),
    events: count('events'),
    messages: count('messages'),
  };
}

async function findQueueStatus({ db, settings }: Context) {
  const { undelivered, oldestSeconds } = await findUndelivered({ db });
  const workers = await db
    .select({
      waitingCount: workerReports.waitingCount,
      activeCount: workerReports.activeCount,
      failedCount: workerReports.failedCount,
      reportedAt: workerReports.reportedAt,
      isAlive: sql<boolean>`${workerReports.reportedAt} > now() - interval '60 seconds'`,
    })
    .from(workerReports)
    .where(sql`${workerReports.reportedAt} > now() - interval '1 day'`)
    .orderBy(desc(workerReports.reportedAt));
  const backend = settings.redisUrl ? ('redis' as const) : ('postgresql' as const);
  return { backend, undelivered, oldestSeconds, workers };
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

/** Two counts, each over an index of its own: the table remembers a month of mail. */
async function findMailStatus({ db, settings }: House) {
  const [waiting] = await db
    .select({
      count: sql<number>`count(*)::int`,
      oldestSeconds: sql<number | null>`extract(epoch from now() - min(${mails.promisedAt}))::float8`,
    })
    .from(mails)
    .where(eq(mails.state, 'promised'));
  const [today] = await db
    .select({
      sent: sql<number>`count(*) filter (where ${mails.state} in ('sent', 'kept'))::int`,
      refused: sql<number>`count(*) filter (where ${mails.state} = 'refused')::int`,
    })
    .from(mails)
    .where(sql`${mails.finishedAt} > now() - interval '1 day'`);
  return {
    way: settings.smtpUrl ? ('smtp' as const) : ('outbox' as const),
    waiting: waiting?.count ?? 0,
    oldestSeconds: waiting?.oldestSeconds ?? null,
    sentToday: today?.sent ?? 0,
    refusedToday: today?.refused ?? 0,
  };
}

async function findStorage({ db, settings }: House) {
  const sized = await db.execute<{ bytes: string }>(
    sql`select pg_database_size(current_database()) as bytes`,
  );
  return { databaseBytes: Number(sized.rows[0]?.bytes ?? 0), ...(await findDisk({ settings })) };
}

async function findDisk({ settings }: Pick<House, 'settings'>) {
  const disk = await statfs(settings.dataDir).catch(() => null);
  return {
    diskFreeBytes: disk ? disk.bavail * disk.bsize : 0,
    diskBytes: disk ? disk.blocks * disk.bsize : 0,
  };
}
