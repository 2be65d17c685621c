import { say } from '@groundwork/words';
import type { Page } from 'playwright-core';
import { createServer, type Server } from 'node:http';
import { expect } from 'vitest';
import { freePort } from './ports.ts';
import type { RunningSite } from './site.ts';
import { knock, open } from './steps.ts';

/** Another site, which shows what was pasted into it. */
export type Elsewhere = { server: Server; url: string; pasted: string };

export async function startElsewhere(): Promise<Elsewhere> {
  const port = await freePort();
  const other = { pasted: '', url: `http://127.0.0.1:${port}/` };
  const server = createServer((_request, response) => {
    response.setHeader('content-type', 'text/html; charset=utf-8');
    response.end(`<!doctype html><html lang="en"><title>Elsewhere</title><h1>Elsewhere</h1>${other.pasted}`);
  }).listen(port, '127.0.0.1');
  return Object.assign(other, { server });
}

/** Another group of the same steward stands with a campaign, or holds an event too. */
export async function standsWith(
  site: RunningSite,
  steward: Page,
  { path, name }: { path: string; name: string },
): Promise<{ slug: string; path: string }> {
  const draft = await knock(site, steward, { method: 'POST', path: '/groups', data: { name } });
  const { pool } = site.database;
  const { rows } = await pool.query<{ id: string }>('select id from groups where name = $1', [name]);
  await knock(site, steward, { method: 'PUT', path: `/site/groups/${rows[0]?.id}/vouching` });
  const { slug } = await knock(site, steward, { method: 'GET', path: `/groups/${draft.slug}` });
  await knock(site, steward, { method: 'PUT', path: `${path}/sponsors/${slug}`, data: {} });
  const answer = { method: 'PUT', path: answerPath(slug, path), data: { answer: 'yes' } };
  await knock(site, steward, answer);
  return { slug, path: `/groups/${slug}` };
}

/** Where a group answers, and leaves again. */
export function answerPath(group: string, path: string): string {
  const [, kind, slug] = path.split('/');
  return `/groups/${group}/${kind === 'events' ? 'event-sponsorships' : 'sponsorships'}/${slug}`;
}

/** The code on each of these pages, and the short link in it; no two are for one link. */
export async function codesToPaste(site: RunningSite, steward: Page, places: string[]) {
  const codes = [];
  for (const path of places) {
    await open(steward, site.url + path);
    const code = await steward.getByLabel(say('en', 'embed.code')).inputValue();
    codes.push({ code, link: /\/go\/([a-z0-9-]+)"/.exec(code)?.[1] ?? '' });
  }
  expect(new Set(codes.map(({ link }) => link)).size).toBe(places.length);
  return codes;
}

/** Somebody fills in the form of the frame that a page shows: a stranger there, whoever is signed in on the site. */
export async function fillsFrame(page: Page, typed: Record<string, string>, button: string): Promise<void> {
  const frame = page.frameLocator('iframe');
  expect(await frame.locator('header, nav, footer').count()).toBe(0);
  expect(await frame.locator('[name="name"]').inputValue()).toBe('');
  for (const [name, value] of Object.entries(typed)) await frame.locator(`[name="${name}"]`).fill(value);
  const sending = page.waitForResponse((answer) => answer.request().method() === 'POST');
  await frame.getByRole('button', { name: button }).click();
  expect(await (await sending).headerValue('set-cookie')).toBeNull();
}

/** How often all the links of a site were visited. */
export async function countVisits(site: RunningSite): Promise<number> {
  const { rows } = await site.database.pool.query<{ sum: number }>(
    'select coalesce(sum(count), 0)::int as sum from link_visits',
  );
  return rows[0]?.sum ?? 0;
}
