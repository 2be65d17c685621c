import { journal } from '@groundwork/database/journal/tables';
import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { anAccount } from './accounts/fixtures.ts';
import { aSite } from './testing.ts';
import { postcodes } from './site/postcodes/tables.ts';

const csv = { 'content-type': 'text/csv' };
const TWO = 'country,postcode,lat,lon\nUS,94601,37.78,-122.22\nGB,SW1A 1AA,51.501,-0.1416\n';

async function aDesk() {
  const site = await aSite();
  const steward = site.as(await anAccount(site, { isSiteSteward: true }));
  const somebody = site.as(await anAccount(site));
  return { site, steward, somebody, known: async () => (await somebody.get('/site/postcodes')).body };
}

test('a steward of the site uploads postcodes, and everyone with an account sees how many there are', async () => {
  const { site, steward, known } = await aDesk();
  expect(await known()).toEqual({ count: 0, countries: [], readAt: null });
  const uploaded = await steward.put('/site/postcodes', TWO, csv);
  expect(uploaded).toMatchObject({ status: 200, body: { count: 2, skippedCount: 0 } });
  expect(await known()).toEqual({ count: 2, countries: ['GB', 'US'], readAt: expect.any(String) });
  const entries = await site.db.select().from(journal).where(eq(journal.kind, 'site.postcodes-replaced'));
  expect(entries.map(({ data }) => data)).toEqual([{ count: 2 }]);
});

test('another file takes the place of all that was there, and one that is none leaves it', async () => {
  const { site, steward, known } = await aDesk();
  await steward.put('/site/postcodes', TWO, csv);
  const bad = await steward.put('/site/postcodes', 'name\nAna\n', csv);
  expect(bad).toMatchObject({
    status: 422,
    body: { fields: [{ name: 'file', code: 'site.postcodes-columns' }] },
  });
  expect((await known()).count).toBe(2);
  await steward.put('/site/postcodes', 'zip,lat,lon\n10115,52.53,13.38\n10115,lost,13\n', csv);
  expect(await site.db.select({ code: postcodes.code }).from(postcodes)).toEqual([{ code: '10115' }]);
  expect(await known()).toMatchObject({ count: 1, countries: [] });
});

test('two files at the same moment leave one of them whole', async () => {
  const { site, steward, known } = await aDesk();
  const other = 'postcode,lat,lon\n1,1,1\n2,2,2\n3,3,3\n';
  const answers = await Promise.all([TWO, other].map((file) => steward.put('/site/postcodes', file, csv)));
  expect(answers.map(({ status }) => status)).toEqual([200, 200]);
  expect(await site.db.$count(postcodes)).toBe((await known()).count);
});

test('postcodes are taken away again, twice is once', async () => {
  const { site, steward, known } = await aDesk();
  await steward.put('/site/postcodes', TWO, csv);
  for (const _ of [1, 2]) expect((await steward.delete('/site/postcodes')).status).toBe(204);
  expect((await known()).count).toBe(0);
  expect(await site.db.$count(postcodes)).toBe(0);
});

test('nobody else uploads or removes them', async () => {
  const { steward, somebody, site, known } = await aDesk();
  await steward.put('/site/postcodes', TWO, csv);
  expect((await somebody.put('/site/postcodes', TWO, csv)).status).toBe(404);
  expect((await somebody.delete('/site/postcodes')).status).toBe(404);
  expect((await site.as(null).get('/site/postcodes')).status).toBe(401);
  expect((await known()).count).toBe(2);
});
