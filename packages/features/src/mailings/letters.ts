import { isDeepStrictEqual } from 'node:util';
import type { Transaction } from '@groundwork/database';
import type { Language } from '@groundwork/words';
import { eq } from 'drizzle-orm';
import { writeLetter } from '../outbox/promises.ts';
import { letters } from '../outbox/tables.ts';
import type { Content } from './content.ts';
import { mailingLetters } from './tables.ts';

type Addressed = { language: Language; variant: string };
type Written = ReturnType<Content['write']>;

/**
 * The letters of a mailing for these receivers, by language and variant. One that was written in an earlier batch is used
 * again as long as it says what it would say now.
 */
export async function lettersFor(
  tx: Transaction,
  { id: mailingId, groupId }: { id: string; groupId: string },
  content: Content,
  receivers: Addressed[],
): Promise<(receiver: Addressed) => string> {
  const known = await findLetters(tx, mailingId);
  const ids = new Map<string, string>();
  for (const [name, { language, variant }] of new Map(receivers.map((one) => [nameOf(one), one]))) {
    const written = content.write(language, variant);
    const earlier = known.get(name);
    if (earlier && saysTheSame(earlier, written)) {
      ids.set(name, earlier.letterId);
      continue;
    }
    const letterId = await writeLetter(tx, { groupId, language, ...written });
    ids.set(name, letterId);
    await tx
      .insert(mailingLetters)
      .values({ mailingId, language, variant, letterId })
      .onConflictDoUpdate({
        target: [mailingLetters.mailingId, mailingLetters.language, mailingLetters.variant],
        set: { letterId },
      });
  }
  return (receiver) => {
    const letterId = ids.get(nameOf(receiver));
    if (letterId === undefined) throw new Error('each receiver has a letter');
    return letterId;
  };
}

async function findLetters(tx: Transaction, mailingId: string) {
  const found = await tx
    .select({
      language: mailingLetters.language,
      variant: mailingLetters.variant,
      letterId: letters.id,
      subject: letters.subject,
      letter: letters.letter,
    })
    .from(mailingLetters)
    .innerJoin(letters, eq(letters.id, mailingLetters.letterId))
    .where(eq(mailingLetters.mailingId, mailingId));
  return new Map(found.map((one) => [nameOf(one), one]));
}

/** Compared as JSON, which is how it is stored. */
function saysTheSame({ subject, letter }: Written, written: Written): boolean {
  return isDeepStrictEqual({ subject, letter }, JSON.parse(JSON.stringify(written)));
}

function nameOf({ language, variant }: Addressed): string {
  return `${language} ${variant}`;
}
