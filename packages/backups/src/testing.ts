import { migrate, migrationsFolder } from '@groundwork/database/migrate';
import { testDatabase } from '@groundwork/database/testing';
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { withClient } from './client.ts';
import { countTable, listTables } from './dump.ts';
import type { Manifest } from './manifest.ts';

/** Rows and hash of every table, as a manifest says them. */
export function countEverything(databaseUrl: string): Promise<Manifest['counts']> {
  return withClient({ databaseUrl, name: 'groundwork tests' }, async (client) => {
    const counts: Manifest['counts'] = {};
    for (const table of await listTables(client)) counts[table.name] = await countTable(client, table);
    return counts;
  });
}

/** The database of an earlier version, which had been through `count` migrations, with a site; gone when the test ends. */
export async function anEarlierDatabase(count: number): Promise<string> {
  const { url, close } = await testDatabase({ like: 'template1' });
  const folder = await mkdtemp(join(tmpdir(), 'groundwork earlier '));
  onTestFinished(async () => {
    await close();
    await rm(folder, { recursive: true });
  });
  await cp(migrationsFolder, folder, { recursive: true });
  const journal = join(folder, 'meta/_journal.json');
  const { entries, ...rest } = JSON.parse(await readFile(journal, 'utf8'));
  await writeFile(journal, JSON.stringify({ ...rest, entries: entries.slice(0, count) }));
  await migrate(url, { folder, lockWait: '3s' });
  await withClient({ databaseUrl: url, name: 'groundwork tests' }, (client) =>
    client.query(`insert into sites (name, languages) values ('Valley Coalition', '{en}')`),
  );
  return url;
}
