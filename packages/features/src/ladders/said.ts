import { createHash } from 'node:crypto';
import type { Queryable } from '@groundwork/database';
import { asc, eq } from 'drizzle-orm';
import { compositions, compositionTexts } from '../compositions/tables.ts';
import type { SeenLadder } from './queries.ts';

type Said = Pick<SeenLadder, 'id' | 'trigger' | 'takesEarlier' | 'purpose' | 'steps'>;

/** What a ladder says and does, with all its letters: whoever agreed to something else agreed to another ladder. */
export async function saidByLadder(
  db: Queryable,
  { id, trigger, takesEarlier, purpose, steps }: Said,
): Promise<string> {
  const { compositionId, language, subject, preheader, body } = compositionTexts;
  const texts = await db
    .select({ compositionId, language, subject, preheader, body, inNameOf: compositions.inNameOf })
    .from(compositionTexts)
    .innerJoin(compositions, eq(compositions.id, compositionTexts.compositionId))
    .where(eq(compositions.ladderId, id))
    .orderBy(asc(compositionTexts.compositionId), asc(compositionTexts.language));
  return createHash('sha256')
    .update(JSON.stringify([trigger, takesEarlier, purpose, steps, texts]))
    .digest('base64url');
}
