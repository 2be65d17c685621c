import { sql } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { aGroup, aMember, type AGroup } from '../../groups/fixtures.ts';
import { anAccount } from '../../accounts/fixtures.ts';
import { aSite, type TestSite } from '../../testing.ts';
import { aCampaign, aCarriedCampaign, aFrame, aSponsor, aSponsorFrame } from '../fixtures.ts';

const WORDS = { title: 'Keep the block online', ask: 'It is the only free line.' };
const see = async (site: TestSite, who: Parameters<TestSite['as']>[0], path: string) =>
  (await site.as(who).get(path)).status;

test('its link leads to its page', async () => {
  const site = await aSite();
  const { home, campaign } = await aCarriedCampaign(site);
  const frame = await aFrame(site, campaign, home.steward);
  expect((await site.as(null).get(`/go/${frame.code}`)).body.path).toBe(frame.path);
});

test('what a group that stands with it writes is out when the home group says yes, and not before', async () => {
  const site = await aSite();
  const { home, riders, campaign } = await aCarriedCampaign(site);
  const draft = await aSponsorFrame(site, campaign, riders);
  const all = async () =>
    Promise.all([null, home.steward, riders.steward].map((who) => see(site, who, draft.path)));
  expect(await all()).toEqual([404, 404, 200]);
  await site.as(riders.steward).put(`${draft.path}/question`);
  expect(await all()).toEqual([404, 200, 200]);
  expect((await site.as(riders.steward).put(`${draft.path}/publication`, { version: 1 })).status).toBe(403);
  expect((await site.as(home.steward).put(`${draft.path}/publication`, { version: 1 })).status).toBe(204);
  expect(await all()).toEqual([200, 200, 200]);
  const told = (await site.mails()).filter(({ key }) => key.startsWith('campaigns.frame-'));
  expect(told.map(({ key, toAddress }) => [key.split(':')[0], toAddress])).toEqual([
    ['campaigns.frame-asked', home.steward.email],
    ['campaigns.frame-published', riders.steward.email],
  ]);
});

test('whoever stands with it not, or does not publish, writes none', async () => {
  const site = await aSite();
  const { home, riders, campaign, sponsorship } = await aCarriedCampaign(site);
  const other = await aGroup(site);
  const write = async (who: Parameters<TestSite['as']>[0], path: string) =>
    (await site.as(who).post(`${path}/frames`, WORDS)).status;
  expect(await write(await aMember(site, riders), sponsorship)).toBe(403);
  expect(await write(home.steward, sponsorship)).toBe(403);
  expect(await write(null, sponsorship)).toBe(401);
  expect(await write(other.steward, `/groups/${other.slug}/sponsorships/${campaign.slug}`)).toBe(404);
  expect(await write(riders.steward, campaign.path)).toBe(403);
  expect(await write(await aMember(site, home), campaign.path)).toBe(403);
  expect(await write(await aMember(site, riders, 'organizer'), sponsorship)).toBe(201);
});

test('a no carries a word, and it can be asked again', async () => {
  const site = await aSite();
  const { home, riders, campaign } = await aCarriedCampaign(site);
  const frame = await aSponsorFrame(site, campaign, riders, { asks: true });
  expect((await site.as(riders.steward).put(`${frame.path}/refusal`, { word: 'No' })).status).toBe(403);
  await site.as(home.steward).put(`${frame.path}/refusal`, { word: 'Say less of the price.' });
  expect(await see(site, home.steward, frame.path)).toBe(404);
  const { body } = await site.as(riders.steward).get(frame.path);
  expect(body.frame).toMatchObject({ state: 'draft', written: { answer: 'Say less of the price.' } });
  const mails = await site.mails();
  expect(mails.at(-1)).toMatchObject({
    toAddress: riders.steward.email,
    subject: expect.stringContaining('says no'),
  });
  expect(JSON.stringify(mails.at(-1))).toContain('Say less of the price.');
  expect((await site.as(riders.steward).put(`${frame.path}/question`)).status).toBe(204);
});

test('the home group says yes to what it read, and that stays', async () => {
  const site = await aSite();
  const { home, riders, campaign } = await aCarriedCampaign(site);
  const frame = await aSponsorFrame(site, campaign, riders, { asks: true });
  const change = () => site.as(riders.steward).patch(frame.path, { title: 'Something else' });
  expect((await change()).status).toBe(409);
  await site.as(riders.steward).delete(`${frame.path}/question`);
  expect((await change()).status).toBe(204);
  await site.as(riders.steward).put(`${frame.path}/question`);
  const yes = (version: number) => site.as(home.steward).put(`${frame.path}/publication`, { version });
  expect(await yes(1)).toMatchObject({ status: 409, body: { code: 'campaigns.frame-changed' } });
  expect((await yes(2)).status).toBe(204);
  expect((await change()).status).toBe(409);
});

test('either side takes it off, its link then leads to the campaign, and whoever took it off can undo that', async () => {
  const site = await aSite();
  const { home, riders, campaign } = await aCarriedCampaign(site);
  const frame = await aSponsorFrame(site, campaign, riders, { home: home.steward });
  const off = (who: AGroup['steward']) => site.as(who).delete(`${frame.path}/publication`);
  expect((await site.as(await anAccount(site)).delete(`${frame.path}/publication`)).status).toBe(403);
  expect((await off(home.steward)).status).toBe(204);
  expect(await see(site, null, frame.path)).toBe(404);
  expect((await site.as(null).get(`/go/${frame.code}`)).body.path).toBe(campaign.path);
  expect((await site.mails()).at(-1)).toMatchObject({ toAddress: riders.steward.email });
  expect((await site.as(home.steward).put(`${frame.path}/publication`, { version: 1 })).status).toBe(204);
  expect((await site.as(null).get(`/go/${frame.code}`)).body.path).toBe(frame.path);
  expect((await off(riders.steward)).status).toBe(204);
  expect((await site.as(home.steward).put(`${frame.path}/publication`, { version: 1 })).status).toBe(409);
  await site.as(riders.steward).put(`${frame.path}/question`);
  expect((await site.as(home.steward).put(`${frame.path}/publication`, { version: 1 })).status).toBe(204);
  expect(await see(site, null, frame.path)).toBe(200);
});

test('a group that stands with it no longer takes what it told along', async () => {
  const site = await aSite();
  const { home, riders, campaign, sponsorship } = await aCarriedCampaign(site);
  const [frame, asked] = [
    await aSponsorFrame(site, campaign, riders, { home: home.steward }),
    await aSponsorFrame(site, campaign, riders, { asks: true }),
  ];
  await site.as(riders.steward).delete(sponsorship);
  expect([await see(site, null, frame.path), await see(site, home.steward, asked.path)]).toEqual([404, 404]);
  await aSponsor(site, campaign, { by: home.steward, group: riders });
  expect(await see(site, null, frame.path)).toBe(404);
});

test('what a template left open is not put out, and the field says so', async () => {
  const site = await aSite();
  const { home, riders, campaign } = await aCarriedCampaign(site);
  const open = {
    ask: 'For [how many homes] it is the only line.',
    story: 'See [the minutes](https://example.org).',
  };
  const own = await aFrame(site, campaign, home.steward, { ...open, isDraft: true });
  const theirs = await aSponsorFrame(site, campaign, riders, open);
  const refused = { status: 422, body: { fields: [{ name: 'ask', code: 'campaigns.frame-gap' }] } };
  expect(await site.as(home.steward).put(`${own.path}/publication`, { version: 1 })).toMatchObject(refused);
  expect(await site.as(riders.steward).put(`${theirs.path}/question`)).toMatchObject(refused);
  await site.as(home.steward).patch(own.path, { ask: 'For 40 homes it is the only line.' });
  expect((await site.as(home.steward).put(`${own.path}/publication`, { version: 2 })).status).toBe(204);
});

test('a campaign has eight out, also where two are put out at once', async () => {
  const site = await aSite();
  const { home, riders, campaign } = await aCarriedCampaign(site);
  for (let one = 0; one < 7; one += 1) await aFrame(site, campaign, home.steward);
  const [own, theirs] = [
    await aFrame(site, campaign, home.steward, { isDraft: true }),
    await aSponsorFrame(site, campaign, riders, { asks: true }),
  ];
  const put = await Promise.all(
    [own, theirs].map(({ path }) => site.as(home.steward).put(`${path}/publication`, { version: 1 })),
  );
  expect(put.map(({ status }) => status).toSorted()).toEqual([204, 409]);
  expect((await site.as(home.steward).post(`${campaign.path}/frames`, WORDS)).body.code).toBe(
    'campaigns.frames-most',
  );
});

test('a frame is where its campaign is: not of a draft, a hidden or a private one, nor told by a group that is hidden or frozen', async () => {
  const site = await aSite();
  const { home, riders, campaign } = await aCarriedCampaign(site);
  const frame = await aSponsorFrame(site, campaign, riders, { home: home.steward });
  const seen = async (table: 'campaigns' | 'groups', id: string, change: string) => {
    await site.db.execute(sql`update ${sql.raw(table)} set ${sql.raw(change)} where id = ${id}`);
    return see(site, null, frame.path);
  };
  expect(await seen('campaigns', campaign.id, 'hidden_at = now()')).toBe(404);
  expect(await seen('campaigns', campaign.id, 'hidden_at = null')).toBe(200);
  expect(await seen('groups', riders.id, 'frozen_at = now()')).toBe(404);
  expect(await seen('groups', riders.id, 'frozen_at = null')).toBe(200);
  expect(await seen('groups', riders.id, 'hidden_at = now()')).toBe(404);
  expect(await seen('groups', riders.id, "hidden_at = null, visibility = 'private'")).toBe(404);
  expect(await seen('groups', riders.id, "visibility = 'public'")).toBe(200);
  expect(await seen('groups', home.id, "visibility = 'private'")).toBe(404);
});

test('a frame of a draft is written, and not put out', async () => {
  const site = await aSite();
  const home = await aGroup(site);
  const draft = await aCampaign(site, home, home.steward, { state: 'draft' });
  const frame = await aFrame(site, draft, home.steward, { isDraft: true });
  expect((await site.as(home.steward).put(`${frame.path}/publication`, { version: 1 })).body.code).toBe(
    'campaigns.frame-state',
  );
});

test('a letter that organizations sign is told in one way', async () => {
  const site = await aSite();
  const home = await aGroup(site);
  const letter = await aCampaign(site, home, home.steward, { action: 'sign_on' });
  expect((await site.as(home.steward).post(`${letter.path}/frames`, WORDS)).body.code).toBe(
    'campaigns.frame-of-letter',
  );
});

test('what strangers may not see is not asked for', async () => {
  const site = await aSite();
  const { riders, campaign } = await aCarriedCampaign(site);
  const frame = await aSponsorFrame(site, campaign, riders);
  await site.db.execute(sql`update groups set visibility = 'private' where id = ${riders.id}`);
  expect((await site.as(riders.steward).put(`${frame.path}/question`)).body.code).toBe(
    'campaigns.frame-private',
  );
});

test('a draft that was never out is deleted, and what was out is not', async () => {
  const site = await aSite();
  const { home, campaign } = await aCarriedCampaign(site);
  const draft = await aFrame(site, campaign, home.steward, { isDraft: true });
  const out = await aFrame(site, campaign, home.steward);
  expect((await site.as(home.steward).delete(draft.path)).status).toBe(204);
  expect(await see(site, home.steward, draft.path)).toBe(404);
  expect((await site.as(home.steward).delete(out.path)).status).toBe(409);
});

test('those who decide about a report of the campaign read what its frames say', async () => {
  const site = await aSite();
  const { home, riders, campaign } = await aCarriedCampaign(site);
  await aSponsorFrame(site, campaign, riders, { home: home.steward, story: 'Harsh words.' });
  await aSponsorFrame(site, campaign, riders, { story: 'Not out.' });
  const reporter = await anAccount(site);
  const asked = { kind: 'campaign', key: campaign.slug };
  const { body } = await site.as(reporter).get(`/subjects/${asked.kind}/${asked.key}`);
  expect(JSON.stringify(body)).toContain('Harsh words.');
  expect(JSON.stringify(body)).not.toContain('Not out.');
});

test('the link to a frame follows its campaign to another address', async () => {
  const site = await aSite();
  const { home, campaign } = await aCarriedCampaign(site);
  const frame = await aFrame(site, campaign, home.steward);
  const former = `/campaigns/draft-${campaign.id.replaceAll('-', '')}/frames/draft-${frame.id.replaceAll('-', '')}`;
  expect((await site.as(null).get(former)).body.frame.slug).toBe(frame.slug);
});
