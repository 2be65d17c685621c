import { expect, test } from 'vitest';
import { anAccount } from '../accounts/fixtures.ts';
import { aCoalition, aDelegate, joinCoalition, type ACoalition } from '../coalitions/fixtures.ts';
import { aGroup, aMember, type AGroup } from '../groups/fixtures.ts';
import { aSite, type TestSite } from '../testing.ts';
import { aListing, aListingAnswer, aNeed, dayAhead } from './fixtures.ts';

type Viewer = Parameters<TestSite['as']>[0];

async function titles(site: TestSite, viewer: Viewer = null, query = '') {
  const { body } = await site.as(viewer).get(`/listings?${query}`);
  return body.rows.map(({ title }: { title: string }) => title);
}

/** A coalition, a group in it, and one apart. */
async function aValley(site: TestSite) {
  const coalition = await aCoalition(site);
  const [inside, apart] = [
    await aGroup(site, { name: 'Inside' }),
    await aGroup(site, { name: 'Apart' }),
  ] as const;
  await joinCoalition(site, coalition, inside);
  return { coalition, inside, apart };
}

async function leave(site: TestSite, coalition: ACoalition, group: AGroup) {
  expect(
    (await site.as(group.steward).delete(`/groups/${group.slug}/coalitions/${coalition.slug}`)).status,
  ).toBe(204);
}

test('everybody is asked only by a group that stands in every list, and a coalition only by a group in it', async () => {
  const site = await aSite();
  const { coalition, inside, apart } = await aValley(site);
  const put = async (group: AGroup, asked: { slug: string } | null) => {
    const body = { ...aNeed, coalition: asked?.slug ?? null };
    const answer = await site.as(group.steward).post(`/groups/${group.slug}/listings`, body);
    return answer.body.fields?.[0]?.code ?? answer.status;
  };
  expect(await put(inside, coalition)).toBe(201);
  expect(await put(apart, coalition)).toBe('directory.not-in');
  expect(await put({ ...apart, ...coalition, name: 'It' }, coalition)).toBe(201);
  const [draft, unlisted] = [
    await aGroup(site, { isVouched: false }),
    await aGroup(site, { visibility: 'unlisted' }),
  ] as const;
  expect(await put(draft, null)).toBe('directory.not-listed');
  expect(await put(unlisted, null)).toBe('directory.not-listed');
});

test('what is for a coalition is there for who stands in one of its groups, and for nobody else, by its id neither', async () => {
  const site = await aSite();
  const { coalition, inside, apart } = await aValley(site);
  const listing = await aListing(site, inside, { title: 'A van', coalition: coalition.slug });
  const [member, stranger] = [await aMember(site, coalition.home), await anAccount(site)] as const;
  for (const viewer of [member, coalition.steward, inside.steward]) {
    expect(await titles(site, viewer)).toEqual(['A van']);
    expect((await site.as(viewer).get(listing.path)).status).toBe(200);
  }
  for (const viewer of [null, stranger, apart.steward]) {
    expect(await titles(site, viewer)).toEqual([]);
    expect(await titles(site, viewer, `coalition=${coalition.slug}`)).toEqual([]);
    expect((await site.as(viewer).get(listing.path)).status).toBe(404);
  }
  expect((await site.as(member).get('/listings')).body.coalitions).toEqual([
    { slug: coalition.slug, name: coalition.name },
  ]);
});

test('a coalition’s list holds what is for its groups, and what those of them that everybody knows ask of everybody', async () => {
  const site = await aSite();
  const { coalition, inside, apart } = await aValley(site);
  await aListing(site, inside, { title: 'For us', coalition: coalition.slug });
  await aListing(site, inside, { title: 'For all' });
  await aListing(site, apart, { title: 'Elsewhere' });
  const query = `coalition=${coalition.slug}`;
  expect(await titles(site, inside.steward, query)).toEqual(['For all', 'For us']);
  expect(await titles(site, null, query)).toEqual(['For all']);
});

test('whose it is, members of other groups do not learn of a private group, and delegates do', async () => {
  const site = await aSite();
  const { coalition, inside } = await aValley(site);
  const listing = await aListing(site, inside, { coalition: coalition.slug });
  const { body } = await site.as(inside.steward).patch(`/groups/${inside.slug}`, { visibility: 'private' });
  const member = await aMember(site, coalition.home);
  const groupFor = async (viewer: Viewer) => (await site.as(viewer).get(listing.path)).body.group;
  expect(await groupFor(member)).toBeNull();
  expect((await site.as(member).get('/listings')).body.rows[0].group).toBeNull();
  expect(await groupFor(coalition.steward)).toMatchObject({ name: 'Inside', isSeen: false });
  expect(await groupFor(inside.steward)).toMatchObject({ slug: body.slug, isSeen: true });
  expect((await site.as(member).get(`/subjects/listing/${listing.id}`)).body).toMatchObject({
    group: { slug: coalition.slug },
    title: aNeed.title,
  });
});

test('a group that is not listed for everybody is not found by what it asks of its coalition', async () => {
  const site = await aSite();
  const { coalition, inside } = await aValley(site);
  await aListing(site, inside, { coalition: coalition.slug });
  const member = await aMember(site, coalition.home);
  expect(await titles(site, member, `group=${inside.slug}`)).toHaveLength(1);
  await site.as(inside.steward).patch(`/groups/${inside.slug}`, { visibility: 'unlisted' });
  expect(await titles(site, member, `group=${inside.slug}`)).toEqual([]);
  expect(await titles(site, inside.steward, `group=${inside.slug}`)).toHaveLength(1);
});

test('a group that leaves takes what it asked with it, and finds nothing of the others any more', async () => {
  const site = await aSite();
  const { coalition, inside } = await aValley(site);
  const among = { coalition: coalition.slug };
  const [theirs, own] = [
    await aListing(site, coalition.home, { title: 'Ours', ...among }),
    await aListing(site, inside, { title: 'A van', ...among }),
  ] as const;
  await leave(site, coalition, inside);
  expect(await titles(site, coalition.steward)).toEqual(['Ours']);
  expect((await site.as(coalition.steward).get(own.path)).status).toBe(404);
  expect((await site.as(inside.steward).get(theirs.path)).status).toBe(404);
  expect((await site.as(inside.steward).get(own.path)).body).toMatchObject({ isHeard: false, state: 'open' });
  await site.sweep('directory.close');
  expect((await site.as(inside.steward).get(own.path)).body).toMatchObject({
    ...{ state: 'closed', closedHow: 'belonging' },
  });
  const again = await site.as(inside.steward).put(`${own.path}/reopening`, { endsOn: dayAhead(9) });
  expect(again).toMatchObject({ status: 409, body: { code: 'directory.not-in' } });
});

test('a group that is suspended is not heard until it is let in again, and loses nothing', async () => {
  const site = await aSite();
  const { coalition, inside } = await aValley(site);
  const listing = await aListing(site, inside, { coalition: coalition.slug });
  const path = `/coalitions/${coalition.slug}/groups/${inside.slug}/suspension`;
  await site.as(coalition.steward).put(path, { reason: 'They sold a list.' });
  await site.sweep('directory.close');
  expect((await site.as(coalition.steward).get(listing.path)).status).toBe(404);
  await site.as(coalition.steward).delete(path);
  expect((await site.as(coalition.steward).get(listing.path)).body.state).toBe('open');
});

test('of a coalition that is hidden nothing is found', async () => {
  const site = await aSite();
  const { coalition, inside } = await aValley(site);
  const listing = await aListing(site, inside, { coalition: coalition.slug });
  await site.db.execute(`update groups set hidden_at = now() where id = '${coalition.id}'`);
  expect((await site.as(coalition.home.steward).get(listing.path)).status).toBe(404);
  expect((await site.as(inside.steward).get(listing.path)).status).toBe(200);
});

test('a group that goes takes its own with it; a coalition that goes leaves its groups theirs, for nobody else', async () => {
  const site = await aSite();
  const { coalition, inside } = await aValley(site);
  const [own, ofCoalition] = [
    await aListing(site, inside, { coalition: coalition.slug }),
    await aListing(site, coalition, { coalition: coalition.slug }),
  ] as const;
  const answer = await aListingAnswer(site, ofCoalition, inside);
  expect(answer.id).toBeTruthy();
  await site.db.execute(`delete from groups where id = '${coalition.id}'`);
  expect((await site.as(inside.steward).get(ofCoalition.path)).status).toBe(404);
  expect((await site.as(inside.steward).get(own.path)).body).toMatchObject({
    isForAll: false,
    coalition: null,
  });
  expect(await titles(site)).toEqual([]);
  await site.sweep('directory.close');
  expect((await site.as(inside.steward).get(own.path)).body.closedHow).toBe('belonging');
  await site.db.execute(`delete from groups where id = '${inside.id}'`);
  expect((await site.db.execute('select from listings')).rows).toEqual([]);
});

test('a delegate who is called back finds what their group may find, and no more', async () => {
  const site = await aSite();
  const { coalition, inside } = await aValley(site);
  const delegate = await aMember(site, inside);
  await aDelegate(site, { coalition, group: inside, account: delegate });
  const listing = await aListing(site, coalition, { coalition: coalition.slug });
  expect((await site.as(delegate).get(listing.path)).status).toBe(200);
  await site.as(delegate).delete(`/groups/${inside.slug}/membership`);
  expect((await site.as(delegate).get(listing.path)).status).toBe(404);
});
