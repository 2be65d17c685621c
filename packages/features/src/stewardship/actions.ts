import { record } from '@groundwork/database/journal';
import { sql } from 'drizzle-orm';
import type { Context, House } from '../context.ts';
import { findSite } from '../site/queries.ts';
import { sites } from '../site/tables.ts';
import type { SiteChange } from './contract.ts';
import { workerReports } from './tables.ts';

/** Changes what the site is called, which languages it offers and who may open accounts. */
export async function changeSite(ctx: Context, change: SiteChange) {
  await ctx.change(async (tx) => {
    await tx.update(sites).set(change);
    await record(tx, { kind: 'site.changed', actorId: ctx.viewer.id, data: { fields: Object.keys(change) } });
  });
  return findSite(ctx);
}

type Report = { worker: string; waitingCount: number; activeCount: number; failedCount: number };

/** A worker says that it is alive and what waits in the queue; what is a day old is forgotten. */
export async function reportWorker({ db }: House, report: Report): Promise<void> {
  await db
    .insert(workerReports)
    .values(report)
    .onConflictDoUpdate({ target: workerReports.worker, set: { ...report, reportedAt: sql`now()` } });
  await db.delete(workerReports).where(sql`${workerReports.reportedAt} < now() - interval '1 day'`);
}
