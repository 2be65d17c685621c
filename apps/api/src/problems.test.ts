import { anAccount } from '@groundwork/features/accounts/fixtures';
import { aGroup } from '@groundwork/features/groups/fixtures';
import { aSite } from '@groundwork/features/testing';
import { expect, test } from 'vitest';

test('a cursor that someone tampered with is malformed, not a fault of ours', async () => {
  const site = await aSite();
  const steward = await anAccount(site, { isSiteSteward: true });
  const forged = Buffer.from(JSON.stringify(['yesterday', 'me'])).toString('base64url');
  for (const path of ['/site/accounts', '/groups', '/events', '/campaigns']) {
    const answer = await site.as(steward).get(`${path}?after=${forged}`);
    expect(answer, path).toMatchObject({ status: 400, body: { code: 'malformed' } });
  }
});

test('every refusal is application/problem+json in the reader’s language', async () => {
  const site = await aSite();
  const missing = await site.as(null, 'es').get('/groups/nowhere');
  expect(missing.headers['content-type']).toContain('application/problem+json');
  expect(missing.body).toMatchObject({ status: 404, code: 'not-found' });
  expect(missing.body.detail).toContain('No');
  expect((await site.as(null).get('/nowhere/at/all')).status).toBe(404);
  const broken = await site.as(null).post('/session', '{"email":', { 'content-type': 'application/json' });
  expect(broken).toMatchObject({ status: 400, body: { code: 'malformed' } });
});

test('a change asked for by another website’s page is refused', async () => {
  const site = await aSite();
  const account = await anAccount(site);
  const forged = { origin: 'https://elsewhere.example' };
  const answer = await site.as(account).patch('/account', { name: 'Mallory' }, forged);
  expect(answer).toMatchObject({ status: 403, body: { code: 'foreign-origin' } });
  expect((await site.as(account).get('/account')).body.name).toBe(account.name);
});

test('a number that is out of bounds is told the bound', async () => {
  const site = await aSite();
  const group = await aGroup(site);
  const draft = { title: 'Keep it open', ask: 'The council votes.', action: 'petition', goal: 0 };
  const answer = await site.as(group.steward).post(`/groups/${group.slug}/campaigns`, draft);
  expect(answer.status).toBe(422);
  expect(answer.body.fields).toEqual([
    expect.objectContaining({ name: 'goal', message: 'This needs to be 1 or more.' }),
  ]);
});
