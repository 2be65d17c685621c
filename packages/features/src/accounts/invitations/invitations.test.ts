import { sql } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { aSite, type TestSite } from '../../testing.ts';
import { anAccount, tokenOfMail } from '../fixtures.ts';

const rosa = { name: 'Rosa', email: 'rosa@example.org', password: 'four words in a row', language: 'es' };

async function anInvitingSite() {
  const site = await aSite();
  await site.db.execute(sql`update sites set opening = 'invited'`);
  return { ...site, steward: await anAccount(site, { isSiteSteward: true }) };
}

async function anInvitation(site: TestSite & { steward: { token: string } }, options: object = {}) {
  const { body } = await site.as(site.steward).post('/site/invitations', options);
  return { id: String(body.id), token: tokenOfMail([{ letter: { button: body } }]) };
}

test('an account is not opened without an invitation where one is needed', async () => {
  const site = await anInvitingSite();
  const reply = await site.as(null).post('/accounts', rosa);
  expect(reply).toMatchObject({ status: 403, body: { code: 'accounts.invitation-needed' } });
});

test('an invitation opens one account, and no second one', async () => {
  const site = await anInvitingSite();
  const { token: invitation } = await anInvitation(site);
  await site.as(null).post('/accounts', { ...rosa, invitation });
  const first = tokenOfMail(await site.mails());
  await site.as(null).post('/accounts', { ...rosa, email: 'luz@example.org', invitation });
  const second = tokenOfMail(await site.mails());
  expect((await site.as(null).put(`/account-openings/${first}`)).status).toBe(201);
  expect((await site.as(null).put(`/account-openings/${second}`)).status).toBe(404);
  expect((await site.as(null).post('/accounts', { ...rosa, invitation })).status).toBe(404);
});

test('an invitation for an email is mailed, and for that email only', async () => {
  const site = await anInvitingSite();
  const { token: invitation } = await anInvitation(site, { email: 'Rosa@example.org', language: 'es' });
  expect(await site.mails()).toMatchObject([
    {
      toAddress: 'rosa@example.org',
      language: 'es',
      letter: { button: { url: expect.stringContaining(invitation) } },
    },
  ]);
  expect((await site.as(null).get(`/account-invitations/${invitation}`)).body).toEqual({
    email: 'rosa@example.org',
  });
  const other = await site.as(null).post('/accounts', { ...rosa, email: 'luz@example.org', invitation });
  expect(other).toMatchObject({
    status: 422,
    body: { fields: [{ code: 'accounts.invitation-other-email' }] },
  });
  expect((await site.as(null).post('/accounts', { ...rosa, invitation })).status).toBe(202);
});

test('an invitation that was taken back or has run out opens nothing', async () => {
  const site = await anInvitingSite();
  const withdrawn = await anInvitation(site);
  const old = await anInvitation(site);
  await site.as(site.steward).delete(`/site/invitations/${withdrawn.id}`);
  await site.db.execute(sql`update account_invitations set expires_at = now() - interval '1 second'`);
  for (const { token } of [withdrawn, old]) {
    expect((await site.as(null).get(`/account-invitations/${token}`)).status).toBe(404);
    expect((await site.as(null).post('/accounts', { ...rosa, invitation: token })).status).toBe(404);
  }
});

test('stewards list invitations without their links; for others there are none', async () => {
  const site = await anInvitingSite();
  const { id } = await anInvitation(site, { email: 'rosa@example.org' });
  const { body } = await site.as(site.steward).get('/site/invitations');
  expect(body).toEqual({
    rows: [
      {
        id,
        email: 'rosa@example.org',
        madeAt: expect.any(String),
        expiresAt: expect.any(String),
        usedAt: null,
      },
    ],
    next: null,
  });
  const stranger = site.as(await anAccount(site));
  expect((await stranger.get('/site/invitations')).status).toBe(404);
  expect((await stranger.post('/site/invitations', {})).status).toBe(404);
  expect((await stranger.delete(`/site/invitations/${id}`)).status).toBe(404);
});
