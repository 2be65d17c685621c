import { expect, test } from 'vitest';
import { anAccount } from '../accounts/fixtures.ts';
import { promiseMails } from '../outbox/promises.ts';
import { aMailbox, sendTo } from '../outbox/fixtures.ts';
import { aSite } from '../testing.ts';
import { makeSetupLink } from './setup/actions.ts';

const answers = {
  siteName: 'Valley Coalition',
  languages: ['en', 'es'],
  opening: 'invited',
  name: 'Amina K.',
  email: 'amina@example.org',
  password: 'branch river lantern nine',
  language: 'es',
  timeZone: 'America/New_York',
  groupName: 'Eastside Tenants Union',
  groupSummary: 'Homes before profit.',
};

test('the setup link makes the site, its steward and the first group, and signs the steward in', async () => {
  const site = await aSite({ isSetUp: false });
  const token = (await makeSetupLink(site.house))?.split('/').at(-1) ?? '';
  expect((await site.as(null).get(`/setup/${token}`)).status).toBe(204);

  const done = await site.as(null).post(`/setup/${token}`, answers);
  expect(done.status).toBe(201);
  const steward = site.as({ token: done.cookie ?? '' });
  expect((await steward.get('/session')).body).toMatchObject({
    viewer: { name: 'Amina K.', isSiteSteward: true, language: 'es' },
    site: { name: 'Valley Coalition', languages: ['en', 'es'], opening: 'invited', isSetUp: true },
  });
  expect((await steward.get(`/groups/${done.body.groupSlug}`)).body).toMatchObject({ myRole: 'steward' });
});

test('the setup link works once, also for two forms sent at the same moment', async () => {
  const site = await aSite({ isSetUp: false });
  const token = (await makeSetupLink(site.house))?.split('/').at(-1) ?? '';
  const sent = await Promise.all([
    site.as(null).post(`/setup/${token}`, answers),
    site.as(null).post(`/setup/${token}`, { ...answers, email: 'mallory@example.org' }),
  ]);
  expect(sent.map(({ status }) => status).sort()).toEqual([201, 404]);
  expect(await makeSetupLink(site.house)).toBeNull();
});

test('a newer setup link ends the earlier one, and a wrong one sets up nothing', async () => {
  const site = await aSite({ isSetUp: false });
  const earlier = (await makeSetupLink(site.house))?.split('/').at(-1) ?? '';
  await makeSetupLink(site.house);
  expect((await site.as(null).post(`/setup/${earlier}`, answers)).status).toBe(404);
  expect((await site.as(null).get('/site')).body).toMatchObject({ isSetUp: false });
});

test('bad setup answers are said beside their fields, and the link stays good', async () => {
  const site = await aSite({ isSetUp: false });
  const token = (await makeSetupLink(site.house))?.split('/').at(-1) ?? '';
  const refused = await site
    .as(null)
    .post(`/setup/${token}`, { ...answers, email: 'amina', password: 'short' });
  expect(refused.status).toBe(422);
  expect(refused.headers['content-type']).toContain('application/problem+json');
  expect(refused.body.fields.map(({ name }: { name: string }) => name).sort()).toEqual(['email', 'password']);
  expect((await site.as(null).post(`/setup/${token}`, answers)).status).toBe(201);
});

test('the stewards’ pages are not there for anyone else', async () => {
  const site = await aSite();
  const steward = await anAccount(site, { isSiteSteward: true });
  const member = await anAccount(site);
  for (const path of ['/site/status', '/site/accounts', '/site/outbox']) {
    expect((await site.as(null).get(path)).status).toBe(404);
    expect((await site.as(member).get(path)).status).toBe(404);
    expect((await site.as(steward).get(path)).status).toBe(200);
  }
  expect((await site.as(member).patch('/site', { opening: 'nobody' })).status).toBe(404);
});

test('stewards change what the site is called and who may open accounts', async () => {
  const site = await aSite();
  const steward = await anAccount(site, { isSiteSteward: true });
  const changed = await site.as(steward).patch('/site', { name: 'River Coalition', opening: 'nobody' });
  expect(changed.body).toMatchObject({ name: 'River Coalition', opening: 'nobody' });
  expect((await site.as(null).get('/site')).body).toMatchObject({ name: 'River Coalition' });
});

test('stewards find accounts by name or email, page by page', async () => {
  const site = await aSite();
  const steward = await anAccount(site, { isSiteSteward: true, name: 'Zoe', email: 'zoe@example.org' });
  for (const name of ['Luis', 'Lucía', 'Dev']) await anAccount(site, { name });
  const found = await site.as(steward).get('/site/accounts?search=lu');
  expect(found.body.rows.map(({ name }: { name: string }) => name).sort()).toEqual(['Lucía', 'Luis']);
  const first = await site.as(steward).get('/site/accounts?limit=3');
  const second = await site.as(steward).get(`/site/accounts?limit=3&after=${first.body.next}`);
  expect([...first.body.rows, ...second.body.rows].map(({ name }: { name: string }) => name)).toEqual([
    'Dev',
    'Lucía',
    'Luis',
    'Zoe',
  ]);
});

test('stewards find what was refused among all mail, and to whom it went', async () => {
  const site = await aSite();
  const steward = await anAccount(site, { isSiteSteward: true });
  const mailbox = await aMailbox();
  mailbox.refuse('gone@example.org');
  await site.house.db.transaction(async (tx) => {
    for (const to of ['ana@example.org', 'gone@example.org'])
      promiseMails(tx, [
        {
          key: to,
          to,
          language: 'en',
          subject: 'Hello',
          letter: { heading: 'Hello', paragraphs: ['Good to have you.'] },
        },
      ]);
  });
  await sendTo(site, mailbox);
  const states = async (path: string) =>
    (await site.as(steward).get(path)).body.rows.map(
      ({ state, toAddress }: { state: string; toAddress: string | null }) => [state, toAddress],
    );
  expect(await states('/site/outbox')).toEqual([
    ['refused', 'gone@example.org'],
    ['sent', null],
  ]);
  expect(await states('/site/outbox?refused=true')).toEqual([['refused', 'gone@example.org']]);
});

test('a steward shares looking after the site, and may leave it only to another', async () => {
  const site = await aSite();
  const first = await anAccount(site, { isSiteSteward: true });
  const second = await anAccount(site);
  const refused = await site.as(first).delete(`/site/stewards/${first.id}`);
  expect(refused).toMatchObject({ status: 409, body: { code: 'accounts.last-site-steward' } });
  expect((await site.as(second).put(`/site/stewards/${second.id}`)).status).toBe(404);

  expect((await site.as(first).put(`/site/stewards/${second.id}`)).status).toBe(204);
  expect((await site.as(second).get('/site/status')).status).toBe(200);
  expect((await site.as(second).delete(`/site/stewards/${first.id}`)).status).toBe(204);
  expect((await site.as(first).get('/site/status')).status).toBe(404);
});

test('two stewards who let each other go at the same moment leave one', async () => {
  const site = await aSite();
  const [ada, bo] = [
    await anAccount(site, { isSiteSteward: true }),
    await anAccount(site, { isSiteSteward: true }),
  ];
  const answers = await Promise.all([
    site.as(ada).delete(`/site/stewards/${bo.id}`),
    site.as(bo).delete(`/site/stewards/${ada.id}`),
  ]);
  expect(answers.filter(({ status }) => status === 204)).toHaveLength(1);
});
