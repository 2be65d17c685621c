import { expect, test } from 'vitest';
import { aSite, type TestSite } from '../../testing.ts';
import { aCrew, aPerson } from '../fixtures.ts';

type Pair = { first: { id: string }; second: { id: string }; why: string[] };

async function aLook(site: TestSite, crew: Awaited<ReturnType<typeof aCrew>>) {
  const base = `/groups/${crew.group.slug}`;
  expect((await site.as(crew.steward).post(`${base}/duplicate-looks`)).status).toBe(202);
  await site.work();
  const found = await site.as(crew.steward).get(`${base}/duplicates`);
  return { base, pairs: found.body.rows as Pair[] };
}

test('one number, one mailbox in two spellings and near names in a postcode are found, each with why', async () => {
  const site = await aSite();
  const crew = await aCrew(site);
  const { group, steward, path } = crew;
  await aPerson(site, group, { name: 'Ada', email: 'a.da+news@gmail.com', phone: '+15105550119' });
  await aPerson(site, group, { name: 'Bo', email: 'ada@googlemail.com' });
  await aPerson(site, group, { name: 'Cleo', phone: '+1 510 555 0119' });
  for (const name of ['Zoë Fernández', 'Zoe Fernandes']) {
    const { id } = await aPerson(site, group, { name });
    await site
      .as(steward)
      .put(`${path}/${id}/address`, { postcode: name.includes('ë') ? 'AB1 2CD' : 'ab12cd' });
  }
  const { id: elsewhere } = await aPerson(site, group, { name: 'Zoe Fernandes' });
  await site.as(steward).put(`${path}/${elsewhere}/address`, { postcode: '99999' });
  const { pairs, base } = await aLook(site, crew);
  expect(pairs.map(({ why }) => why.join()).sort()).toEqual(['mailbox', 'name', 'phone']);
  const { look } = (await site.as(steward).get(`${base}/duplicate-looks`)).body;
  expect(look).toMatchObject({ stage: 'done', foundCount: 3 });
});

test('two people are not offered again', async () => {
  const site = await aSite();
  const crew = await aCrew(site);
  for (const name of ['Ada', 'Bo']) await aPerson(site, crew.group, { name, phone: '+15105550119' });
  const { pairs, base } = await aLook(site, crew);
  const said = { firstId: pairs[0]?.first.id, secondId: pairs[0]?.second.id };
  expect((await site.as(crew.organizer).post(`${base}/people-apart`, said)).status).toBe(403);
  expect((await site.as(crew.steward).post(`${base}/people-apart`, said)).status).toBe(204);
  expect((await aLook(site, crew)).pairs).toEqual([]);
});

test('nobody of another group is found, nor sees what is', async () => {
  const site = await aSite();
  const [crew, other] = [await aCrew(site), await aCrew(site)];
  for (const { group } of [crew, other]) await aPerson(site, group, { phone: '+15105550119' });
  const { pairs, base } = await aLook(site, crew);
  expect(pairs).toEqual([]);
  for (const one of [crew.member, other.steward])
    expect((await site.as(one).get(`${base}/duplicates`)).status).toBe(404);
});
