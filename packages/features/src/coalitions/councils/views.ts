import type { Answer } from '../../http.ts';
import type { Council, ReportBack } from './contract.ts';
import type { listCouncils, listReportsBack } from './queries.ts';

type Row = Awaited<ReturnType<typeof listCouncils>>['rows'][number];

/** A council as it leaves. */
export function councilView({ hasEnded, owedCount, reportedCount, ...event }: Row): Answer<Council> {
  return { event, hasEnded, owedCount, reportedCount };
}

type Reported = Awaited<ReturnType<typeof listReportsBack>>['rows'][number];

/** What a group is owed, or was told, of a council, as it leaves. */
export function reportBackView(row: Reported): Answer<ReportBack> {
  const { dueAt, isOverdue, text, by, writtenAt, ...event } = row;
  return {
    event,
    dueAt,
    isOverdue,
    report: text === null || writtenAt === null ? null : { text, by, writtenAt },
  };
}
