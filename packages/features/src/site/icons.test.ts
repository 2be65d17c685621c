import { expect, test } from 'vitest';
import { aSite } from '../testing.ts';

test('the site has icons for anyone, kept for a day, and asked for again by what they are', async () => {
  const site = await aSite();
  for (const icon of ['192', '512', 'mask']) {
    const path = `/site/icons/${icon}.png`;
    const { status, headers } = await site.as(null).get(path);
    expect([status, headers['content-type'], headers['cache-control']]).toEqual([
      ...[200, 'image/png', 'public, max-age=86400'],
    ]);
    const known = { 'if-none-match': String(headers.etag) };
    const again = await site.app.inject({ url: `/api/v1${path}`, headers: known });
    expect([again.statusCode, again.body]).toEqual([304, '']);
  }
  expect((await site.as(null).get('/site/icons/4096.png')).status).toBe(400);
});
