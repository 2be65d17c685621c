import { expect, test } from 'vitest';
import { aSite, type TestSite } from '../testing.ts';
import { newCode } from './codes.ts';
import { aCast } from './fixtures.ts';

const flyer = { path: '/campaigns/branch', label: 'flyer' };

test('an organizer makes a link, with a code or a word of their own', async () => {
  const site = await aSite();
  const { group, organizer } = await aCast(site);
  const make = (body: object) =>
    site.as(organizer).post(`/groups/${group.slug}/links`, { ...flyer, ...body });
  expect((await make({})).body).toMatchObject({
    code: expect.stringMatching(/^[2-9a-hjkmnp-z]{7}$/),
    visitCount: 0,
  });
  expect((await make({ code: 'Branch' })).body).toMatchObject({
    code: 'branch',
    url: 'http://groundwork.test/go/branch',
  });
  const taken = await make({ code: 'BRANCH' });
  expect(taken).toMatchObject({ status: 422, body: { fields: [{ name: 'code', code: 'links.taken' }] } });
  for (const code of ['ab', '-abc', 'a b c', 'a'.repeat(31)]) expect((await make({ code })).status).toBe(422);
});

test('a link never leads off this site', async () => {
  const site = await aSite();
  const { group, organizer } = await aCast(site);
  for (const path of [
    'https://evil.example',
    '//evil.example',
    '/\\evil.example',
    'campaigns',
    '/a?b=//c',
    '',
  ]) {
    expect((await site.as(organizer).post(`/groups/${group.slug}/links`, { ...flyer, path })).status).toBe(
      422,
    );
  }
});

test('a member who does not publish makes no links and sees no counts', async () => {
  const site = await aSite();
  const { group, member, outsider } = await aCast(site);
  for (const account of [member, outsider]) {
    expect((await site.as(account).post(`/groups/${group.slug}/links`, flyer)).status).toBe(403);
    expect((await site.as(account).get(`/groups/${group.slug}/links`)).status).toBe(403);
  }
  expect((await site.as(null).get(`/groups/${group.slug}/links`)).status).toBe(401);
});

test('a visit is counted, in any case of the code; a prefetch is no visit', async () => {
  const site = await aSite();
  const { group, organizer } = await aCast(site);
  const { body: link } = await site
    .as(organizer)
    .post(`/groups/${group.slug}/links`, { ...flyer, code: 'branch' });
  await Promise.all(
    Array.from({ length: 30 }, (_, index) => site.as(null).get(`/go/${index % 2 ? 'branch' : 'BRANCH'}`)),
  );
  await knock(site, 'HEAD', {});
  await knock(site, 'GET', { 'sec-purpose': 'prefetch;prerender' });
  await knock(site, 'GET', { purpose: 'prefetch' });
  await knock(site, 'GET', { 'x-moz': 'prefetch' });
  const { rows } = (await site.as(organizer).get(`/groups/${group.slug}/links?path=${flyer.path}`)).body;
  expect(rows).toMatchObject([{ id: link.id, visitCount: 30 }]);
  expect((await site.as(null).get('/go/nowhere')).status).toBe(404);
});

test("a private group's link leads only its members anywhere", async () => {
  const site = await aSite();
  const { group, organizer, member, outsider } = await aCast(site, 'private');
  const { body: link } = await site.as(organizer).post(`/groups/${group.slug}/links`, flyer);
  for (const address of ['/go/CODE', '/links/CODE/qr.svg', '/links/CODE/qr.png'].map((path) =>
    path.replace('CODE', link.code),
  )) {
    for (const account of [outsider, null]) expect((await site.as(account).get(address)).status).toBe(404);
    expect((await site.as(member).get(address)).status).toBe(200);
  }
});

test('the QR code is a picture, dark on white', async () => {
  const site = await aSite();
  const { group, organizer } = await aCast(site);
  const { body: link } = await site.as(organizer).post(`/groups/${group.slug}/links`, flyer);
  const { status, body, headers } = await site.as(null).get(`/links/${link.code}/qr.svg`);
  expect(status).toBe(200);
  expect(headers['content-type']).toContain('image/svg+xml');
  expect(body).toContain('fill="#ffffff"');
  expect(body).toContain('stroke="#000000"');
});

test('the QR code for print is a PNG large enough for a flyer, another for each link', async () => {
  const site = await aSite();
  const { group, organizer } = await aCast(site);
  const { body: link } = await site.as(organizer).post(`/groups/${group.slug}/links`, flyer);
  const { rawPayload, headers } = await site.app.inject({ url: `/api/v1/links/${link.code}/qr.png` });
  expect(headers['content-type']).toBe('image/png');
  expect(rawPayload.toString('latin1', 1, 4)).toBe('PNG');
  const [width, height] = [rawPayload.readUInt32BE(16), rawPayload.readUInt32BE(20)];
  expect([width, height]).toEqual([1024, 1024]);
  const { body: other } = await site.as(organizer).post(`/groups/${group.slug}/links`, flyer);
  const elsewhere = await site.app.inject({ url: `/api/v1/links/${other.code}/qr.png` });
  expect(elsewhere.rawPayload.equals(rawPayload)).toBe(false);
});

test('a list of links goes on where it stopped', async () => {
  const site = await aSite();
  const { group, organizer } = await aCast(site);
  for (const label of ['one', 'two', 'three'])
    await site.as(organizer).post(`/groups/${group.slug}/links`, { ...flyer, label });
  const first = (await site.as(organizer).get(`/groups/${group.slug}/links?limit=2`)).body;
  const second = (await site.as(organizer).get(`/groups/${group.slug}/links?limit=2&after=${first.next}`))
    .body;
  expect([...first.rows, ...second.rows].map(({ label }: { label: string }) => label)).toEqual([
    'three',
    'two',
    'one',
  ]);
  expect(second.next).toBeNull();
});

test('a code has nothing in it that can be misread', () => {
  const codes = Array.from({ length: 200 }, newCode);
  expect(new Set(codes).size).toBe(200);
  expect(codes.join('')).not.toMatch(/[01ilo]/);
});

async function knock(site: TestSite, method: 'GET' | 'HEAD', headers: Record<string, string>) {
  const reply = await site.app.inject({ method, url: '/api/v1/go/branch', headers });
  expect(reply.statusCode).toBe(200);
}
