import { sql } from 'drizzle-orm';
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { aSite } from '../../testing.ts';
import { aCrew } from '../fixtures.ts';
import { guessColumns } from './columns.ts';
import { askToImport, countIn, sendFile } from './fixtures.ts';

const headings = 'uuid,first_name,last_name,email,can2_phone,can2_subscription_status';

async function aCase() {
  const site = await aSite();
  const crew = await aCrew(site);
  const bringIn = async (file: string | Buffer) => {
    const { path } = await askToImport(site, crew.group, crew.organizer, { file });
    await site.work();
    return path;
  };
  const known = async () => {
    const { rows } = await site.db.execute<{ known: string }>(sql`
      select concat_ws(' ', people.email, known.tool, known.value) as known from people
      join person_external_ids known on known.person_id = people.id order by 1`);
    return rows.map((row) => row.known);
  };
  return { site, ...crew, bringIn, known };
}

test.each([
  [['uuid', 'can2_phone'], 'id:action-network'],
  [['nationbuilder_id'], 'id:nationbuilder'],
  [['Contact ID', 'Contact Type'], 'id:civicrm'],
  [['Zetkin ID'], 'id:zetkin'],
  [['EUID', 'LEID'], 'id:mailchimp'],
  [['VANID'], 'id:everyaction'],
  [['uuid', 'Name'], 'none'],
  [['Contact ID', 'Name'], 'none'],
])('of the headings %j the first is taken for %s', (headers, column) => {
  expect(guessColumns(headers, [])[0]).toBe(column);
});

test('whoever another tool knows by the same number is that person, whatever their address is by then', async () => {
  const { site, group, organizer, bringIn, known } = await aCase();
  await bringIn(`${headings}\n8f1c,Ana,Núñez,ana@example.org,,subscribed\n`);
  const again = `${headings}\n8f1c,Ana,Núñez,new@example.org,+34600000001,subscribed\n`;
  const { body } = await sendFile(site, group, organizer, again);
  expect(body.findings.knownByIds).toEqual([{ tool: 'action-network', count: 1 }]);
  await bringIn(again);
  expect(await known()).toEqual(['ana@example.org action-network 8f1c']);
  const { rows } = await site.db.execute(sql`select value, person_id is not null as is from contact_points`);
  expect(rows).toEqual([{ value: 'new@example.org', is: true }]);
});

test('a number is of its tool and of its group', async () => {
  const { site, bringIn, known } = await aCase();
  await bringIn('nationbuilder_id,email\n1,ana@example.org\n');
  await bringIn('VANID,email\n1,bo@example.org\n');
  expect(await known()).toEqual(['ana@example.org nationbuilder 1', 'bo@example.org everyaction 1']);
  const other = await aCrew(site);
  const { body } = await sendFile(
    site,
    other.group,
    other.organizer,
    'nationbuilder_id,email\n1,x@example.org\n',
  );
  expect(body.findings.knownByIds).toEqual([]);
});

test('a list that is taken back takes its numbers along, and an erased person theirs', async () => {
  const { site, organizer, steward, path, bringIn, known } = await aCase();
  const ana = 'nationbuilder_id,email\n1,ana@example.org\n';
  const first = await bringIn(ana);
  await bringIn(ana);
  await site.as(organizer).put(`${first}/undoing`);
  await site.work();
  expect(await known()).toEqual(['ana@example.org nationbuilder 1']);
  const [row] = (await site.as(steward).get(`${path}?search=ana@example.org`)).body.rows;
  await site.as(steward).delete(`${path}/${row.id}`);
  expect(await countIn(site, 'person_external_ids')).toBe(0);
});

test('a file of Action Network brings its numbers, and our own file takes them out and in', async () => {
  const { site, group, steward, path, bringIn, known } = await aCase();
  await bringIn(readFileSync(new URL('./examples/action-network.csv', import.meta.url)));
  expect(await known()).toContain('ana@example.org action-network 8f1c');
  const taken = await site.as(steward).post(`${path}/exports`);
  expect(taken.body).toContain('action-network:8f1c');
  const osdi = await site.as(steward).post(`${path}/exports?format=json`);
  expect(JSON.stringify(osdi.body)).toContain('action_network:8f1c');
  const other = await aCrew(site);
  await askToImport(site, other.group, other.organizer, { file: taken.body });
  await site.work();
  expect((await known()).filter((one) => one.endsWith('8f1c'))).toHaveLength(2);
  expect(group.slug).not.toBe(other.group.slug);
});
