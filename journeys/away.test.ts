import { newId, type connect } from '@groundwork/database';
import { sql } from 'drizzle-orm';
import { createServer, request, type RequestListener } from 'node:http';
import { expect, onTestFinished, test } from 'vitest';
import { aBusySite } from './busy.ts';
import { freePort } from './ports.ts';
import { startApi, startWeb, type Process } from './processes.ts';

test('a form keeps what was typed while the api is away, for members and strangers, and goes through once it is back', async () => {
  const { env, tokens, campaign, db } = await aBusySite();
  const api = await ended(startApi(env));
  // Just started, it has seen no page that it could show meanwhile.
  const web = await ended(startWeb({ PUBLIC_URL: api.url, API_URL: api.url }));
  await api.kill();

  const asMember = visit(web.url, { origin: api.url, cookie: `session=${tokens[0] ?? ''}` });
  const group = await asMember('/groups/new', {
    name: 'Riverside <Tenants>',
    purpose: 'Warm homes.\nNow.',
  });
  const asStranger = visit(web.url, { origin: api.url });
  const signature = await asStranger(`/campaigns/${campaign.slug}`, {
    name: 'Nadia Haddad',
    email: 'nadia.away@example.org',
    comment: 'Since 1987 "here" & staying',
  });
  for (const { status, page, retryAfter } of [group, signature])
    expect({ status, retryAfter, hasHeading: page.includes('What you typed is kept here') }).toEqual({
      ...{ status: 503, retryAfter: '2', hasHeading: true },
    });
  expect(answersIn(group.page)).toMatchObject({
    name: 'Riverside <Tenants>',
    purpose: 'Warm homes.\nNow.',
  });

  await api.start();
  expect((await asMember('/groups/new', answersIn(group.page))).leadsTo).toMatch(/^\/groups\//);
  const sent = await asStranger(`/campaigns/${campaign.slug}`, answersIn(signature.page));
  expect(sent.leadsTo).toBe(`/campaigns/${campaign.slug}/thanks`);
  expect(await signed(db)).toEqual([{ comment: 'Since 1987 "here" & staying' }]);
});

test('a form keeps what was typed when its session has ended meanwhile, and goes through for whoever signs in again', async () => {
  const { env, tokens, channel, db } = await aBusySite();
  const api = await ended(startApi(env));
  const web = await ended(startWeb({ PUBLIC_URL: api.url, API_URL: api.url }));
  const room = `/messages/${channel.id}`;
  const message = { id: newId(), body: 'Bring the keys,\n"both" & <torch>.' };
  const signedOut = visit(web.url, { origin: api.url, cookie: 'session=ended' });
  const { status, page } = await signedOut(`${room}?/send`, { ...message, password: 'of nobody' });
  expect({ status, keepsSecret: page.includes('of nobody') }).toEqual({ status: 401, keepsSecret: false });
  expect(page).toContain(`href="/sign-in?next=${encodeURIComponent(room)}"`);
  expect(answersIn(page)).toMatchObject(message);

  const asMember = visit(web.url, { origin: api.url, cookie: `session=${tokens[0] ?? ''}` });
  await asMember(`${room}?/send`, answersIn(page));
  const { rows } = await db.execute(sql`select body from messages where id = ${message.id}`);
  expect(rows).toEqual([{ body: message.body }]);
});

test('an answer that is lost on its way is asked for once more, and one person signs once', async () => {
  const { env, campaign, db } = await aBusySite();
  const api = await ended(startApi(env));
  let lost = 0;
  const between = await aLine((asked, answer) => {
    const { method, url, headers } = asked;
    const passed = request(api.url + (url ?? ''), { method, headers }, (response) => {
      if (method === 'POST' && lost++ === 0) {
        response.resume();
        return answer.destroy();
      }
      answer.writeHead(response.statusCode ?? 502, response.headers);
      return response.pipe(answer);
    });
    asked.pipe(passed);
  });
  const web = await ended(startWeb({ PUBLIC_URL: between, API_URL: between }));
  const asStranger = visit(web.url, { origin: between });
  const sent = await asStranger(`/campaigns/${campaign.slug}`, {
    name: 'Nadia Haddad',
    email: 'nadia.lost@example.org',
  });
  expect(sent.leadsTo).toBe(`/campaigns/${campaign.slug}/thanks`);
  expect(lost).toBe(2);
  expect(await signed(db)).toHaveLength(1);
  const { rowCount } = await db.execute(sql`select from mails`);
  expect(rowCount).toBe(1);
});

/** Sends forms as a browser without JavaScript does. */
function visit(url: string, headers: Record<string, string>) {
  return async (path: string, answers: Record<string, string>) => {
    const body = new URLSearchParams(answers);
    const answer = await fetch(url + path, {
      ...{ method: 'POST', redirect: 'manual', body },
      headers: { ...headers, accept: 'text/html', 'accept-language': 'en' },
    });
    const leadsTo = answer.headers.get('location');
    return {
      status: answer.status,
      page: await answer.text(),
      leadsTo,
      retryAfter: answer.headers.get('retry-after'),
    };
  };
}

/** What the page would send again. */
function answersIn(page: string): Record<string, string> {
  const fields = page.matchAll(/<input type="hidden" name="([^"]+)" value="([^"]*)"/g);
  return Object.fromEntries([...fields].map(([, name = '', value = '']) => [name, plain(value)]));
}

function plain(value: string) {
  return value.replaceAll('&quot;', '"').replaceAll('&lt;', '<').replaceAll('&amp;', '&');
}

async function signed(db: ReturnType<typeof connect>['db']) {
  return (await db.execute(sql`select comment from signatures`)).rows;
}

async function aLine(listener: RequestListener): Promise<string> {
  const port = await freePort();
  const server = createServer(listener);
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return `http://127.0.0.1:${port}`;
}

async function ended(starting: Promise<Process>): Promise<Process> {
  const process_ = await starting;
  onTestFinished(() => process_.kill());
  return process_;
}
