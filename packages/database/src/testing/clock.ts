import type pg from 'pg';

/**
 * Lets time pass (`6 days`) for everything that a database holds: each moment and each day in it lies that much further back.
 * What runs over it keeps its own clock, to which all of it is that much older. Whoever is signed in stays so.
 */
export async function passTime(pool: Pick<pg.Pool, 'query'>, interval: string): Promise<void> {
  const { rows } = await pool.query<{ table: string; columns: string[] }>(`
    select format('%I.%I', table_schema, table_name) as table, array_agg(quote_ident(column_name)::text) as columns
    from information_schema.columns join information_schema.tables using (table_schema, table_name)
    where table_schema = 'public' and table_type = 'BASE TABLE' and table_name <> 'sessions' and is_generated = 'NEVER'
      and data_type in ('timestamp with time zone', 'date')
    group by 1`);
  const moved = rows.map(({ table, columns }) => {
    const set = columns.map((column) => `${column} = ${column} - interval '${interval}'`);
    return `update ${table} set ${set.join(', ')};`;
  });
  // All at once, and without what a change of one of them would mean.
  await pool.query(`begin; set local session_replication_role = replica; ${moved.join(' ')} commit;`);
}

/** The name of a zone in which it is about noon now: where nobody sleeps, whenever a test runs. */
export function zoneAtNoon(): string {
  const ahead = 12 - new Date().getUTCHours();
  return ahead === 0 ? 'Etc/GMT' : `Etc/GMT${ahead > 0 ? '-' : '+'}${Math.abs(ahead)}`;
}

/** The name of a zone in which it is about three in the morning now. */
export function zoneAtNight(): string {
  const ahead = ((3 - new Date().getUTCHours() + 35) % 24) - 11;
  return ahead === 0 ? 'Etc/GMT' : `Etc/GMT${ahead > 0 ? '-' : '+'}${Math.abs(ahead)}`;
}
