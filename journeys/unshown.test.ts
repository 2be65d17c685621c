import { anAccount } from '@groundwork/features/accounts/fixtures';
import { aCampaign, aSignature } from '@groundwork/features/campaigns/fixtures';
import { aGroup } from '@groundwork/features/groups/fixtures';
import { aMessage, aTalk } from '@groundwork/features/messaging/fixtures';
import { aSite, type TestSite } from '@groundwork/features/testing';
import { say } from '@groundwork/words';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, expect, test } from 'vitest';
import { startWeb } from './processes.ts';

test('a message of an address and eight thousand brackets is shown, and so is what follows it', async () => {
  const site = await aSite({ apart: true });
  const { general, member } = await aTalk(site);
  await aMessage(site, { by: member, channelId: general.id, body: `http://a${')'.repeat(7992)}` });
  await aMessage(site, { by: member, channelId: general.id, body: 'Who brings the keys?' });
  const page = await readerOf(site);
  const { status, html } = await page(`/messages/${general.id}`, member);
  expect(status).toBe(200);
  expect(html).toContain('))))))');
  expect(html).toContain('Who brings the keys?');
});

test('colours typed into a message cost its readers nothing', async () => {
  const site = await aSite({ apart: true });
  const { general, member } = await aTalk(site);
  await aMessage(site, {
    by: member,
    channelId: general.id,
    body: 'see data-accent="#12ab34" and <p data-accent="#12ab34">',
  });
  const page = await readerOf(site);
  const { html } = await page(`/messages/${general.id}`, member);
  expect(html).toContain('#12ab34');
  expect(html).not.toContain('[data-accent="#12ab34"]');
});

test('a message that cannot be shown says so in its place, and the others stand', async () => {
  const site = await aSite({ apart: true });
  const { general, member } = await aTalk(site);
  for (const body of ['before', 'BROKEN', 'after'])
    await aMessage(site, { by: member, channelId: general.id, body });
  const page = await readerOf(site, (text) => text.replace('"body":"BROKEN"', '"body":null'));
  const { html } = await page(`/messages/${general.id}`, member);
  for (const words of ['before', 'after', say('en', 'messaging.unshown')]) expect(html).toContain(words);
});

test('an update or a signature that cannot be shown says so in its place, and the campaign stands', async () => {
  const site = await aSite({ apart: true });
  const steward = await anAccount(site);
  const group = await aGroup(site, { steward });
  const campaign = await aCampaign(site, group, steward, { story: 'Our story.' });
  for (const title of ['BROKEN', 'We won a hearing'])
    await site.as(steward).post(`${campaign.path}/updates`, { title, body: 'News.' });
  await aSignature(site, campaign, { name: 'Broken Name', comment: 'BROKEN', showName: true });
  await aSignature(site, campaign, { name: 'Ana Rojas', comment: 'For my children.', showName: true });
  const page = await readerOf(site, (text) => text.replaceAll('"BROKEN"', '{"toString":null}'));
  const { html } = await page(campaign.path);
  const unshown = [say('en', 'campaigns.updates.unshown'), say('en', 'campaigns.recent.unshown')];
  for (const words of ['Our story.', 'We won a hearing', 'For my children.', ...unshown])
    expect(html).toContain(words);
});

const { web, between } = await thePages();
afterAll(async () => {
  await web.stop();
  between.close();
});

/** What stands between the pages and the site: its address, and some of its words that come through garbled. */
let api = '';
let garble = (text: string) => text;

/** Reads built pages over a site's api, which answers as ever but for what is garbled on the way. */
async function readerOf(site: TestSite, garbling = (text: string) => text) {
  api = await site.app.listen({ host: '127.0.0.1', port: 0 });
  garble = garbling;
  return async (path: string, account?: { token: string }) => {
    const headers = { ...(account && { cookie: `session=${account.token}` }) };
    const answer = await fetch(web.url + path, { headers });
    return { status: answer.status, html: await answer.text() };
  };
}

async function thePages() {
  const between = createServer((request, response) => void pass(request, response));
  await new Promise<void>((ready) => between.listen(0, '127.0.0.1', ready));
  const { port } = between.address() as AddressInfo;
  return { between, web: await startWeb({ API_URL: `http://127.0.0.1:${port}` }) };
}

async function pass({ url = '/', headers }: IncomingMessage, response: ServerResponse) {
  const { cookie = '', 'accept-language': language = 'en' } = headers;
  const answer = await fetch(api + url, { headers: { cookie, 'accept-language': language } });
  const text = garble(await answer.text());
  response.writeHead(answer.status, { 'content-type': answer.headers.get('content-type') ?? '' }).end(text);
}
