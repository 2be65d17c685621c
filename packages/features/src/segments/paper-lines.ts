import { and, eq, isNull, sql, type SQL } from 'drizzle-orm';
import { campaignsOf } from '../campaigns/queries.ts';
import { sheetRows, sheets } from '../people/sheets/tables.ts';
import type { LineCondition } from './lines.ts';
import { inSpan } from './spans.ts';

type SignedLine = Extract<LineCondition, { is: 'signed' }>;

/** The ids of those who signed on paper that their group typed in. */
export function signedOnPaper(who: SignedLine, groupId: string): SQL {
  return sql`select ${sheetRows.personId} from ${sheetRows} join ${sheets} on ${sheets.id} = ${sheetRows.sheetId} where ${and(
    eq(sheets.groupId, groupId),
    eq(sheets.signs, true),
    isNull(sheets.takenBackAt),
    who.campaign ? eq(sheets.aboutId, who.campaign) : sql`${sheets.aboutId} in ${campaignsOf(groupId)}`,
    inSpan(sheets.day, who),
  )}`;
}
