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
 * The letters of a mailing, by language and variant, each written when somebody is met who reads it. One that was written in an
 * earlier batch is used again as long as it says what it would say now.
 */
export async function openLetters(
  tx: Transaction,
  { id: mailingId, groupId }: { id: string; groupId: string },
  content: Content,
): Promise<{ of(receiver: Addressed): string; write(receivers: Addressed[]): Promise<void> }> {
  const known = await findLetters(tx, mailingId);
  const ids = new Map<string, string>();
  async function write({ language, variant }: Addressed): Promise<string> {
    const written = content.write(language, variant);
    const earlier = known.get(nameOf({ language, variant }));
    if (earlier && saysTheSame(earlier, written)) return earlier.letterId;
    const letterId = await writeLetter(tx, { groupId, language, ...written });
    await tx
      .insert(mailingLetters)
      .values({ mailingId, language, variant, letterId })
      .onConflictDoUpdate({
        target: [mailingLetters.mailingId, mailingLetters.language, mailingLetters.variant],
        set: { letterId },
      });
    return letterId;
  }
  return {
    async write(receivers) {
      const met = new Map(receivers.map((one) => [nameOf(one), one]));
      for (const [name, one] of met) if (!ids.has(name)) ids.set(name, await write(one));
    },
    of(receiver) {
      const letterId = ids.get(nameOf(receiver));
      if (letterId === undefined) throw new Error('each receiver has a letter');
      return letterId;
    },
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
