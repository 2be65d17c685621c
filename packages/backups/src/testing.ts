import pg from 'pg';
import { countTable, listTables, PLAIN_FORM } from './dump.ts';
import type { Manifest } from './manifest.ts';

/** Rows and hash of every table, as a manifest says them. */
export async function countEverything(databaseUrl: string): Promise<Manifest['counts']> {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    await client.query(PLAIN_FORM);
    const counts: Manifest['counts'] = {};
    for (const table of await listTables(client)) counts[table.name] = await countTable(client, table);
    return counts;
  } finally {
    await client.end();
  }
}
