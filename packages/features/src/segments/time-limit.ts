import type { Transaction } from '@groundwork/database';
import { sql } from 'drizzle-orm';
import type { Context } from '../context.ts';

/** What a question comes to, if each of its statements is answered within so many milliseconds; else null, and it is given up. */
export async function withinTime<T>(
  { db }: Pick<Context, 'db'>,
  milliseconds: number,
  ask: (tx: Transaction) => Promise<T>,
): Promise<T | null> {
  try {
    return await db.transaction(async (tx) => {
      await tx.execute(sql.raw(`set local statement_timeout = ${Math.ceil(milliseconds)}`));
      return ask(tx);
    });
  } catch (error) {
    if (isGivenUp(error)) return null;
    throw error;
  }
}

/** Cancelled by `statement_timeout` (SQLSTATE 57014). */
function isGivenUp(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  return ('code' in error && error.code === '57014') || isGivenUp(error.cause);
}
