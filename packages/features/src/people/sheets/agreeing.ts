import type { Transaction } from '@groundwork/database';
import { and, eq, sql } from 'drizzle-orm';
import { noteHistory } from '../actions.ts';
import { consents } from '../tables.ts';
import type { SheetWay } from './contract.ts';
import type { SeenSheet } from './queries.ts';
import type { SheetAnswer } from './tables.ts';

type Agreeing = { personId: string; email: string | null; phone: string | null; isRefused: boolean };

/**
 * A name under the sheet's words is a yes of the sheet's day, by each way that the person can be reached. A no that was
 * said on that day or later stands; one from before gives its place, and is kept for taking the line back.
 */
export async function agreeOnPaper(
  tx: Transaction,
  sheet: SeenSheet,
  { personId, email, phone, isRefused }: Agreeing,
): Promise<SheetAnswer[]> {
  const answers: SheetAnswer[] = [];
  for (const way of sheet.ways) {
    if ((way === 'email' ? email : phone) === null) continue;
    const answer =
      way === 'email' && isRefused
        ? ({ way, outcome: 'stood', before: null } as const)
        : await agree(tx, sheet, { personId, way });
    if (answer) answers.push(answer);
  }
  return answers;
}

/** Null where they had agreed before. */
async function agree(
  tx: Transaction,
  { id: sheetId, group, day, words }: SeenSheet,
  { personId, way }: { personId: string; way: SheetWay },
): Promise<SheetAnswer | null> {
  const isThis = and(eq(consents.personId, personId), eq(consents.way, way), eq(consents.purpose, 'updates'));
  const [standing] = await tx
    .select({
      ...{ given: consents.given, how: consents.how, manner: consents.manner, words: consents.words },
      subjectId: consents.subjectId,
      at: sql<string>`${consents.at}::text`,
      // Somewhere on earth the sheet's day begins 14 hours before that of UTC.
      isLater: sql<boolean>`${consents.at} >= ${day}::date::timestamp at time zone 'UTC' - interval '14 hours'`,
    })
    .from(consents)
    .where(isThis)
    .for('update');
  if (standing?.given === 'yes') return null;
  if (standing?.isLater) return { way, outcome: 'stood', before: null };
  const yes = {
    given: 'yes',
    how: 'sheet',
    words,
    subjectId: sheetId,
    at: new Date(`${day}T00:00:00Z`),
  } as const;
  const changed = standing
    ? await tx
        .update(consents)
        .set({ ...yes, manner: null, before: null })
        .where(isThis)
    : await tx
        .insert(consents)
        .values({ ...yes, personId, groupId: group.id, way, purpose: 'updates' })
        .onConflictDoNothing();
  if (changed.rowCount === 0) return { way, outcome: 'stood', before: null };
  if (way === 'email')
    noteHistory(tx, { personId, groupId: group.id, kind: 'subscribed', subjectId: sheetId });
  return { way, outcome: 'given', before: standing ? beforeOf(standing) : null };
}

type Before = NonNullable<SheetAnswer['before']>;
function beforeOf({ given, how, manner, words, subjectId, at }: Before): Before {
  return { given, how, manner, words, subjectId, at };
}
