import { and, isNotNull, lt, sql } from 'drizzle-orm';
import type { Context } from '../context.ts';
import { reportMakers, reports } from './tables.ts';

/** Erases the words of reports that were decided a while ago, with who made them, and a year later the reports. */
export async function forgetDecided({ db }: Context, { wordsDays = 30, days = 365 } = {}): Promise<void> {
  const ago = (length: number) => sql`now() - make_interval(days => ${length})`;
  await db.transaction(async (tx) => {
    const erased = await tx
      .update(reports)
      .set({ title: null, address: null, authorName: null, words: null, erasedAt: sql`now()` })
      .where(and(lt(reports.decidedAt, ago(wordsDays)), sql`${reports.erasedAt} is null`))
      .returning({ id: reports.id });
    if (erased.length > 0)
      await tx
        .delete(reportMakers)
        .where(sql`${reportMakers.reportId} = any(${sql.param(erased.map(({ id }) => id))}::uuid[])`);
    await tx.delete(reports).where(and(isNotNull(reports.decidedAt), lt(reports.decidedAt, ago(days))));
  });
}
