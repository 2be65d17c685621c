import type { Transaction } from '@groundwork/database';
import { sql } from 'drizzle-orm';
import type { Context } from '../../context.ts';
import { note } from '../../journal.ts';
import { readPostcodes, type Postcode } from './reading.ts';
import { postcodeFiles, postcodes } from './tables.ts';

/** Puts the postcodes of a file in place of all that were there, or none of it. Throws Invalid for a file that is none. */
export async function replacePostcodes(ctx: Context, file: Buffer) {
  const { rows, skippedCount } = await readPostcodes(file);
  const countries = [...new Set(rows.map(({ country }) => country))].filter(Boolean).sort();
  const of = { count: rows.length, countries, readAt: sql`now()` };
  await ctx.change(async (tx) => {
    // Whoever uploads at the same time waits here.
    await tx.insert(postcodeFiles).values(of).onConflictDoUpdate({ target: postcodeFiles.only, set: of });
    await tx.delete(postcodes);
    for (let start = 0; start < rows.length; start += CHUNK)
      await insertPostcodes(tx, rows.slice(start, start + CHUNK));
    note(tx, ctx, 'site.postcodes-replaced', null, { count: rows.length });
  });
  return { count: rows.length, skippedCount };
}

/** Forgets where postcodes lie. Done twice it is done. */
export async function removePostcodes(ctx: Context): Promise<void> {
  await ctx.change(async (tx) => {
    const gone = await tx.delete(postcodeFiles).returning({ count: postcodeFiles.count });
    if (gone.length === 0) return;
    await tx.delete(postcodes);
    note(tx, ctx, 'site.postcodes-removed', null);
  });
}

const CHUNK = 10_000;

/** As arrays, since thousands of rows have more values than a statement may have parameters. */
async function insertPostcodes(tx: Transaction, rows: Postcode[]): Promise<void> {
  const column = (name: keyof Postcode) => sql.param(rows.map((row) => row[name]));
  await tx.execute(sql`insert into ${postcodes} (code, country, latitude, longitude)
    select * from unnest(${column('code')}::text[], ${column('country')}::text[],
      ${column('latitude')}::float8[], ${column('longitude')}::float8[])`);
}
