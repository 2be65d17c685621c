import { expect, test } from 'vitest';
import { anEvent } from '../events/fixtures.ts';
import { aCrew } from '../people/fixtures.ts';
import { askToImport } from '../people/imports/fixtures.ts';
import { aSite } from '../testing.ts';

const HEAD = 'id,event_id,event_title,timeslot_start_date,attended,given_name,email_address\n';
const ATTENDED = `${HEAD}1,9,Assembly,1638000000,true,Ana,ana@example.org
3,8,Picnic,2022-05-01 10:00:00,yes,Ana,ana@example.org
4,9,Assembly,1638000000,false,Sam,sam@example.org\n`;

test('whoever came as a list says came, for each time that it names: in lines, in the order by it and on their page', async () => {
  const site = await aSite();
  const { group, organizer, path } = await aCrew(site);
  const as = site.as(organizer);
  const found = async (asked: string) =>
    (await as.get(`${path}?${asked}`)).body.rows.map(
      ({ name, cameCount }: { name: string; cameCount: number }) => `${name} ${cameCount}`,
    );
  const first = await askToImport(site, group, organizer, { file: ATTENDED });
  await site.work();
  for (const line of ['add:came', 'add:came:times=2', 'add:came:since=2021-11-01'])
    expect(await found(`lines=${encodeURIComponent(line)}`), line).toEqual(['Ana 2']);
  const event = await anEvent(site, { group });
  for (const line of [
    'add:came:times=3',
    'add:came:days=30',
    'add:came:times=2;only:came:since=2022-05-02',
    `add:came:event=${event.id}`,
  ])
    expect(await found(`lines=${encodeURIComponent(line)}`), line).toEqual([]);
  expect((await found('order=came-most'))[0]).toBe('Ana 2');
  const [ana] = (await as.get(`${path}?search=ana@example.org`)).body.rows;
  expect((await as.get(`${path}/${ana.id}`)).body.turnout).toMatchObject({ came: 2, lastCameTo: 'Picnic' });
  const [sam] = (await as.get(`${path}?search=sam@example.org`)).body.rows;
  await askToImport(site, group, organizer, {
    file: `${HEAD}1,9,Assembly,1638000000,true,Sam,sam@example.org\n`,
  });
  await site.work();
  const merged = await site
    .as(group.steward)
    .post(`${path}/${ana.id}/merges`, { otherId: sam.id, chosen: [] });
  expect(merged.status).toBe(201);
  expect(await found('lines=add:came:times=2')).toEqual([expect.stringMatching(/ 2$/)]);
  expect(await found('lines=add:came:times=3')).toEqual([]);
  await site.as(group.steward).delete(`${path}/${merged.body.personId}/merges/${merged.body.mergeId}`);
  await site.as(organizer).put(`${first.path}/undoing`);
  await site.work();
  expect(await found('lines=add:came')).toEqual(['Sam 1']);
});
