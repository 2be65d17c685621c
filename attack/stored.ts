import { newId } from '@groundwork/database';
import { existsSync } from 'node:fs';
import { chromium, type Browser } from 'playwright-core';
import type { Viewer } from './api.ts';
import type { Ask } from './ask.ts';
import { markup } from './corpus.ts';
import type { Tried } from './verdict.ts';

const CHROMIUM = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find(
  existsSync,
);
const GROUP = '/api/v1/groups/eastside-tenants-union';

/** Writes markup wherever a page shows what was typed, and looks at those pages in a real browser. */
export async function attackReaders(url: string, ask: Ask, organizer: Viewer): Promise<Tried> {
  const paths = await plant(ask, organizer);
  const broken: string[] = [];
  const browser = await chromium.launch({
    ...(CHROMIUM && { executablePath: CHROMIUM }),
    args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--disable-component-update'],
  });
  try {
    for (const path of paths) broken.push(...(await look(browser, url, path, organizer)));
  } finally {
    await browser.close();
  }
  return { name: 'pages that show stored markup, in a browser', count: paths.length, broken };
}

/** Resolves to the pages on which it should now stand. */
async function plant(ask: Ask, { cookie }: Viewer): Promise<string[]> {
  const write = async (method: string, path: string, body: object) => {
    const headers = { 'content-type': 'application/json' };
    const answer = await ask({ method, path, as: cookie, headers, body: JSON.stringify(body) });
    if (answer.status >= 300)
      throw new Error(`${method} ${path} was answered ${answer.status}: ${answer.body}`);
    return JSON.parse(answer.body || '{}') as Record<string, string>;
  };
  const campaign = await write('POST', `${GROUP}/campaigns`, {
    ...{
      title: '<img src=x onerror=alert(1)>',
      ask: '</script><script>alert(1)</script>',
      action: 'petition',
    },
    story: markup,
  });
  await write('PUT', `/api/v1/campaigns/${campaign.slug}/publication`, {});
  const tomorrow = new Date(Date.now() + 86_400_000).toISOString().slice(0, 10);
  const event = await write('POST', `${GROUP}/events`, {
    ...{ title: '"><svg onload=alert(1)>', summary: '<script>alert(1)</script>', about: markup },
    ...{ starts: `${tomorrow}T18:00`, ends: `${tomorrow}T20:00`, timeZone: 'UTC', held: 'in-person' },
    ...{ placeName: '<img src=x onerror=alert(1)>', address: '"><script>alert(1)</script>' },
  });
  await write('PUT', `/api/v1/events/${event.slug}/publication`, {});
  const channel = await write('POST', `${GROUP}/channels`, { name: '<b>talk</b>' });
  await write('POST', `/api/v1/channels/${channel.id}/messages`, { id: newId(), body: markup });
  return [
    `/campaigns/${campaign.slug}`,
    `/events/${event.slug}`,
    `/messages/${channel.id}`,
    '/campaigns',
    '/events',
    '/',
  ];
}

async function look(browser: Browser, url: string, path: string, { cookie = '' }: Viewer): Promise<string[]> {
  const context = await browser.newContext();
  const found: string[] = [];
  const cookies = cookie.split('; ').map((pair) => {
    const [name = '', ...value] = pair.split('=');
    return { name, value: value.join('='), url };
  });
  await context.addCookies(cookies);
  const page = await context.newPage();
  page.on('dialog', (dialog) => {
    found.push(`${path}: a script ran`);
    void dialog.dismiss();
  });
  page.on('request', (asked) => {
    if (new URL(asked.url()).host !== new URL(url).host)
      found.push(`${path}: asked ${asked.url().slice(0, 80)}`);
  });
  const answer = await page.goto(url + path, { waitUntil: 'load' });
  if (answer?.status() !== 200) found.push(`${path}: ${answer?.status()}`);
  if ((await page.title()).includes('broken in')) found.push(`${path}: a script ran`);
  await context.close();
  return found;
}
