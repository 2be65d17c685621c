import { newId, type Transaction } from '@groundwork/database';
import { and, count, eq, isNull, sql } from 'drizzle-orm';
import type { Context } from '../../context.ts';
import { QuotaReached } from '../../errors.ts';
import { standsIn } from '../../groups/standing.ts';
import { groups } from '../../groups/tables.ts';
import { note } from '../../journal.ts';
import { trySpend } from '../../limits/limits.ts';
import { spendQuota } from '../../limits/making.ts';
import { permit } from '../../policy.ts';
import type { Subject } from '../../subject.ts';
import type { NewReport, SubjectKind } from '../contract.ts';
import { subjectPolicy } from './policy.ts';
import { findReported, type ReportedSubject } from './queries.ts';
import { tellReportDeciders } from '../deciders.ts';
import { reportMakers, reports } from '../tables.ts';

/**
 * Reports a thing the viewer sees to those who decide about it, with its words as they are now. Reported twice by one
 * person it is one report, also after it was decided, as long as the words have not changed since. Whoever has no
 * account cannot be told apart: they bring back nothing that was left as it was, and are heard so often only. What came
 * of it is the same for everyone, so that nobody learns what others reported.
 */
export async function reportSubject(
  ctx: Context,
  subjects: Subject[],
  { kind, key, note: said }: NewReport & { kind: SubjectKind; key: string },
) {
  const subject = await findReported(ctx, subjects, { kind, key });
  permit(subjectPolicy, 'report', subject);
  await ctx.change(async (tx) => {
    if (await isKnown(tx, ctx, subject)) return;
    await spendReport(ctx, tx, subject);
    const { isNew, ...report } = await openReport(tx, subject);
    if (!ctx.viewer.signedIn && (await countStrangers(tx, report.id)) >= STRANGERS_HEARD) return;
    const [made] = await tx
      .insert(reportMakers)
      .values({
        id: newId(),
        reportId: report.id,
        accountId: ctx.viewer.signedIn ? ctx.viewer.id : null,
        note: said?.replaceAll('\0', '').replaceAll('\r\n', '\n').trim() || null,
        words: report.words === subject.words ? null : subject.words,
      })
      .onConflictDoNothing()
      .returning({ id: reportMakers.id });
    if (!made) return;
    note(
      tx,
      ctx,
      'reports.made',
      { groupId: subject.group.id, id: report.id },
      { kind, aboutId: subject.id },
    );
    if (isNew) await tellReportDeciders(tx, ctx, report.id);
  });
}

/** How many without an account are heard about one report: more say nothing new to whoever decides. */
const STRANGERS_HEARD = 20;
/** By group, or for the site: a flood from many places fills no list, and keeps nobody with an account from reporting. */
const STRANGERS = { name: 'reports.strangers', count: 60, minutes: 1440 };

async function spendReport(ctx: Context, tx: Transaction, { group }: ReportedSubject) {
  if (ctx.viewer.signedIn) return spendQuota(ctx, tx, 'reports');
  const minutes = await trySpend(ctx, { limit: STRANGERS, key: group.id }, tx);
  if (minutes !== null) throw new QuotaReached('group', minutes);
}

/** This person said it before, of the same words; or a stranger says it of what was looked at and left. */
async function isKnown(tx: Transaction, { viewer }: Context, { kind, id, words }: ReportedSubject) {
  const same = and(eq(reports.subjectKind, kind), eq(reports.subjectId, id));
  if (!viewer.signedIn)
    return (
      (await tx.$count(reports, and(same, eq(reports.decision, 'dismiss'), eq(reports.words, words ?? '')))) >
      0
    );
  const [before] = await tx
    .select({ id: reports.id })
    .from(reports)
    .innerJoin(reportMakers, eq(reportMakers.reportId, reports.id))
    .where(
      and(
        same,
        eq(reportMakers.accountId, viewer.id),
        sql`coalesce(${reportMakers.words}, ${reports.words}) = ${words}`,
      ),
    )
    .limit(1);
  return before !== undefined;
}

/** The open report of a subject, made if there is none; the row is held, so that nobody decides it meanwhile. */
async function openReport(tx: Transaction, subject: ReportedSubject) {
  const { kind, id, group, channelId, authorId, title, url: address, authorName, words, decidedBy } = subject;
  const isToSite = decidedBy === 'moderators' && (await isOfModerators(tx, subject));
  const [report] = await tx
    .insert(reports)
    .values({
      id: newId(),
      groupId: decidedBy === 'stewards' ? null : group.id,
      isToSite,
      subjectKind: kind,
      subjectId: id,
      ...{ channelId, authorId, title, address, authorName, words },
    })
    .onConflictDoUpdate({
      target: [reports.subjectKind, reports.subjectId],
      targetWhere: sql`${reports.decidedAt} is null`,
      set: { subjectId: id, isToSite: sql`${reports.isToSite} or excluded.is_to_site` },
    })
    .returning({ id: reports.id, words: reports.words, isNew: sql<boolean>`xmax = 0` });
  if (!report) throw new Error('a report was neither made nor there');
  return report;
}

/** Those who would decide about it wrote it: one of them, or, where it is not known who, the group with its page. */
async function isOfModerators(tx: Transaction, { isOfGroup, authorId, group }: ReportedSubject) {
  if (authorId === null) return isOfGroup;
  const moderated = and(eq(groups.id, group.id), standsIn(authorId, groups.id, 'moderate'));
  return (await tx.$count(groups, moderated)) > 0;
}

async function countStrangers(tx: Transaction, reportId: string) {
  const [counted] = await tx
    .select({ count: count() })
    .from(reportMakers)
    .where(and(eq(reportMakers.reportId, reportId), isNull(reportMakers.accountId)));
  return counted?.count ?? 0;
}
