import { newId } from '@groundwork/database';
import { anAccount } from '@groundwork/features/accounts/fixtures';
import { aCampaign } from '@groundwork/features/campaigns/fixtures';
import { anEvent } from '@groundwork/features/events/fixtures';
import { aGroup } from '@groundwork/features/groups/fixtures';
import { routes } from '@groundwork/features/routes';
import { aSite, type TestClient } from '@groundwork/features/testing';
import { expect, test } from 'vitest';

const PARTS = [
  '%00',
  '%zz',
  '%ed%a0%80',
  '..%2F..%2Fsession',
  '%CC%81',
  'a'.repeat(5000),
  '%5c',
  ';',
  '9999',
];
const QUERIES = [
  'search=%00',
  'search=%CC%81',
  'search=%D9%8E',
  'search=%25%5C',
  'limit=1e9',
  'after=%00',
  'after=W10',
];
const WORDS = ['\0', '\ud800', '\u0301', '9999-12-31', '9999-12-31T23:59', '-1', 'x'.repeat(9000)];
const FIELDS = [
  'name',
  'title',
  'body',
  'email',
  'starts',
  'ends',
  'startsOn',
  'endsOn',
  'timeZone',
  'search',
  'id',
];
const BODIES = [
  {},
  [],
  null,
  'text',
  { '\0': 1 },
  ...WORDS.map((word) => Object.fromEntries(FIELDS.map((name) => [name, word]))),
];

test('no request is a fault of ours, however it is made', { timeout: 240_000 }, async () => {
  const site = await aSite();
  const steward = await anAccount(site, { isSiteSteward: true });
  const group = await aGroup(site, { steward });
  const slugs = {
    groups: group.slug,
    campaigns: (await aCampaign(site, group, steward)).slug,
    events: (await anEvent(site, { group })).slug,
  };
  const asker = site.as(steward);
  const wrong: string[] = [];
  for (const route of Object.keys(routes)) {
    const [method = '', pattern = ''] = route.split(' ');
    // Which would end what everything else here hangs on.
    if (method === 'DELETE' && /^\/(account|session|groups\/:slug)$/.test(pattern)) continue;
    for (const { path, body } of requestsTo(method, pattern, slugs)) {
      const { status, headers } = await ask(asker, method, path, body);
      const isProblem = String(headers['content-type']).includes('problem+json');
      if (status >= 500 || (status >= 400 && !isProblem))
        wrong.push(`${status} ${method} ${path.slice(0, 100)} ${JSON.stringify(body).slice(0, 100)}`);
    }
  }
  expect(wrong).toEqual([]);
});

function requestsTo(method: string, pattern: string, slugs: Record<string, string>) {
  const real = pattern
    .replace(/^\/(\w+)\/:slug/, (whole, kind: string) => (slugs[kind] ? `/${kind}/${slugs[kind]}` : whole))
    .replaceAll(/:\w+/g, newId);
  const crooked = pattern.includes(':')
    ? PARTS.map((part) => ({ path: pattern.replaceAll(/:\w+/g, part) }))
    : [];
  const asked = method === 'GET' ? QUERIES.map((query) => ({ path: `${real}?${query}` })) : [];
  const sent = method === 'GET' ? [] : BODIES.map((body) => ({ path: real, body }));
  return [...crooked, ...asked, ...sent] as { path: string; body?: object }[];
}

let count = 0;

/** From another address each time: limits are another test's matter. */
function ask(asker: TestClient, method: string, path: string, body: unknown) {
  count += 1;
  const headers = {
    'x-forwarded-for': `10.1.${count >> 8}.${count & 255}`,
    'content-type': 'application/json',
  };
  return asker[method.toLowerCase() as keyof TestClient](path, JSON.stringify(body ?? {}), headers);
}

test('a text that cannot be stored is refused in words', async () => {
  const site = await aSite();
  const ana = await anAccount(site);
  const unreadable = { status: 400, body: { code: 'unreadable' } };
  expect(await site.as(ana).patch('/account', { name: 'A\0' })).toMatchObject(unreadable);
  expect(await site.as(null).get('/groups?search=%00')).toMatchObject(unreadable);
  expect(await site.as(null).get('/groups/%00')).toMatchObject(unreadable);
});

test('a change that changes nothing is refused in words', async () => {
  const site = await aSite();
  const steward = await anAccount(site, { isSiteSteward: true });
  for (const path of ['/site', '/account'])
    expect(await site.as(steward).patch(path, { unknown: 1 })).toMatchObject({
      status: 400,
      body: { code: 'nothing-to-change' },
    });
});

test('an address that cannot be read is a problem like any other', async () => {
  const site = await aSite();
  const answer = await site.as(null, 'es').get('/groups/%zz');
  expect(answer).toMatchObject({ status: 400, body: { code: 'malformed' } });
  expect(answer.headers['content-type']).toContain('application/problem+json');
});

test('a picture that is sent where words belong is refused', async () => {
  const site = await aSite();
  const ana = await anAccount(site);
  const png = { 'content-type': 'image/png' };
  expect((await site.as(ana).patch('/account', 'PNG', png)).status).toBe(415);
  expect((await site.as(null).post('/session', 'PNG', { 'content-type': 'text/csv' })).status).toBe(415);
});

test('a field says what is wrong with it, also one that may be empty', async () => {
  const site = await aSite();
  const group = await aGroup(site);
  const event = {
    held: 'online',
    title: 'Meeting',
    starts: '2027-02-01T10:00',
    ends: '2027-02-01T11:00',
    timeZone: 'UTC',
  };
  const codesOf = async (change: object) => {
    const { body } = await site
      .as(group.steward)
      .post(`/groups/${group.slug}/events`, { ...event, ...change });
    return Object.fromEntries(
      (body.fields ?? []).map(({ name, code }: Record<string, string>) => [name, code]),
    );
  };
  expect(await codesOf({ onlineUrl: 'meet.example.org/a' })).toEqual({ onlineUrl: 'field.web-address' });
  expect(await codesOf({ address: 'x'.repeat(5000) })).toEqual({ address: 'field.too-long' });
  expect(await codesOf({ starts: '9999-01-01T10:00' })).toMatchObject({ starts: 'field.date' });
});

test('an answer of the api is cached by nobody, and runs nowhere', async () => {
  const site = await aSite();
  const { headers } = await site.as(null).get('/groups');
  expect(headers).toMatchObject({
    'x-content-type-options': 'nosniff',
    'cache-control': 'no-store',
    'content-security-policy': expect.stringContaining("default-src 'none'"),
  });
});
