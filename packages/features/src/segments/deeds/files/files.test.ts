import { sql } from 'drizzle-orm';
import { asyncProperty, assert, uint8Array, array } from 'fast-check';
import { expect, test } from 'vitest';
import { aMember } from '../../../groups/fixtures.ts';
import { aCrew, aPerson } from '../../../people/fixtures.ts';
import { aSite } from '../../../testing.ts';
import { inParts } from '@groundwork/files/parts';

async function aCase() {
  const site = await aSite();
  const crew = await aCrew(site);
  const path = `/groups/${crew.group.slug}`;
  await site.work();
  await aPerson(site, crew.group, { name: 'Ana', language: 'es' });
  await aPerson(site, crew.group, { name: 'Bea' });
  const asSteward = site.as(crew.steward);
  const body = { kind: 'export', lines: 'add:speaking:language=es' };
  const prepare = async () =>
    `${path}/people-deeds/${(await asSteward.post(`${path}/people-deeds`, body)).body.id}`;
  const ask = async (format = 'csv') => {
    const deed = await prepare();
    expect((await asSteward.put(`${deed}/file`, { format })).status).toBe(202);
    await site.work();
    return deed;
  };
  const stored = async () => {
    const keys = [];
    for await (const { key } of site.house.files.list()) if (key.startsWith('people-')) keys.push(key);
    return keys;
  };
  return { site, ...crew, path, asSteward, prepare, ask, stored };
}

test('those found come out in each of three kinds', async () => {
  const { asSteward, prepare } = await aCase();
  const deed = await prepare();
  const kinds = { csv: 'text/csv', json: 'application/json', xlsx: 'application/vnd.openxmlformats' };
  for (const [format, type] of Object.entries(kinds)) {
    const file = await asSteward.post(`${deed}/exports?format=${format}`);
    expect(file.status).toBe(200);
    expect(file.headers['content-type']).toContain(type);
    expect(file.headers['content-disposition']).toContain(`people-found.${format}`);
  }
  const { body } = await asSteward.post(`${deed}/exports?format=json`);
  expect(body._embedded['osdi:people']).toMatchObject([{ name: 'Ana' }]);
});

test('the worker writes a file, which whoever asked downloads; each step is on record', async () => {
  const { site, asSteward, ask, stored } = await aCase();
  const deed = await ask('json');
  const { body } = await asSteward.get(deed);
  expect(body).toMatchObject({
    ...{ state: 'done', format: 'json', totalCount: 1, doneCount: 1, can: { download: true, undo: false } },
  });
  const file = await asSteward.post(`${deed}/file-downloads`);
  expect(file.headers['content-disposition']).toContain('people-found.json');
  expect(file.body._embedded['osdi:people']).toMatchObject([{ name: 'Ana' }]);
  expect(await stored()).toHaveLength(1);
  const { rows } = await site.db.execute(
    sql`select kind from journal where kind like 'segments.f%' order by id`,
  );
  expect(rows.map(({ kind }) => kind)).toEqual(['segments.found-exported', 'segments.file-downloaded']);
});

test('nobody else has it: not another steward, not by its key, not whoever may take out no more', async () => {
  const { site, group, steward, organizer, outsider, path, asSteward, ask, stored } = await aCase();
  const other = await aMember(site, group, 'steward');
  const deed = await ask();
  expect((await site.as(other).get(deed)).body.can.download).toBe(false);
  expect((await site.as(other).post(`${deed}/file-downloads`)).status).toBe(404);
  expect((await site.as(organizer).post(`${deed}/file-downloads`)).status).toBe(403);
  expect((await site.as(outsider).post(`${deed}/file-downloads`)).status).toBe(404);
  const [key] = await stored();
  expect((await site.as(null).get(`/files/${key}`)).status).toBe(404);
  await site.as(other).patch(`${path}/members/${steward.id}`, { role: 'organizer' });
  expect((await asSteward.post(`${deed}/file-downloads`)).status).toBe(403);
});

test('for whoever lost the right before the worker came no file is written', async () => {
  const { site, group, steward, path, asSteward, prepare, stored } = await aCase();
  const other = await aMember(site, group, 'steward');
  const deed = await prepare();
  await asSteward.put(`${deed}/file`, { format: 'csv' });
  await site.as(other).patch(`${path}/members/${steward.id}`, { role: 'organizer' });
  await site.work();
  expect(await stored()).toEqual([]);
  expect((await site.as(other).get(deed)).body).toMatchObject({ state: 'done', fileEndsAt: null });
});

test('after a day it is gone, and with its group at once', async () => {
  const { site, group, asSteward, ask, stored } = await aCase();
  const deed = await ask();
  await site.sweep('segments.forget-files');
  expect(await stored()).toHaveLength(1);
  await site.db.execute(sql`update deed_files set made_at = now() - interval '25 hours'`);
  expect((await asSteward.post(`${deed}/file-downloads`)).status).toBe(404);
  await site.sweep('segments.forget-files');
  expect(await stored()).toEqual([]);
  await ask();
  await site.db.execute(sql`delete from people_deeds where group_id = ${group.id}`);
  await site.sweep('segments.forget-files');
  expect(await stored()).toEqual([]);
});

test('a file that is asked for twice is refused, and so is one of another kind of deed', async () => {
  const { path, asSteward, ask } = await aCase();
  const deed = await ask();
  expect((await asSteward.put(`${deed}/file`, { format: 'csv' })).body.code).toBe('segments.deed-state');
  const tag = (await asSteward.post(`${path}/people-deeds`, { kind: 'tag' })).body.id;
  expect((await asSteward.put(`${path}/people-deeds/${tag}/file`, { format: 'csv' })).status).toBe(409);
});

test('a file in parts is the file, whatever pieces it comes in', async () => {
  await assert(
    asyncProperty(array(uint8Array({ maxLength: 900 }), { maxLength: 20 }), async (pieces) => {
      const file = async function* () {
        yield* pieces.map((piece) => Buffer.from(piece));
      };
      const parts = [];
      for await (const part of inParts(file())) parts.push(part);
      expect(Buffer.concat(parts)).toEqual(Buffer.concat(pieces));
    }),
  );
});

test('a prepared file that a backup did not bring back is not there, and its deed is', async () => {
  const { site, asSteward, ask, stored } = await aCase();
  const deed = await ask();
  for (const key of await stored()) await site.house.files.remove(key);
  expect((await asSteward.post(`${deed}/file-downloads`)).status).toBe(404);
  expect((await asSteward.get(deed)).status).toBe(200);
  await site.db.execute(sql`update deed_files set made_at = now() - interval '25 hours'`);
  await site.sweep('segments.forget-files');
  expect((await site.db.execute(sql`select from deed_files`)).rowCount).toBe(0);
});
