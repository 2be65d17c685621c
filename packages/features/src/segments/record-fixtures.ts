import { newId, type Database } from '@groundwork/database';
import { constant, constantFrom, integer, record, type Arbitrary } from 'fast-check';
import { duplicateCandidates } from '../people/merging/tables.ts';
import type { LineCondition } from './lines.ts';
import type { RecordLine } from './record-lines.ts';

/** What organizers wrote down of somebody. */
export type OnRecord = {
  assessment: number | null;
  contactId: string | null;
  /** Whether that account sees the group's people. */
  isKeptInTouch: boolean;
  isDuplicate: boolean;
};

/** What was written down of the person of this number; the first two of these accounts see the group's people. */
export function recordOf(index: number, contacts: string[]): OnRecord {
  const assessment = index % 9;
  const contact = index % 5;
  return {
    assessment: assessment >= 1 && assessment <= 5 ? assessment : null,
    contactId: contacts[contact] ?? null,
    isKeptInTouch: contact < 2,
    isDuplicate: index % 8 < 2,
  };
}

/** Two records beside each other of which a look found that they may be one human. */
export async function waitAsDuplicates(
  db: Database,
  groupId: string,
  humans: { id: string; record: OnRecord }[],
): Promise<void> {
  const doubted = humans.filter(({ record }) => record.isDuplicate).map(({ id }) => id);
  const pairs = doubted.flatMap((id, index) => {
    const [first, second] = [id, doubted[index + 1]].sort();
    return index % 2 === 0 && first && second ? [{ groupId, firstId: first, secondId: second }] : [];
  });
  await db.insert(duplicateCandidates).values(pairs.map((pair) => ({ ...pair, why: ['phone' as const] })));
}

/** What a line asks of it, slowly and in plain words. */
export function isWrittenDown(who: RecordLine, held: OnRecord): boolean {
  switch (who.is) {
    case 'assessed':
      return held.assessment !== null && held.assessment >= who.least && held.assessment <= who.most;
    case 'unassessed':
      return held.assessment === null;
    case 'contact':
      return held.contactId === who.contact && held.isKeptInTouch;
    case 'no-contact':
      return held.contactId === null || !held.isKeptInTouch;
    case 'duplicate':
      return held.isDuplicate;
  }
}

export function someRecordLines(contacts: string[]): Arbitrary<LineCondition>[] {
  const one = integer({ min: 1, max: 5 });
  return [
    record({ is: constant('assessed' as const), least: one, most: one }),
    record({ is: constant('unassessed' as const) }),
    // One that is nobody, too.
    record({ is: constant('contact' as const), contact: constantFrom(...contacts, newId()) }),
    record({ is: constant('no-contact' as const) }),
    record({ is: constant('duplicate' as const) }),
  ];
}
