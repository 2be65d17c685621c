import { sql } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { aGroup, aMember, type AGroup } from '../../groups/fixtures.ts';
import { aSite, type TestSite } from '../../testing.ts';
import { aCampaign, aSignature, aSponsor } from '../fixtures.ts';
import { hideCampaign } from '../hidings/actions.ts';

const news = { title: 'Riders block the depot', body: 'We were **90** at the gate.' };

test('a group that stands with a campaign posts on its page under its own name, where the home group says so', async () => {
  const site = await aSite();
  const { home, riders, campaign, post, open } = await aCarried(site);
  expect(await post()).toMatchObject({ status: 403, body: { code: 'campaigns.sponsors-post-not' } });
  await open(true);
  const organizer = await aMember(site, riders, 'organizer');
  const { status, body } = await post(organizer);
  expect([status, body.title]).toEqual([201, news.title]);
  await site.as(home.steward).post(`${campaign.path}/updates`, { title: 'Ours', body: 'Our word.' });
  expect((await site.as(null).get(campaign.path)).body.updates).toMatchObject([
    { title: 'Ours', sponsor: null },
    {
      ...{ id: body.id, title: news.title, offBy: null },
      bodyHtml: expect.stringContaining('<strong>90</strong>'),
      sponsor: { slug: riders.slug, name: riders.name, language: 'en' },
    },
  ]);
  await open(false);
  expect((await post()).status).toBe(403);
  expect((await site.as(null).get(campaign.path)).body.updates).toHaveLength(2);
});

test('who may edit the campaign says whether sponsors post; a member, a stranger and a sponsor do not', async () => {
  const site = await aSite();
  const { home, riders, campaign } = await aCarried(site);
  const member = await aMember(site, home);
  const say = async (who: Parameters<TestSite['as']>[0]) =>
    (await site.as(who).patch(campaign.path, { sponsorsPost: true })).status;
  expect(await say(null)).toBe(401);
  for (const who of [member, riders.steward]) expect(await say(who)).toBe(403);
  expect((await site.as(null).get(campaign.path)).body.sponsorsPost).toBe(false);
  expect(await say(await aMember(site, home, 'organizer'))).toBe(200);
  expect((await site.as(null).get(campaign.path)).body.sponsorsPost).toBe(true);
});

test('nobody posts for a group who does not publish for it, nor for one that does not stand with the campaign', async () => {
  const site = await aSite();
  const { home, riders, campaign, post, open } = await aCarried(site);
  await open(true);
  expect((await post(null)).status).toBe(401);
  for (const who of [await aMember(site, riders), home.steward]) expect((await post(who)).status).toBe(403);

  const asked = await aGroup(site, { name: 'Nurses' });
  await site.as(home.steward).put(`${campaign.path}/sponsors/${asked.slug}`, {});
  const other = await aGroup(site, { name: 'Others' });
  for (const group of [asked, other, home])
    expect((await post(group.steward, group)).status, group.name).toBe(404);
  await site
    .as(asked.steward)
    .put(`/groups/${asked.slug}/sponsorships/${campaign.slug}`, { answer: 'no', word: '' });
  expect((await post(asked.steward, asked)).status).toBe(404);
  const { rows } = await site.db.execute(sql`select from campaign_updates`);
  expect(rows).toEqual([]);
});

test('a group that left, or was taken off, posts no more; what it wrote stays, and stays named', async () => {
  const site = await aSite();
  const { home, riders, campaign, post, open } = await aCarried(site);
  await open(true);
  await post();
  const path = `/groups/${riders.slug}/sponsorships/${campaign.slug}`;
  expect((await site.as(riders.steward).delete(path)).status).toBe(204);
  expect((await post()).status).toBe(404);
  const { sponsors, updates } = (await site.as(null).get(campaign.path)).body;
  expect(sponsors).toEqual([]);
  expect(updates).toMatchObject([{ title: news.title, sponsor: { slug: riders.slug } }]);

  await site.as(home.steward).put(`${campaign.path}/sponsors/${riders.slug}`, {});
  await site.as(riders.steward).put(path, { answer: 'yes' });
  expect((await post()).status).toBe(201);
  await site.as(home.steward).delete(`${campaign.path}/sponsors/${riders.slug}`);
  expect((await post()).status).toBe(404);
});

test('nothing is posted for a frozen group, on a frozen group’s page, or on one that is hidden or out of sight', async () => {
  const site = await aSite();
  const { home, riders, campaign, post, open } = await aCarried(site);
  await open(true);
  const freeze = (group: AGroup, at: string | null) =>
    site.db.execute(sql`update groups set frozen_at = ${at}::timestamptz where id = ${group.id}`);
  for (const group of [riders, home]) {
    await freeze(group, '2026-01-01');
    expect(await post(), group.name).toMatchObject({ status: 409, body: { code: 'groups.frozen' } });
    await freeze(group, null);
  }
  await site.db.execute(sql`update groups set visibility = 'private' where id = ${home.id}`);
  expect((await post()).status).toBe(404);
  await site.db.execute(sql`update groups set visibility = 'public' where id = ${home.id}`);

  const decided = { id: campaign.id, actorId: home.steward.id, reason: 'Slander' };
  const both = await aMember(site, riders, 'steward', home.steward);
  await site.db.transaction((tx) => hideCampaign(tx, decided));
  expect((await post()).status).toBe(404);
  expect(await post(both)).toMatchObject({ status: 409, body: { code: 'campaigns.state' } });
  expect((await site.db.execute(sql`select from campaign_updates`)).rows).toEqual([]);
});

test('a campaign that ended takes a last word of those who stand with it, and a draft takes none', async () => {
  const site = await aSite();
  const { home, riders, campaign, post, open } = await aCarried(site);
  await open(true);
  await site.as(home.steward).put(`${campaign.path}/outcome`, { outcome: 'won' });
  expect((await post()).status).toBe(201);
  const both = await aMember(site, riders, 'steward', home.steward);
  await site.db.execute(
    sql`update campaigns set state = 'draft', published_at = null, ended_at = null where id = ${campaign.id}`,
  );
  expect((await post()).status).toBe(404);
  expect((await post(both)).status).toBe(409);
});

test('news of a group that a viewer may not see listed is not there for them, on any page', async () => {
  const site = await aSite();
  const { home, riders, campaign, post, open } = await aCarried(site);
  await open(true);
  const { id } = (await post()).body;
  const member = await aMember(site, riders);
  const mailed = (await site.mails()).length;
  for (const visibility of ['unlisted', 'private']) {
    await site.db.execute(sql`update groups set visibility = ${visibility} where id = ${riders.id}`);
    const seen = async (who: Parameters<TestSite['as']>[0]) =>
      (await site.as(who).get(campaign.path)).body.updates;
    for (const who of [null, home.steward]) expect(await seen(who), visibility).toEqual([]);
    expect(await seen(member)).toMatchObject([{ id }]);
    const list = (await site.as(home.steward).get(`${campaign.path}/updates`)).body.rows;
    expect(list).toEqual([]);
    expect((await site.as(home.steward).put(`${campaign.path}/updates/${id}/hiding`)).status).toBe(404);
    for (const who of [null, member])
      expect((await site.as(who).get(`/subjects/update/${id}`)).status, visibility).toBe(404);
    const words = (await site.as(member).get(`/subjects/campaign/${campaign.slug}`)).body.words;
    expect(words).not.toContain('depot');
    const told = await site.as(null).get(`/groups/${riders.slug}/news`);
    expect(JSON.stringify(told.body)).not.toContain(id);
  }
  await post();
  expect((await site.mails()).length).toBe(mailed);
});

test('those who publish for the home group hear once that a group posted, and nobody who signed does', async () => {
  const site = await aSite();
  const { home, campaign, post, open } = await aCarried(site);
  await aMember(site, home);
  await aSignature(site, campaign, { updates: true });
  await open(true);
  const before = (await site.mails()).length;
  await post();
  await site.work();
  const told = (await site.mails()).slice(before);
  expect(told.map(({ toAddress, subject }) => [toAddress, subject])).toEqual([
    [home.steward.email, 'Riders posted on your campaign: Keep it open'],
  ]);
  expect(told[0]?.letter?.button?.url).toContain(`${campaign.path}#updates`);
});

test('it is news of the group that posted it and not of the home group, is on record, and spends the poster’s quota', async () => {
  const site = await aSite();
  const { home, riders, campaign, post, open } = await aCarried(site);
  await open(true);
  const { id } = (await post()).body;
  const newsOf = async (group: AGroup) => (await site.as(null).get(`/groups/${group.slug}/news`)).body.rows;
  expect((await newsOf(riders))[0]).toMatchObject({
    ...{ kind: 'campaigns.update-posted', subjectId: id, title: 'Keep it open' },
    url: `${campaign.path}#update-${id}`,
  });
  const kinds = (await newsOf(home)).map(({ kind }: { kind: string }) => kind);
  expect(kinds).not.toContain('campaigns.update-posted');
  const { rows } = await site.db.execute(
    sql`select group_id, actor_id, data from journal where kind = 'campaigns.update-posted'`,
  );
  expect(rows).toEqual([
    { group_id: riders.id, actor_id: riders.steward.id, data: { campaignId: campaign.id } },
  ]);
  for (let times = 0; times < 9; times += 1) expect((await post()).status).toBe(201);
  expect((await post()).status).toBe(429);
  const own = { title: 'Ours', body: 'Our word.' };
  expect((await site.as(home.steward).post(`${campaign.path}/updates`, own)).status).toBe(201);
});

test('a group reads what it posted and whether it may; the home group mails its own news alone', async () => {
  const site = await aSite();
  const { home, riders, campaign, post, open, list } = await aCarried(site);
  expect((await list()).body).toEqual({ isOpen: false, can: { post: false }, rows: [] });
  await open(true);
  const { id } = (await post()).body;
  expect((await list()).body).toMatchObject({
    isOpen: true,
    can: { post: true },
    rows: [{ id, offBy: null }],
  });
  expect((await list(await aMember(site, riders))).status).toBe(403);
  expect((await list(home.steward)).status).toBe(403);
  const steward = site.as(home.steward);
  expect((await steward.get(`${campaign.path}/updates`)).body.rows).toMatchObject([
    { id, sponsor: { slug: riders.slug } },
  ]);
  expect((await steward.get(`${campaign.path}/updates/${id}`)).status).toBe(404);
});

test('a group that is asked reads whether whoever stands with it may post, in the mail too', async () => {
  const site = await aSite();
  const { home, riders, campaign, open } = await aCarried(site);
  const may = async () => {
    const { rows } = (await site.as(riders.steward).get(`/groups/${riders.slug}/sponsorships`)).body;
    return rows.map(({ mayPost }: { mayPost: boolean }) => mayPost);
  };
  expect(await may()).toEqual([false]);
  await open(true);
  expect(await may()).toEqual([true]);
  await site.db.execute(sql`update groups set visibility = 'private' where id = ${home.id}`);
  expect(await may()).toEqual([false]);
  await site.db.execute(sql`update groups set visibility = 'public' where id = ${home.id}`);
  const nurses = await aGroup(site, { name: 'Nurses' });
  await site.as(home.steward).put(`${campaign.path}/sponsors/${nurses.slug}`, {});
  const letters = (await site.mails()).filter(({ subject }) =>
    subject?.includes('asks you to stand with it'),
  );
  expect(letters.map(({ letter }) => letter?.paragraphs.length)).toEqual([1, 2]);
});

/** A campaign of one group with which another stands, and what the two do about the other's words on its page. */
async function aCarried(site: TestSite) {
  const [home, riders] = [await aGroup(site, { name: 'Tenants' }), await aGroup(site, { name: 'Riders' })];
  const campaign = await aCampaign(site, home, home.steward, { title: 'Keep it open' });
  await aSponsor(site, campaign, { by: home.steward, group: riders });
  const path = (group: AGroup) => `/groups/${group.slug}/sponsorships/${campaign.slug}/updates`;
  const post = (who: Parameters<TestSite['as']>[0] = riders.steward, group = riders) =>
    site.as(who).post(path(group), news);
  const list = (who: Parameters<TestSite['as']>[0] = riders.steward) => site.as(who).get(path(riders));
  const open = (sponsorsPost: boolean) => site.as(home.steward).patch(campaign.path, { sponsorsPost });
  return { home, riders, campaign, post, list, open };
}
