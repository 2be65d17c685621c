import { expect, test } from 'vitest';
import { anAccount } from '../accounts/fixtures.ts';
import { aSite, TEST_ORIGIN } from '../testing.ts';
import { aGroup } from './fixtures.ts';

/** A red dot, PNG. */
const DOT = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAIAAACQd1PeAAAADElEQVR4nGP4z8AAAAMBAQDJ/pLvAAAAAElFTkSuQmCC',
  'base64',
);

type Site = Awaited<ReturnType<typeof aSite>>;
async function send(site: Site, payload: Buffer, token?: string, type = 'image/png') {
  const headers = { origin: TEST_ORIGIN, host: new URL(TEST_ORIGIN).host, 'content-type': type };
  const cookies: Record<string, string> = token ? { session: token } : {};
  const reply = await site.app.inject({ method: 'POST', url: '/api/v1/pictures', headers, cookies, payload });
  return { status: reply.statusCode, body: reply.json() };
}

test('a picture that a steward sends stands on the group’s page, for everyone and for good', async () => {
  const site = await aSite();
  const { slug, steward } = await aGroup(site);
  const sent = await send(site, DOT, steward.token);
  expect(sent).toMatchObject({ status: 201, body: { width: 1, height: 1, src: `/files/${sent.body.key}` } });
  const changed = await site.as(steward).patch(`/groups/${slug}`, { pictureKey: sent.body.key });
  expect(changed.body.picture).toEqual(sent.body);
  for (const file of [sent.body.key, `${sent.body.key}-480`]) {
    const shown = await site.as(null).get(`/files/${file}`);
    expect(shown).toMatchObject({
      status: 200,
      headers: { 'content-type': 'image/webp', 'x-content-type-options': 'nosniff' },
    });
    expect(shown.headers['cache-control']).toContain('immutable');
  }
});

test('a file that is no picture is refused, whatever it says it is', async () => {
  const site = await aSite();
  const { token } = await anAccount(site);
  const script = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>');
  for (const type of ['image/svg+xml', 'image/png', 'application/octet-stream']) {
    expect(await send(site, script, token, type)).toMatchObject({
      status: 422,
      body: { fields: [{ name: 'picture' }] },
    });
  }
});

test('strangers send none', async () => {
  const site = await aSite();
  expect((await send(site, DOT)).status).toBe(401);
});

test('the address of pictures serves nothing but pictures', async () => {
  const site = await aSite();
  const key = '0'.repeat(32);
  await site.house.files.put(key, Buffer.from('name,email'));
  expect((await site.as(null).get(`/files/${key}`)).status).toBe(404);
  expect((await site.as(null).get('/files/..%2F..%2Fsecret')).status).toBe(404);
});
