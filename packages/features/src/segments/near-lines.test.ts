import { sql } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { anAccount } from '../accounts/fixtures.ts';
import { anEvent } from '../events/fixtures.ts';
import { aCrew, aPerson } from '../people/fixtures.ts';
import { aSite, type TestAnswer } from '../testing.ts';
import { postcodesIn } from './near-events.ts';

const namesIn = ({ body }: TestAnswer) => body.rows.map(({ name }: { name: string }) => name).sort();
const FILE = [
  'country,postcode,lat,lon',
  'US,94601,37.778,-122.217',
  'US,94607,37.807,-122.297',
  'US,95814,38.580,-121.494',
  'DE,94601,48.900,12.500',
  'GB,SW19,51.423,-0.206',
].join('\n');

/** A group whose people live around Oakland, on a site that knows postcodes. */
async function aTown(country: string | null = 'US') {
  const site = await aSite();
  const crew = await aCrew(site);
  const keeper = site.as(await anAccount(site, { isSiteSteward: true }));
  const upload = (file = FILE) => keeper.put('/site/postcodes', file, { 'content-type': 'text/csv' });
  await upload();
  await site.db.execute(sql`update groups set country = ${country} where id = ${crew.group.id}`);
  const steward = site.as(crew.steward);
  for (const [name, postcode, lives] of [
    ['Ana', '94601', undefined],
    ['Bo', '94607-1234', 'USA'],
    ['Cy', '95814', 'us'],
    ['Dee', '94601', 'DE'],
    ['Eli', 'sw19 5ae', 'UK'],
  ]) {
    const { id } = await aPerson(site, crew.group, { name });
    const address = { postcode, ...(lives && { country: lives }) };
    expect((await steward.put(`${crew.path}/${id}/address`, address)).status).toBe(204);
  }
  await aPerson(site, crew.group, { name: 'Fay' });
  const find = (lines: string) => steward.get(`${crew.path}?lines=${encodeURIComponent(lines)}`);
  return { site, ...crew, keeper, upload, find };
}

test('people are found within so many kilometres of a postcode of the group’s country', async () => {
  const { find } = await aTown();
  const near = (km: number, postcode: string) => find(`add:near:km=${km}:postcode=${postcode}`);
  expect(namesIn(await near(2, '94601'))).toEqual(['Ana']);
  expect(namesIn(await near(10, '94601'))).toEqual(['Ana', 'Bo']);
  expect(namesIn(await near(200, '94601'))).toEqual(['Ana', 'Bo', 'Cy']);
  expect(namesIn(await near(2, '94607-9999'))).toEqual(['Bo']);
  expect(namesIn(await find('without:near:km=200:postcode=94601'))).toEqual(['Dee', 'Eli', 'Fay']);
});

test('a postcode whose area alone is known lies where the area does', async () => {
  const { find } = await aTown('GB');
  expect(namesIn(await find('add:near:km=1:postcode=SW19%201AB'))).toEqual(['Eli']);
});

test('a postcode that the site does not know, or that two countries have, finds nobody and says so', async () => {
  const { find } = await aTown(null);
  for (const postcode of ['00000', '94601'])
    expect((await find(`add:near:km=10:postcode=${postcode}`)).body).toMatchObject({
      rows: [],
      lines: [{ about: null, isGone: true }],
    });
  expect(namesIn(await find('add:near:km=10:postcode=95814'))).toEqual(['Cy']);
});

test('a saved segment follows the table of postcodes, and holds nobody without one', async () => {
  const { site, group, steward, keeper, upload, find } = await aTown();
  const lines = 'add:near:km=2:postcode=94601';
  const { id } = (await site.as(steward).post(`/groups/${group.slug}/segments`, { name: 'Near', lines }))
    .body;
  const within = `add:within:segment=${id}`;
  expect(namesIn(await find(within))).toEqual(['Ana']);
  await upload('postcode,lat,lon\n94601,37.77,-122.21\n94607,37.771,-122.211\n');
  expect(namesIn(await find(within))).toEqual(['Ana', 'Bo', 'Dee']);
  await keeper.delete('/site/postcodes');
  expect(namesIn(await find(within))).toEqual([]);
});

test('the postcode of an event ahead can be chosen, where its address is for all and holds one that is known', async () => {
  const { site, group, member, steward } = await aTown();
  const places = `/groups/${group.slug}/people-places`;
  await anEvent(site, { group, title: 'Riders', address: '94607 Main Street, Oakland, CA 94601' });
  await anEvent(site, { group, title: 'Told later', address: 'CA 94607', addressVisibility: 'after_rsvp' });
  await anEvent(site, { group, title: 'Nowhere', address: 'High Street 12' });
  await anEvent(site, { group, title: 'A draft', address: 'CA 94607', isDraft: true });
  expect((await site.as(steward).get(places)).body.rows).toEqual([{ id: '94601', name: 'Riders (94601)' }]);
  expect((await site.as(member).get(places)).status).toBe(404);
  const theirs = await aCrew(site);
  expect((await site.as(theirs.steward).get(`/groups/${theirs.group.slug}/people-places`)).body.rows).toEqual(
    [],
  );
});

test('what may be a postcode in an address has a digit, alone or with the word before it', () => {
  expect(postcodesIn('Flat 2, 10 Downing Street، London SW1A 2AA')).toEqual([
    ...['2', 'Flat 2', '10', '2 10', '10 Downing', 'SW1A', 'London SW1A', '2AA', 'SW1A 2AA'],
  ]);
  expect(postcodesIn('')).toEqual([]);
});

test('a distance that is none is refused', async () => {
  const { find } = await aTown();
  for (const odd of [
    'km=0:postcode=94601',
    'km=501:postcode=94601',
    'km=ten:postcode=94601',
    'km=5',
    'postcode=1',
  ])
    expect((await find(`add:near:${odd}`)).status, odd).toBe(422);
});
