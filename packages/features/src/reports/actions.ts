import { newId, type Transaction } from '@groundwork/database';
import { record } from '@groundwork/database/journal';
import { and, eq, isNotNull, lt, sql } from 'drizzle-orm';
import type { Context } from '../context.ts';
import { permit } from '../policy.ts';
import type { NewReport } from './contract.ts';
import type { SubjectKind } from './subjects/contract.ts';
import { subjectPolicy } from './subjects/policy.ts';
import { findSubject } from './subjects/queries.ts';
import type { Subject } from './subjects/subject.ts';
import { reportMakers, reports } from './tables.ts';

/**
 * Reports a thing the viewer sees to those who decide about it, with its words as they are now. Reported twice by one
 * person it is one report, also after it was decided, as long as the words have not changed since.
 */
export async function reportSubject(ctx: Context, kind: SubjectKind, key: string, { note }: NewReport) {
  const subject = await findSubject(ctx, kind, key);
  permit(subjectPolicy, 'report', subject);
  await ctx.change(async (tx) => {
    if (await hasReported(tx, ctx, subject)) return;
    const report = await openReport(tx, subject);
    const [made] = await tx
      .insert(reportMakers)
      .values({
        id: newId(),
        reportId: report.id,
        accountId: ctx.viewer.signedIn ? ctx.viewer.id : null,
        note: note?.replaceAll('\0', '').replaceAll('\r\n', '\n').trim() || null,
        words: report.words === subject.words ? null : subject.words,
      })
      .onConflictDoNothing()
      .returning({ id: reportMakers.id });
    if (!made) return;
    await record(tx, {
      kind: 'reports.made',
      groupId: subject.group.id,
      actorId: ctx.viewer.signedIn ? ctx.viewer.id : null,
      subjectId: report.id,
      data: { kind, aboutId: subject.id },
    });
  });
}

/** Erases the words of reports that were decided a while ago, with who made them, and a year later the reports. */
export async function forgetDecided({ db }: Context, { wordsDays = 30, days = 365 } = {}): Promise<void> {
  const ago = (count: number) => sql`now() - make_interval(days => ${count})`;
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

async function hasReported(tx: Transaction, { viewer }: Context, { kind, id, words }: Subject) {
  if (!viewer.signedIn) return false;
  const [before] = await tx
    .select({ id: reports.id })
    .from(reports)
    .innerJoin(reportMakers, eq(reportMakers.reportId, reports.id))
    .where(
      and(
        eq(reports.subjectKind, kind),
        eq(reports.subjectId, id),
        eq(reportMakers.accountId, viewer.id),
        sql`coalesce(${reportMakers.words}, ${reports.words}) = ${words}`,
      ),
    )
    .limit(1);
  return before !== undefined;
}

/** The open report of a subject, made if there is none; the row is held, so that nobody decides it meanwhile. */
async function openReport(tx: Transaction, subject: Subject) {
  const { kind, id, group, channelId, authorId, title, address, authorName, words, decidedBy } = subject;
  const [report] = await tx
    .insert(reports)
    .values({
      id: newId(),
      groupId: decidedBy === 'stewards' ? null : group.id,
      subjectKind: kind,
      subjectId: id,
      ...{ channelId, authorId, title, address, authorName, words },
    })
    .onConflictDoUpdate({
      target: [reports.subjectKind, reports.subjectId],
      targetWhere: sql`${reports.decidedAt} is null`,
      set: { subjectId: id },
    })
    .returning({ id: reports.id, words: reports.words });
  if (!report) throw new Error('a report was neither made nor there');
  return report;
}
