import { expect, test } from 'vitest';
import { aSite, type TestSite } from '../testing.ts';
import { hearOutcomes } from './actions.ts';
import { openKnownPaces } from './known.ts';
import { mailPaces } from './tables.ts';

const took = (count: number) =>
  new Map([['quick.example', { takenCount: count, putOffCount: 0, code: null }]]);
const putOff = new Map([['quick.example', { takenCount: 0, putOffCount: 50, code: '421' }]]);
const takenCount = async (site: TestSite) => (await site.db.select().from(mailPaces))[0]?.takenCount;

test('of what may leave that is taken off which leaves, before anybody reads it anew', async () => {
  const site = await aSite();
  await hearOutcomes(site.house, took(40));
  await site.db.update(mailPaces).set({ headroom: 20, perSecond: 10 });
  const paces = openKnownPaces();
  const { count } = (await paces.find(site.house))('quick.example');
  await paces.spend(site.house, new Map([['quick.example', 5]]));
  expect((await paces.find(site.house))('quick.example').count).toBe(count - 5);
});

test('that all went well is told after a while, or in the end', async () => {
  const site = await aSite();
  await hearOutcomes(site.house, took(40));
  const paces = openKnownPaces();
  await paces.find(site.house);
  await paces.hear(site.house, took(1));
  const before = await takenCount(site);
  await paces.hear(site.house, took(2));
  expect(await takenCount(site)).toBe(before);
  await paces.close(site.house);
  expect(await takenCount(site)).toBe((before ?? 0) + 2);
});

test('that somebody was given too much is heard at once, also by whoever reads at that moment', async () => {
  const site = await aSite();
  const paces = openKnownPaces();
  await paces.find(site.house);
  const heard = paces.hear(site.house, putOff);
  await paces.find(site.house, { anew: true });
  await heard;
  expect((await paces.find(site.house))('quick.example').count).toBe(0);
});
