import type { Transaction } from '@groundwork/database';
import { and, eq, isNull, sql } from 'drizzle-orm';
import type { Context } from '../../context.ts';
import { Conflict, Invalid } from '../../errors.ts';
import { note } from '../../journal.ts';
import { withdrawNotices } from '../../notices/actions.ts';
import { permit } from '../../policy.ts';
import type { Decision } from '../contract.ts';
import { reportPolicy } from '../policy.ts';
import { findReport, type SeenReport } from '../queries.ts';
import { reports } from '../tables.ts';
import { deeds } from './deeds.ts';
import { tellAuthor } from './authors.ts';

/** Decides a report: hides or removes what it is about, or leaves it; the author reads the reason. */
export async function decideReport(ctx: Context, id: string, { deed, reason: typed }: Decision) {
  const report = await findReport(ctx, id);
  if (report.decision) throw new Conflict('reports.decided');
  permit(reportPolicy, deed, report);
  const reason = typed.replaceAll('\0', '').replaceAll('\r\n', '\n').trim();
  if (!reason) throw new Invalid([{ name: 'reason', code: 'field.required' }]);
  await ctx.change(async (tx) => {
    const [decided] = await tx
      .update(reports)
      .set({
        ...{ decision: deed, reason, decidedAt: sql`now()`, decidedBy: ctx.viewer.id },
        isDecidedBySite: report.isSiteSteward,
      })
      .where(and(eq(reports.id, id), isNull(reports.decidedAt)))
      .returning({ id: reports.id });
    if (!decided) throw new Conflict('reports.decided');
    await withdrawNotices(tx, 'reports.made', null, { reportId: id });
    const entryId = note(tx, ctx, 'reports.decided', report, { deed, aboutId: report.subjectId });
    if (deed !== 'dismiss') await perform(tx, ctx, report, { deed, reason, entryId });
  });
  return findReport(ctx, id);
}

/** Takes a decision back: what was hidden is shown again, and the report is open as before. */
export async function reopenReport(ctx: Context, id: string) {
  const report = await findReport(ctx, id);
  if (!report.decision) return report;
  permit(reportPolicy, 'reopen', report);
  const { deed, reason } = report.decision;
  await ctx.change(async (tx) => {
    await mustBeNewest(tx, report);
    await tx
      .update(reports)
      .set({ decision: null, decidedAt: null, decidedBy: null, isDecidedBySite: false, reason: null })
      .where(eq(reports.id, id));
    const entryId = note(tx, ctx, 'reports.reopened', report, { deed, aboutId: report.subjectId });
    if (deed === 'hide') await perform(tx, ctx, report, { deed: 'show', reason, entryId });
  });
  return findReport(ctx, id);
}

type Done = { deed: 'hide' | 'show' | 'remove'; reason: string; entryId: string };
async function perform(tx: Transaction, ctx: Context, report: SeenReport, done: Done) {
  const { deed, reason } = done;
  await deeds[report.kind][deed]?.(tx, { id: report.subjectId, actorId: ctx.viewer.id, reason }, ctx);
  await tellAuthor(tx, ctx, report, done);
}

/** Two open reports of one subject cannot be: whoever reported it since is answered by deciding that one. */
async function mustBeNewest(tx: Transaction, { kind, subjectId }: SeenReport) {
  const [open] = await tx
    .select({ id: reports.id })
    .from(reports)
    .where(and(eq(reports.subjectKind, kind), eq(reports.subjectId, subjectId), isNull(reports.decidedAt)));
  if (open) throw new Conflict('reports.newer');
}
