import { sql } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { anAccount } from '../accounts/fixtures.ts';
import { aGroup, aMember, type AGroup } from '../groups/fixtures.ts';
import { aSite, type TestSite } from '../testing.ts';
import { aCompact, someLetter, aUse, someTerms } from './fixtures.ts';

type Viewer = Parameters<TestSite['as']>[0];

/** Two groups, and how one proposes something to the other. */
async function aStreet(site: TestSite) {
  const [tenants, vecinas] = [
    await aGroup(site, { name: 'Tenants' }),
    await aGroup(site, { name: 'Vecinas' }),
  ] as const;
  const propose = (by: AGroup, to: AGroup, asked: object = {}) =>
    site
      .as(by.steward)
      .post(`/groups/${by.slug}/compacts`, { ...someTerms, with: to.slug, hears: 'theirs', ...asked });
  const decide = (by: Viewer, path: string, decision: string, number = 1) =>
    site.as(by).put(`${path}/terms/${number}/decision`, { decision });
  return { tenants, vecinas, propose, decide };
}

async function mailsOf(site: TestSite, { steward }: { steward: { email: string } }) {
  return (await site.mails())
    .filter(({ toAddress }) => toAddress === steward.email)
    .map(({ subject }) => subject);
}

test('one group proposes, a steward of the other says yes, and both read the same from then on', async () => {
  const site = await aSite();
  const { tenants, vecinas, propose, decide } = await aStreet(site);
  const made = await propose(vecinas, tenants, { word: 'For the market.' });
  expect(made.status).toBe(201);
  expect(await mailsOf(site, tenants)).toEqual(['Vecinas proposes an agreement']);
  const [theirs, ours] = [tenants, vecinas].map(({ slug }) => `/groups/${slug}/compacts/${made.body.id}`);
  const proposed = (await site.as(tenants.steward).get(theirs ?? '')).body;
  expect(proposed).toMatchObject({
    ...{ side: 'group', state: 'proposed', inForce: null, can: { decide: true, write: false } },
    open: { number: 1, proposedSide: 'writer', proposedBy: vecinas.steward.name, word: 'For the market.' },
  });
  expect((await decide(tenants.steward, theirs ?? '', 'agreed')).status).toBe(204);
  expect(await mailsOf(site, vecinas)).toEqual(['Tenants agrees']);
  const [one, other] = [
    (await site.as(tenants.steward).get(theirs ?? '')).body,
    (await site.as(vecinas.steward).get(ours ?? '')).body,
  ];
  expect(one).toMatchObject({
    ...{ state: 'in-force', open: null, inForce: { ...someTerms, number: 1 } },
    signers: [
      { side: 'writer', name: vecinas.steward.name },
      { side: 'group', name: tenants.steward.name },
    ],
  });
  expect({ ...one, side: null, can: null }).toEqual({ ...other, side: null, can: null });
});

test('it is there for whoever publishes for one of the two, stewards decide, and for everybody else it is not', async () => {
  const site = await aSite();
  const { id, group, writer, path, writerPath } = await aCompact(site);
  const apart = await aGroup(site, { name: 'Apart' });
  const [organizer, member] = [await aMember(site, group, 'organizer'), await aMember(site, group)];
  const read = async (viewer: Viewer, at: string) => (await site.as(viewer).get(at)).status;
  for (const at of [path, `${path}/uses`]) {
    expect(await read(organizer, at)).toBe(200);
    for (const viewer of [member, apart.steward, writer.steward, await anAccount(site)])
      expect(await read(viewer, at)).toBe(404);
    expect(await read(null, at)).toBe(401);
  }
  expect(await read(apart.steward, `/groups/${apart.slug}/compacts/${id}`)).toBe(404);
  expect(await read(writer.steward, writerPath)).toBe(200);
  expect((await site.as(organizer).put(`${path}/ending`, {})).status).toBe(403);
  expect((await site.as(organizer).post(`${path}/terms`, someTerms)).status).toBe(403);
  expect((await site.as(apart.steward).get(`/groups/${apart.slug}/compacts`)).body.rows).toEqual([]);
});

test('agreeing takes two people, also where one of them manages both groups', async () => {
  const site = await aSite();
  const { tenants, vecinas, propose, decide } = await aStreet(site);
  const both = await aMember(site, tenants, 'steward', vecinas.steward);
  const { body } = await propose(vecinas, tenants);
  const path = `/groups/${tenants.slug}/compacts/${body.id}`;
  expect(await decide(both, path, 'agreed')).toMatchObject({
    status: 409,
    body: { code: 'compacts.takes-two' },
  });
  expect(
    (await decide(vecinas.steward, `/groups/${vecinas.slug}/compacts/${body.id}`, 'agreed')).status,
  ).toBe(403);
  expect((await decide(tenants.steward, path, 'agreed')).status).toBe(204);
});

test('terms that were replaced meanwhile are agreed to by nobody, and what is in force stays until new ones are', async () => {
  const site = await aSite();
  const { id, group, path, writerPath, writer } = await aCompact(site);
  expect(
    (await site.as(writer.steward).post(`${writerPath}/terms`, { ...someTerms, mostAYear: 6 })).status,
  ).toBe(202);
  expect((await site.as(group.steward).post(`${path}/terms`, { ...someTerms, mostAYear: 4 })).status).toBe(
    202,
  );
  const say = (who: Viewer, at: string, number: number) =>
    site.as(who).put(`${at}/terms/${number}/decision`, { decision: 'agreed' });
  expect(await say(group.steward, path, 2)).toMatchObject({
    status: 409,
    body: { code: 'compacts.replaced' },
  });
  expect((await site.as(writer.steward).get(writerPath)).body).toMatchObject({
    ...{ inForce: { number: 1, mostAYear: 3 }, open: { number: 3, mostAYear: 4 } },
  });
  expect((await say(writer.steward, writerPath, 3)).status).toBe(204);
  expect((await say(writer.steward, writerPath, 3)).body.code).toBe('compacts.decided');
  expect((await say(writer.steward, writerPath, 9)).status).toBe(404);
  expect((await site.as(group.steward).get(path)).body).toMatchObject({
    id,
    inForce: { number: 3 },
    open: null,
  });
});

test('whoever was told no asks again after a week; the other side may at any time', async () => {
  const site = await aSite();
  const { tenants, vecinas, propose, decide } = await aStreet(site);
  const { body } = await propose(vecinas, tenants);
  const path = `/groups/${tenants.slug}/compacts/${body.id}`;
  expect((await decide(tenants.steward, path, 'declined')).status).toBe(204);
  expect(await propose(vecinas, tenants)).toMatchObject({
    status: 409,
    body: { code: 'compacts.asked-lately' },
  });
  expect((await propose(tenants, vecinas, { hears: 'ours' })).status).toBe(201);
  await decide(vecinas.steward, `/groups/${vecinas.slug}/compacts/${body.id}`, 'declined', 2);
  await site.db.execute(
    sql`update compact_versions set decided_at = now() - interval '8 days' where number = 2`,
  );
  expect((await propose(tenants, vecinas, { hears: 'ours' })).status).toBe(201);
});

test('a group that is not seen or is the same, and a day that is over, are refused beside their fields', async () => {
  const site = await aSite();
  const { vecinas, propose } = await aStreet(site);
  const hidden = await aGroup(site, { name: 'Hidden', visibility: 'private' });
  const codeFor = async (to: AGroup) => (await propose(vecinas, to)).body.fields?.[0]?.code;
  expect(await codeFor(hidden)).toBe('compacts.no-group');
  expect(await codeFor(vecinas)).toBe('compacts.with-itself');
  const past = await propose(vecinas, await aGroup(site, { name: 'Riders' }), { until: '2020-01-01' });
  expect(past).toMatchObject({ status: 422, body: { fields: [{ name: 'until', code: 'compacts.until' }] } });
});

test('either side ends it with its days of notice: what would go out later does not, and the ledger stays for both', async () => {
  const site = await aSite();
  const compact = await aCompact(site, { terms: { endingDays: 2, noticeHours: 72 } });
  const { group, writer, path, writerPath } = compact;
  await aUse(site, compact);
  expect((await site.as(group.steward).put(`${path}/ending`, { word: 'Thank you.' })).status).toBe(204);
  expect(await mailsOf(site, writer)).toContain('Tenants ends your agreement');
  const seen = (await site.as(writer.steward).get(writerPath)).body;
  expect(seen).toMatchObject({ state: 'in-force', endSide: 'group', can: { end: false } });
  for (const [viewer, at] of [
    [group.steward, path],
    [writer.steward, writerPath],
  ] as const)
    expect((await site.as(viewer).get(`${at}/uses`)).body.rows).toMatchObject([
      { state: 'lapsed', clause: 'ended' },
    ]);
  await site.db.execute(sql`update compacts set ends_at = now() - interval '1 hour'`);
  expect((await site.as(writer.steward).get(writerPath)).body.state).toBe('over');
  const late = await site.as(writer.steward).post(`${writerPath}/uses`, someLetter);
  expect(late).toMatchObject({ status: 409, body: { code: 'compacts.clause.ended' } });
  expect((await site.as(writer.steward).get(`${writerPath}/uses`)).body.rows).toHaveLength(2);
  expect((await site.as(group.steward).put(`${path}/ending`, {})).status).toBe(409);
});

test('a party that turns private is named to the other as it was called when it agreed', async () => {
  const site = await aSite();
  const { group, writer, path, writerPath } = await aCompact(site);
  await site
    .as(group.steward)
    .patch(`/groups/${group.slug}`, { visibility: 'private', name: 'Another name' });
  const slug = (await site.db.execute(sql`select slug from groups where id = ${group.id}`)).rows[0]
    ?.slug as string;
  const seen = (await site.as(writer.steward).get(writerPath)).body;
  expect(seen.group).toMatchObject({ name: 'Tenants', isSeen: false });
  expect(JSON.stringify(seen)).not.toContain('Another name');
  const own = (await site.as(group.steward).get(path.replace(group.slug, slug))).body;
  expect(own.group.name).toBe('Another name');
});

test('while one of the two is frozen or hidden nothing is agreed and nothing is asked for', async () => {
  const site = await aSite();
  const { group, writer, writerPath } = await aCompact(site);
  for (const measure of ['frozen_at', 'hidden_at']) {
    await site.db.execute(sql`update groups set ${sql.identifier(measure)} = now() where id = ${group.id}`);
    expect((await site.as(writer.steward).get(writerPath)).body.isOff).toBe(true);
    const asked = await site.as(writer.steward).post(`${writerPath}/uses`, someLetter);
    expect(asked).toMatchObject({ status: 409, body: { code: 'compacts.other-off' } });
    await site.db.execute(sql`update groups set ${sql.identifier(measure)} = null where id = ${group.id}`);
  }
  expect((await site.as(writer.steward).get(`${writerPath}/uses`)).body.rows).toEqual([]);
});
