import { sql } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { anAccount } from '../accounts/fixtures.ts';
import { aPublishedCampaign, aSignature } from '../campaigns/fixtures.ts';
import { anOwnRole } from '../groups/fixtures.ts';
import { aCrew } from '../people/fixtures.ts';
import { aSite, type TestSite } from '../testing.ts';

const place = { kind: 'meetup', name: 'Tenants of the east', memberCount: 900, silentOn: '2027-03-01' };

async function aMove(options: Parameters<typeof aCrew>[1] = {}) {
  const site = await aSite();
  const crew = await aCrew(site, options);
  const path = `/groups/${crew.group.slug}`;
  const organizer = site.as(crew.organizer);
  const { id } = (await organizer.post(`${path}/moves`, place)).body;
  const read = async () => (await organizer.get(`${path}/moves`)).body.rows[0];
  const { code } = (await read()).link;
  return {
    site,
    ...crew,
    path,
    speaker: crew.organizer,
    asOrganizer: organizer,
    id,
    code: String(code),
    read,
  };
}

/** So many newcomers come by a link and join. */
async function arrive(site: TestSite, path: string, { code, count }: { code: string; count: number }) {
  for (let one = 0; one < count; one += 1)
    expect((await site.as(await anAccount(site)).put(`${path}/membership?via=${code}`)).status).toBe(200);
  await site.work();
}

test('a move has a short link that leads to the group, and nothing written yet', async () => {
  const { site, group, id, code, read } = await aMove();
  expect(await read()).toEqual({
    ...place,
    id,
    isEnded: false,
    cameCount: 0,
    link: { code, url: expect.stringMatching(new RegExp(`/go/${code}$`)) },
    texts: [],
  });
  expect((await site.as(null).get(`/go/${code}`)).body).toMatchObject({ path: `/groups/${group.slug}` });
});

test('whoever joins after coming by the link is counted once, and no longer when they leave', async () => {
  const { site, path, code, read } = await aMove();
  const ana = await anAccount(site);
  for (const via of [code, code.toUpperCase(), '']) await site.as(ana).put(`${path}/membership?via=${via}`);
  await site.work();
  expect((await read()).cameCount).toBe(1);
  await site.as(await anAccount(site)).put(`${path}/membership`);
  await site.as(await anAccount(site)).put(`${path}/membership?via=nothing`);
  await site.work();
  expect((await read()).cameCount).toBe(1);
  await site.as(ana).delete(`${path}/membership`);
  expect((await read()).cameCount).toBe(0);
});

test('whoever pressed Join before signing in is counted too', async () => {
  const { site, group, path, code, read } = await aMove();
  const ana = await anAccount(site);
  const pressed = await site.as(null).post('/intents', { deed: 'groups.join', slug: group.slug, via: code });
  const cookie = String(pressed.headers['set-cookie']).split(';', 1)[0] ?? '';
  const { email, password } = ana;
  await site.as(null).post('/session', { email, password, next: path }, { cookie });
  await site.work();
  expect((await read()).cameCount).toBe(1);
});

test('whoever asked to be let in is counted when they are', async () => {
  const { site, steward, path, code, read } = await aMove({ joining: 'approval' });
  const ana = await anAccount(site);
  await site.as(ana).post(`${path}/join-requests`, { answers: [], via: code });
  await site.work();
  expect((await read()).cameCount).toBe(0);
  const { rows } = (await site.as(steward).get(`${path}/join-requests`)).body;
  await site.as(steward).put(`${path}/join-requests/${rows[0].id}/decision`, { decision: 'accepted' });
  expect((await read()).cameCount).toBe(1);
});

test('whoever signs by the link is counted, and once also when they join', async () => {
  const { site, group, path, code, read } = await aMove();
  const campaign = await aPublishedCampaign(site, group);
  const ana = await anAccount(site);
  await aSignature(site, { path: `/campaigns/${campaign.slug}` }, { email: ana.email, link: code });
  expect((await read()).cameCount).toBe(1);
  await site.as(ana).put(`${path}/membership?via=${code}`);
  await site.work();
  expect((await read()).cameCount).toBe(1);
});

test('another group’s link counts and greets nobody', async () => {
  const { site, code, read } = await aMove();
  const other = await aCrew(site);
  await arrive(site, `/groups/${other.group.slug}`, { code, count: 1 });
  expect((await read()).cameCount).toBe(0);
  const greeting = await site.as(null).get(`/groups/${other.group.slug}/move-greeting?via=${code}`);
  expect(greeting.status).toBe(204);
});

test('a stranger is greeted by where they were, and told how many came only from ten on', async () => {
  const { site, path, code } = await aMove();
  const greet = () => site.as(null).get(`${path}/move-greeting?via=${code}`);
  await arrive(site, path, { code, count: 9 });
  expect((await greet()).body).toEqual({ kind: 'meetup', name: place.name, cameCount: null });
  await arrive(site, path, { code, count: 1 });
  expect((await greet()).body).toMatchObject({ cameCount: 10 });
  expect((await site.as(null).get(`${path}/move-greeting?via=${'a'.repeat(31)}`)).status).toBe(400);
});

test('a text is kept in each language, and taken back to what is suggested', async () => {
  const { path, id, asOrganizer, read } = await aMove();
  const write = (language: string, text: string) =>
    asOrganizer.put(`${path}/moves/${id}/texts/${language}`, { text });
  expect((await write('ar', 'انتقلنا')).status).toBe(204);
  expect((await write('en', 'We moved.')).status).toBe(204);
  expect((await write('en', 'We have moved.\nCome in.')).status).toBe(204);
  const texts = (await read()).texts.map(({ language, text }: Record<string, string>) => [language, text]);
  expect(texts).toEqual([
    ['ar', 'انتقلنا'],
    ['en', 'We have moved.\nCome in.'],
  ]);
  expect((await write('en', '')).status).toBe(204);
  expect((await read()).texts).toHaveLength(1);
  expect((await write('fr', 'Nous')).status).toBe(400);
});

test('a move is changed, ended, resumed and removed, and its link leads on', async () => {
  const { site, path, id, code, asOrganizer, read } = await aMove();
  const change = { kind: 'other', name: 'The list', memberCount: '', silentOn: '' };
  expect((await asOrganizer.put(`${path}/moves/${id}`, change)).status).toBe(204);
  expect(await read()).toMatchObject({ kind: 'other', name: 'The list', memberCount: null, silentOn: null });
  for (const isEnded of [true, true, false]) {
    const ending = `${path}/moves/${id}/ending`;
    expect((await (isEnded ? asOrganizer.put(ending) : asOrganizer.delete(ending))).status).toBe(204);
    expect((await read()).isEnded).toBe(isEnded);
  }
  expect((await asOrganizer.delete(`${path}/moves/${id}`)).status).toBe(204);
  expect(await read()).toBeUndefined();
  expect((await site.as(null).get(`/go/${code}`)).status).toBe(200);
  expect((await site.as(null).get(`${path}/move-greeting?via=${code}`)).status).toBe(204);
  expect((await asOrganizer.delete(`${path}/moves/${id}`)).status).toBe(404);
});

test('what is no place is refused', async () => {
  const { path, asOrganizer } = await aMove();
  for (const wrong of [{ name: ' ' }, { kind: 'myspace' }, { memberCount: 0 }, { silentOn: 'soon' }])
    expect((await asOrganizer.post(`${path}/moves`, { ...place, ...wrong })).status).toBe(422);
});

test('a group leaves twenty places at most', async () => {
  const { path, asOrganizer } = await aMove();
  for (let one = 1; one < 20; one += 1)
    expect((await asOrganizer.post(`${path}/moves`, place)).status).toBe(201);
  const refused = await asOrganizer.post(`${path}/moves`, place);
  expect(refused).toMatchObject({ status: 409, body: { code: 'moves.too-many' } });
});

test('who writes to people, or publishes, leads them over; for everyone else there are no moves', async () => {
  const { site, group, steward, member, outsider, path, id } = await aMove();
  for (const one of [member, outsider]) {
    expect((await site.as(one).get(`${path}/moves`)).status).toBe(404);
    expect((await site.as(one).post(`${path}/moves`, place)).status).toBe(404);
    expect((await site.as(one).delete(`${path}/moves/${id}`)).status).toBe(404);
  }
  await anOwnRole(site, group, member, ['publish']);
  expect((await site.as(member).post(`${path}/moves`, place)).status).toBe(201);
  await anOwnRole(site, group, member, ['host_events']);
  expect((await site.as(member).get(`${path}/moves`)).status).toBe(404);
  const other = await aCrew(site);
  const theirs = `/groups/${other.group.slug}/moves/${id}`;
  expect((await site.as(other.steward).delete(theirs)).status).toBe(404);
  expect((await site.as(steward).get(`${path}/moves`)).body.rows).toHaveLength(2);
});

test('the journal tells of moves without a word of theirs', async () => {
  const { site, path, code } = await aMove();
  await arrive(site, path, { code, count: 1 });
  const { rows } = await site.db.execute(sql`select * from journal where kind like 'moves.%'`);
  expect(rows).toMatchObject([{ kind: 'moves.begun' }]);
  expect(JSON.stringify(rows)).not.toContain(place.name);
});
