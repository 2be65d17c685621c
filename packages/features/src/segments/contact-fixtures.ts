import { newId, type Database } from '@groundwork/database';
import { constant, constantFrom, option, record, type Arbitrary } from 'fast-check';
import { personNotes } from '../people/notes/tables.ts';
import { sheetRows, sheets } from '../people/sheets/tables.ts';
import { personHistory } from '../people/tables.ts';
import { daysAgo } from './fixtures.ts';
import type { LineCondition } from './lines.ts';

/** How somebody was written to or spoken with, each so many days ago; and whether they signed on paper. */
export type Contacted = { by: Partial<Record<'email' | 'call' | 'meeting', number>>; signedPaper: boolean };
type One = { id: string; contacted: Contacted };

export function contactsOf(index: number): Contacted {
  return {
    by: {
      ...(index % 4 > 1 && { email: (index % 40) + 1 }),
      ...(index % 9 === 0 && { call: 50 }),
      ...(index % 11 === 0 && { meeting: 2 }),
    },
    signedPaper: index % 13 === 0,
  };
}

/** Besides, everybody had a mail that did not arrive, and a note that is of no contact. */
export async function keepContacts(db: Database, groupId: string, humans: One[]): Promise<void> {
  const of = (how: keyof Contacted['by']) =>
    humans.flatMap(({ id: personId, contacted: { by } }) =>
      by[how] === undefined ? [] : { id: newId(), groupId, personId, at: daysAgo(by[how]) },
    );
  const all = () => humans.map(({ id: personId }) => ({ id: newId(), groupId, personId, at: daysAgo(1) }));
  await db
    .insert(personHistory)
    .values([
      ...of('email').map((line) => ({ ...line, kind: 'mailed' as const })),
      ...all().map((line) => ({ ...line, kind: 'mail-refused' as const })),
    ]);
  const contacts = (['call', 'meeting'] as const).flatMap((contactedBy) =>
    of(contactedBy).map((line) => ({ ...line, contactedBy })),
  );
  const notes = [...contacts, ...all().map((line) => ({ ...line, contactedBy: null }))];
  await db
    .insert(personNotes)
    .values(notes.map((line) => ({ ...line, body: 'Spoke.', until: daysAgo(-30) })));
}

/** Days since the sheet of paper under the campaign. */
export const PAPER_DAYS = 10;

/** One sheet, and one that was taken back and that everybody was on. */
export async function signOnPaper(
  db: Database,
  { groupId, campaign, humans }: { groupId: string; campaign: string; humans: One[] },
): Promise<void> {
  const day = daysAgo(PAPER_DAYS).toISOString().slice(0, 10);
  const sheet = (id: string, takenBackAt: Date | null) => ({
    ...{ id, groupId, title: 'Market', language: 'en' as const, day, signs: true, takenBackAt },
    ...{ aboutKind: 'campaign' as const, aboutId: campaign },
  });
  const [kept, gone] = [newId(), newId()];
  await db.insert(sheets).values([sheet(kept, null), sheet(gone, new Date())]);
  const lineOf =
    (sheetId: string) =>
    ({ id: personId }: One) => ({ id: newId(), sheetId, personId, isNew: false });
  const signers = humans.filter(({ contacted }) => contacted.signedPaper);
  await db.insert(sheetRows).values([...signers.map(lineOf(kept)), ...humans.map(lineOf(gone))]);
}

export function someContactLines(): Arbitrary<LineCondition>[] {
  return [
    record({
      is: constant('contacted' as const),
      by: constantFrom(undefined, 'email' as const, 'call' as const, 'meeting' as const, 'letter' as const),
      days: option(constantFrom(1, 30, 100), { nil: undefined }),
    }),
  ];
}
