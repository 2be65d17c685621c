import type { Transaction } from '@groundwork/database';
import { sql } from 'drizzle-orm';
import type { Context } from '../context.ts';

/**
 * What a question about a whole group comes to, if each of its statements is answered within so many milliseconds; else null, and
 * it is given up. Its sets have room to be held whole: looked up in memory rather than by an index, person by person.
 */
export async function withinTime<T>(
  { db }: Pick<Context, 'db'>,
  milliseconds: number,
  ask: (tx: Transaction) => Promise<T>,
): Promise<T | null> {
  try {
    return await db.transaction(async (tx) => {
      await tx.execute(sql.raw(`set local statement_timeout = ${Math.ceil(milliseconds)}`));
      await tx.execute(sql.raw(`set local work_mem = '${ROOM}'`));
      return ask(tx);
    });
  } catch (error) {
    if (isGivenUp(error)) return null;
    throw error;
  }
}

/** Enough for the ids of some two million people; a set of twenty thousand takes one or two of it. */
const ROOM = '64MB';

/** Cancelled by `statement_timeout` (SQLSTATE 57014). */
function isGivenUp(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  return ('code' in error && error.code === '57014') || isGivenUp(error.cause);
}
