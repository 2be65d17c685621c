import { anAccount } from '@groundwork/features/accounts/fixtures';
import { aSite, TEST_ORIGIN } from '@groundwork/features/testing';
import { expect, test } from 'vitest';

const host = new URL(TEST_ORIGIN).host;
const ELSEWHERE = 'https://elsewhere.example';

test.for([
  [{ origin: TEST_ORIGIN }, 200],
  [{ origin: ELSEWHERE }, 403],
  [{ origin: 'null' }, 403],
  [{ origin: ELSEWHERE, 'sec-fetch-site': 'same-origin', referer: `${TEST_ORIGIN}/account` }, 403],
  [{}, 403],
  [{ referer: `${TEST_ORIGIN}/account` }, 200],
  [{ referer: `${ELSEWHERE}/${TEST_ORIGIN}` }, 403],
  [{ referer: `http://${host}@elsewhere.example/` }, 403],
  [{ 'sec-fetch-site': 'same-origin' }, 200],
  [{ 'sec-fetch-site': 'same-site' }, 403],
  [{ 'sec-fetch-site': 'cross-site', referer: `${TEST_ORIGIN}/account` }, 403],
] satisfies [Record<string, string>, number][])(
  'a change in a member’s name is heard by what the browser says of its page: %j is %i',
  async ([said, status]) => {
    const site = await aSite();
    const ana = await anAccount(site);
    const { statusCode, body, headers } = await site.app.inject({
      method: 'PATCH',
      url: '/api/v1/account',
      headers: { host, ...said },
      cookies: { session: ana.token, language: 'es' },
      payload: { name: 'Ana' },
    });
    expect(statusCode).toBe(status);
    if (status === 200) return;
    expect(headers['content-type']).toContain('application/problem+json');
    expect(JSON.parse(body)).toMatchObject({
      code: 'foreign-origin',
      detail: expect.stringMatching(/.{40}/),
    });
  },
);

test('a request without a session has no rights to abuse, whatever other cookies there are', async () => {
  const site = await aSite();
  const asked = async (headers: Record<string, string>) => {
    const url = '/api/v1/password-resets';
    const payload = { email: 'nobody@example.org' };
    const cookies = { language: 'es' };
    const { statusCode } = await site.app.inject({
      method: 'POST',
      url,
      headers: { host, ...headers },
      cookies,
      payload,
    });
    return statusCode;
  };
  expect(await asked({})).toBeLessThan(300);
  expect(await asked({ origin: ELSEWHERE })).toBe(403);
  expect(await asked({ 'sec-fetch-site': 'cross-site' })).toBe(403);
});
