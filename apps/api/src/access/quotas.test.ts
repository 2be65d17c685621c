import { spend } from '@groundwork/features/limits/spending';
import { limitsOf, quotas, type QuotaName } from '@groundwork/features/limits/quotas';
import type { RouteName } from '@groundwork/features/routes';
import { aSite, type TestSite } from '@groundwork/features/testing';
import type { Account } from '@groundwork/features/testing/access';
import { expect, test } from 'vitest';
import { buildApi } from '../api.ts';
import { neighbourhood } from './neighbourhood.ts';
import { knockAs, listRoutes } from './walking.ts';

/** What makes something and has no quota, each with its reason. */
const WITHOUT_A_QUOTA: Partial<Record<RouteName, string>> = {
  'POST /session': 'Limited by household and by mailbox; a session ends by itself.',
  'POST /accounts': 'By strangers: limited by household, and one letter to a mailbox.',
  'POST /invitations/:token/openings': 'As accounts that are asked for without an invitation.',
  'POST /intents': 'Makes nothing: it is kept by the browser that pressed.',
  'POST /password-resets': 'By strangers: limited by household, and few letters to a mailbox.',
  'POST /account/email-changes': 'Few letters to a mailbox, and one change waits at a time.',
  'POST /setup/:token': 'Once in the life of a site.',
  'POST /campaigns/:slug/reminders': 'One letter to a mailbox that was asked before, and never another.',
  'POST /campaigns/:slug/signatures': 'By strangers: limited by household; one a mailbox.',
  'POST /events/:slug/rsvps': 'By strangers: limited by household; one a mailbox.',
  'POST /signatures/:sealed/rsvps': 'By who proved their mailbox: one an event of that campaign.',
  'POST /subscriptions/:sealed/own-record-mails': 'One letter to a mailbox that is known already.',
  'POST /own-mailboxes':
    'By strangers: limited by household; three letters a day to a mailbox that is known already.',
  'POST /own-mailboxes/:sealed/emails':
    'By who proved their mailbox: limited by household, five letters a day for them, three to a mailbox.',
  'POST /own-records/:sealed/emails': 'As those for all records of a mailbox.',
  'POST /hushings/:kind/:sealed': 'Makes nothing: it ends something.',
  'POST /unsubscriptions/:sealed': 'Makes nothing: it ends something.',
  'POST /groups/:slug/people-deeds/:deedId/file-downloads':
    'Makes nothing: the file was counted when it was asked for.',
  'POST /groups/:slug/ladders/:ladderId/steps': 'Thirty at most in a ladder that nobody is on yet.',
  'POST /site/outbox/searches': 'Makes nothing: it is a POST so that an address stands in no log.',
  'POST /site/outbox/:mailId/openings': 'By stewards of the site, on record; its owner is told once a day.',
  'POST /site/test-mails': 'By stewards of the site, to themselves, six an hour.',
  'POST /site/backups': 'By stewards of the site, one at a time, twelve a day.',
  'POST /groups/:slug/roles': 'By who manages the group, thirty at most.',
  'POST /site/groups/:groupId/stewards': 'By stewards of the site, of a group that has none: once.',
};
/** What makes something by another method than POST. */
const OTHERS: RouteName[] = [
  'PUT /campaigns/:slug/sponsors/:group',
  'PUT /groups/:slug/domain',
  'PUT /subjects/:kind/:key/report',
];

test('everything that one can make has a quota, or a reason for none', async () => {
  const site = await aSite();
  const { cast, open } = await neighbourhood(site);
  const { app, routes } = await listRoutes((onRoute) => buildApi(site.house, { onRoute }));
  await app.close();
  await site
    .as(cast.steward)
    .patch(`/groups/${open['groups/:slug']}`, { joining: 'approval', questions: [] });
  const posts = routes.filter((route) => route.startsWith('POST') && !(route in WITHOUT_A_QUOTA));
  const making = [...posts, ...OTHERS];
  await exhaust(site, [...Object.values(cast), { id: String(open[':groupId']) }]);
  for (const route of making) {
    const answer = await knockAs(site.app, makerOf(route, cast), { route, things: open });
    expect([answer.status, answer.body.code], route).toEqual([429, expect.stringMatching(/^quota\./)]);
    expect(Number(answer.headers['retry-after']), route).toBeGreaterThan(0);
  }
});

test('every quota stands on a thing that is made, and says why it is what it is', () => {
  for (const [name, { account, why }] of Object.entries(quotas)) {
    expect(account.length, name).toBeGreaterThan(0);
    expect(why, name).toMatch(/\.$/);
  }
});

test('a steward of the site allows an account and a group more, on record, and takes it back', async () => {
  const site = await aSite();
  const { cast, open } = await neighbourhood(site);
  const groupId = String(open[':groupId']);
  await exhaust(site, [cast.steward, { id: groupId }]);
  const make = async () =>
    site.as(cast.steward).post(`/groups/${open['groups/:slug']}/channels`, { name: `rides ${(round += 1)}` });
  let round = 0;
  const refusal = await make();
  expect(refusal).toMatchObject({ status: 429, body: { detail: expect.stringContaining('72 minutes') } });
  const siteSteward = site.as(cast.siteSteward);
  expect((await siteSteward.put('/site/allowances', { to: cast.steward.email, times: 5 })).status).toBe(204);
  expect((await make()).body.code).toBe('quota.group-minutes');
  const address = `http://groundwork.test/groups/${open['groups/:slug']}`;
  expect((await siteSteward.put('/site/allowances', { to: address, times: 5 })).status).toBe(204);
  expect((await make()).status).toBe(201);
  const { rows } = (await siteSteward.get('/site/allowances')).body;
  expect(rows).toMatchObject([
    { id: groupId, kind: 'group', times: 5 },
    { id: cast.steward.id, kind: 'account', name: 'Stan' },
  ]);
  for (const { id } of rows) expect((await siteSteward.delete(`/site/allowances/${id}`)).status).toBe(204);
  expect((await make()).status).toBe(429);
  const recorded = await rowsOf(
    site,
    `select kind from journal where kind like 'stewardship.allowance%' order by id`,
  );
  expect(recorded.map(({ kind }) => kind)).toEqual([
    'stewardship.allowance-given',
    'stewardship.allowance-given',
    'stewardship.allowance-ended',
    'stewardship.allowance-ended',
  ]);
});

test('nobody else allows anything, and an allowance for nobody is said to be one', async () => {
  const site = await aSite();
  const { cast, hidden } = await neighbourhood(site);
  const asked = { to: cast.steward.email, times: 5 };
  expect((await site.as(cast.steward).put('/site/allowances', asked)).status).toBe(404);
  for (const to of ['nobody@example.org', 'no-such-group', hidden['groups/:slug']]) {
    const answer = await site.as(cast.siteSteward).put('/site/allowances', { to, times: 5 });
    expect(answer).toMatchObject({ status: 422, body: { fields: [{ name: 'to' }] } });
  }
});

test('what was refused for another reason, or rolled back, took nothing of the quota', async () => {
  const site = await aSite();
  const { cast, open } = await neighbourhood(site);
  const before = await usedRows(site);
  const taken = await site
    .as(cast.steward)
    .post(`/groups/${open['groups/:slug']}/channels`, { name: 'general' });
  expect(taken.status).toBe(422);
  expect(await usedRows(site)).toEqual(before);
});

type Id = { id: string };

/** As if all had made as much as they may, and something more. */
async function exhaust(site: TestSite, subjects: Id[]) {
  const names = Object.keys(quotas) as QuotaName[];
  const limits = names.flatMap((name) => [...limitsOf(name, 'account'), ...limitsOf(name, 'group')]);
  const spends = subjects.flatMap(({ id }) => limits.map((limit) => ({ limit, key: id, cost: limit.count })));
  await rowsOf(site, 'delete from limits');
  await spend(site.house, spends);
}

function usedRows(site: TestSite) {
  return rowsOf(site, 'select key, tat from limits order by key');
}

type Makers = Record<'organizer' | 'steward' | 'siteSteward' | 'outsider', Account>;
function makerOf(route: string, cast: Makers): Account {
  // The steward has reported it already, and the member said it.
  if (route.startsWith('PUT /subjects')) return cast.organizer;
  if (route === 'POST /site/invitations') return cast.siteSteward;
  return route.endsWith('/join-requests') ? cast.outsider : cast.steward;
}

async function rowsOf({ db }: TestSite, statement: string, values: unknown[] = []) {
  return (await db.$client.query<Record<string, unknown>>(statement, values)).rows;
}
