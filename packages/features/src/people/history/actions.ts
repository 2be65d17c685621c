import { newId, type Transaction } from '@groundwork/database';
import type { Context } from '../../context.ts';
import { personHistory } from '../tables.ts';

type ByHand = {
  groupId: string;
  personId: string;
  kind: 'added' | 'entered' | 'corrected' | 'merged' | 'parted';
  subjectId?: string;
  label?: string;
  fields?: string[];
};

/** Writes into a person's history what the viewer did by hand, with who they are. */
export async function noteByHand(tx: Transaction, { viewer }: Context, line: ByHand): Promise<void> {
  await tx.insert(personHistory).values({ ...line, id: newId(), actorId: viewer.id });
}
