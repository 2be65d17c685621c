import { anAccount } from '@groundwork/features/accounts/fixtures';
import { aSite, type TestSite } from '@groundwork/features/testing';
import { expect, onTestFinished, test } from 'vitest';
import { buildApi } from './api.ts';

async function reachedBy(site: TestSite, publicUrl: string) {
  const { house } = site;
  const app = await buildApi({ ...house, settings: { ...house.settings, publicUrl } });
  onTestFinished(() => app.close());
  return app;
}

test('a site that is reached by TLS tells browsers to come by nothing else', async () => {
  const site = await aSite();
  const secure = await reachedBy(site, 'https://example.org');
  const { headers } = await secure.inject('/api/v1/session');
  expect(headers['strict-transport-security']).toBe('max-age=31536000');
  // Else they would never come back to one that has no TLS.
  const plain = await site.as(null).get('/session');
  expect(plain.headers['strict-transport-security']).toBeUndefined();
});

test('a cookie as earlier versions set it signs in once more, and is replaced by one of this host alone', async () => {
  const site = await aSite();
  const { token, email } = await anAccount(site);
  const secure = await reachedBy(site, 'https://example.org');
  const { headers, body } = await secure.inject({ url: '/api/v1/session', cookies: { session: token } });
  expect(JSON.parse(body).viewer).toMatchObject({ email });
  expect(headers['set-cookie']).toEqual([
    expect.stringMatching(/^__Host-session=[\w-]+; .*Path=\/;.*Secure/),
    expect.stringMatching(/^session=; .*Max-Age=0/),
  ]);
  // Whoever has the new one is left alone, and one that signs nobody in is not made into one that might.
  for (const cookie of [`__Host-session=${token}`, 'session=made-up']) {
    const answer = await secure.inject({ url: '/api/v1/session', headers: { cookie } });
    expect(answer.headers['set-cookie']).toBeUndefined();
  }
});

test('the pages that describe the api ask no other host', async () => {
  const site = await aSite();
  const app = await reachedBy(site, 'http://example.org');
  const { headers, statusCode } = await app.inject('/api/docs/');
  expect(statusCode).toBe(200);
  const policy = String(headers['content-security-policy']);
  expect(policy).toContain("default-src 'self'");
  expect(policy).not.toMatch(/https?:|\.[a-z]{2,}|upgrade-insecure/);
});
