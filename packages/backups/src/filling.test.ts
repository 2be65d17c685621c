import { testDatabase } from '@groundwork/database/testing';
import { join } from 'node:path';
import pg from 'pg';
import { expect, onTestFinished, test } from 'vitest';
import { makeBackup } from './backups.ts';
import { fillTable } from './filling.ts';
import { aBackedUpSite, anEmptyPlace, isUntouched, query, refusedWith } from './fixtures.ts';

test('rows that are on their way when the database refuses are dropped, and each who waits is told', async () => {
  const { url, close } = await testDatabase();
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  onTestFinished(async () => {
    await client.end();
    await close();
  });
  await client.query('create table numbers (number integer)');
  const filling = fillTable(client, { name: 'numbers', columns: ['number'] });
  const notNumbers = Buffer.alloc(5_000_000, 'none\n');
  const writes = await Promise.allSettled(Array.from({ length: 8 }, () => filling.write(notNumbers)));
  expect(writes.map(({ status }) => status)).not.toContain('fulfilled');
  await expect(filling.end()).rejects.toThrow('invalid input syntax');
  expect((await client.query('select from numbers')).rowCount).toBe(0);
});

test('a full disk of the database during a restore gives one sentence, and nothing is changed', async () => {
  const { recipe, making } = await aBackedUpSite();
  await query(
    making.databaseUrl,
    `insert into journal (id, kind, data)
     select gen_random_uuid(), 'groups.founded', jsonb_build_object('long', repeat('x', 1000)) from generate_series(1, 8000)`,
  );
  const { name } = await makeBackup(making);
  const target = await anEmptyPlace();
  await query(target.databaseUrl, DISK_IS_FULL);
  await refusedWith(
    { ...target, ...recipe, from: join(making.to, name) },
    'The disk of the database is full',
  );
  await isUntouched(target);
});

/** From when rows come back, the journal has no room for any: what PostgreSQL itself says of a disk. */
const DISK_IS_FULL = `
  create function refuse_room() returns boolean language plpgsql as $$
    begin raise exception 'could not extend file: No space left on device' using errcode = '53100'; end $$;
  create function fill_disk() returns event_trigger language plpgsql as $$
    begin
      if not exists (select from pg_constraint where conname = 'no_room') then
        alter table journal add constraint no_room check (refuse_room()) not valid;
      end if;
    end $$;
  create event trigger fill_disk on sql_drop when tag in ('DROP INDEX') execute function fill_disk()`;
