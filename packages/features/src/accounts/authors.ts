import type { Queryable } from '@groundwork/database';
import { journal } from '@groundwork/database/journal/tables';
import { and, asc, eq } from 'drizzle-orm';
import type { Kind } from '../journal.ts';
import { accounts } from './tables.ts';

type Made = { kind: Extract<Kind, `${string}.created`>; id: string };

/** Who began a thing, as long as they have an account. It is written in the journal alone. */
export async function findAuthorId({ db }: { db: Queryable }, { kind, id }: Made): Promise<string | null> {
  const [author] = await db
    .select({ id: accounts.id })
    .from(journal)
    .innerJoin(accounts, eq(accounts.id, journal.actorId))
    .where(and(eq(journal.subjectId, id), eq(journal.kind, kind)))
    .orderBy(asc(journal.id))
    .limit(1);
  return author?.id ?? null;
}
