import { aSite } from '@groundwork/features/testing';
import { expect, test } from 'vitest';
import { buildApi } from './api.ts';

test('the head alone is to be had of what is a file or a short link, and of nothing else', async () => {
  const site = await aSite();
  const heads: string[] = [];
  const app = await buildApi(site.house, {
    onRoute: (method, url) => method === 'HEAD' && heads.push(url.replace('/api/v1', '')),
  });
  await app.ready();
  await app.close();
  expect(heads.sort()).toEqual([
    '/calendars/:sealed',
    '/campaigns/:slug/card.png',
    '/campaigns/:slug/frames/:frame/card.png',
    '/coalitions/:slug/events.ics',
    '/events/:slug.ics',
    '/events/:slug/card.png',
    '/files/:key',
    '/go/:code',
    '/groups/:slug/card.png',
    '/groups/:slug/events.ics',
    '/links/:code/qr.png',
    '/links/:code/qr.svg',
    '/rsvps/:sealed/calendar',
    '/site/icons/:icon.png',
  ]);
});
