import { sql } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { aGroup, aMember } from '../../groups/fixtures.ts';
import { aSite, type TestSite } from '../../testing.ts';
import { aCampaign, aSignature } from '../fixtures.ts';
import { hideCampaign, showCampaign } from '../hidings/actions.ts';
import { tellAsked } from './telling.ts';

test('those who publish for a group hear that it is asked, with the word, and who asked hears the answer', async () => {
  const site = await aSite();
  const { home, riders, campaign, ask, answer } = await aQuestion(site);
  await aMember(site, riders);
  await ask('We march on the 3rd.');
  expect(await heard(site)).toEqual([
    [riders.steward.email, 'Tenants asks you to stand with it: Keep it open'],
  ]);
  expect((await site.as(riders.steward).get(`/groups/${riders.slug}/sponsorships`)).body.rows).toMatchObject([
    { word: 'We march on the 3rd.', acceptedAt: null },
  ]);
  await answer('yes', 'With all our riders.');
  expect(await heard(site)).toContainEqual([home.steward.email, 'Riders stands with you: Keep it open']);
  const { rows } = (await site.as(home.steward).get(`${campaign.path}/sponsors`)).body;
  expect(rows).toMatchObject([{ state: 'stands', answer: 'With all our riders.', formerName: null }]);
});

test('a group that said no is told so to who asked, is not asked again for a month, and then may be', async () => {
  const site = await aSite();
  const { home, riders, campaign, ask, answer } = await aQuestion(site);
  await ask();
  await answer('no', 'Not before our congress.');
  const sponsors = async () => (await site.as(home.steward).get(`${campaign.path}/sponsors`)).body.rows;
  expect(await sponsors()).toMatchObject([{ state: 'declined', answer: 'Not before our congress.' }]);
  expect((await site.as(riders.steward).get(`/groups/${riders.slug}/sponsorships`)).body.rows).toEqual([]);
  expect(await ask()).toMatchObject({ status: 409, body: { code: 'campaigns.sponsor-said-no' } });
  await site.db.execute(sql`update campaign_sponsors set declined_at = now() - interval '31 days'`);
  expect((await ask()).status).toBe(204);
  expect(await sponsors()).toMatchObject([{ state: 'asked', answer: '' }]);
});

test('a no may become a yes as long as nobody took the question back', async () => {
  const site = await aSite();
  const { home, riders, campaign, ask, answer } = await aQuestion(site);
  await ask();
  await answer('no');
  expect((await answer('yes')).status).toBe(204);
  expect((await site.as(null).get(campaign.path)).body.sponsors).toMatchObject([{ slug: riders.slug }]);
  await site.as(home.steward).delete(`${campaign.path}/sponsors/${riders.slug}`);
  expect((await answer('yes')).status).toBe(404);
});

test('a question that is taken back is not there, and its group hears of an end only where it stood', async () => {
  const site = await aSite();
  const { home, riders, campaign, ask, answer } = await aQuestion(site);
  const drop = () => site.as(home.steward).delete(`${campaign.path}/sponsors/${riders.slug}`);
  await ask();
  await drop();
  expect((await answer('yes')).status).toBe(404);
  expect(await heard(site)).toHaveLength(1);
  await ask();
  await answer('yes');
  await drop();
  await drop();
  const ends = (await heard(site)).filter(
    ([, subject]) => subject === 'You no longer stand with: Keep it open',
  );
  expect(ends).toHaveLength(1);
});

test('a group that leaves is told to who runs the campaign, and comes back to the link it had', async () => {
  const site = await aSite();
  const { home, riders, campaign, ask, answer } = await aQuestion(site);
  await ask();
  await answer('yes');
  const links = async () =>
    (await site.as(riders.steward).get(`/groups/${riders.slug}/links?path=${campaign.path}`)).body.rows;
  const [first] = await links();
  await site.as(riders.steward).delete(`/groups/${riders.slug}/sponsorships/${campaign.slug}`);
  expect(await heard(site)).toContainEqual([
    home.steward.email,
    'Riders no longer stands with you: Keep it open',
  ]);
  await ask();
  await answer('yes');
  expect(await links()).toMatchObject([{ code: first.code }]);
});

test('a group that is called something else since its yes is shown with what it was called', async () => {
  const site = await aSite();
  const { home, riders, campaign, ask, answer } = await aQuestion(site);
  await ask();
  await answer('yes');
  await site.as(riders.steward).patch(`/groups/${riders.slug}`, { name: 'Tenants' });
  const { rows } = (await site.as(home.steward).get(`${campaign.path}/sponsors`)).body;
  expect(rows).toMatchObject([{ name: 'Tenants', formerName: 'Riders' }]);
});

test('a group that is asked to stand with a draft hears of it once the campaign is out', async () => {
  const site = await aSite();
  const { home, riders } = await aQuestion(site);
  const draft = await aCampaign(site, home, home.steward, { state: 'draft', title: 'Later' });
  await site.as(home.steward).put(`${draft.path}/sponsors/${riders.slug}`, { word: 'Soon.' });
  expect(await heard(site)).toEqual([]);
  await site.as(home.steward).put(`${draft.path}/publication`);
  const { rows } = await site.db.execute<{ id: string; subjectId: string }>(
    sql`select id, subject_id as "subjectId" from journal where kind = 'campaigns.published' order by id desc limit 1`,
  );
  const [entry] = rows;
  if (!entry) throw new Error('it was noted');
  const published = { ...entry, kind: 'campaigns.published', groupId: home.id, actorId: null } as const;
  for (let times = 0; times < 2; times += 1)
    await tellAsked(site.ctx(), { ...published, data: {}, at: new Date() });
  expect(await heard(site)).toEqual([[riders.steward.email, 'Tenants asks you to stand with it: Later']]);
});

test('a sponsor’s link leads on when the campaign moves, and nowhere while the campaign is hidden', async () => {
  const site = await aSite();
  const { home, riders, campaign, ask, answer } = await aQuestion(site);
  await ask();
  await answer('yes');
  const [{ code }] = (await site.as(riders.steward).get(`/groups/${riders.slug}/links?path=${campaign.path}`))
    .body.rows;
  const leads = async () => (await site.as(riders.steward).get(`/go/${code}`)).body.path;
  expect(await leads()).toBe(campaign.path);
  const decided = { id: campaign.id, actorId: home.steward.id, reason: 'Slander' };
  await site.db.transaction((tx) => hideCampaign(tx, decided));
  expect((await site.as(null).get(`/go/${code}`)).status).toBe(404);
  await site.db.transaction((tx) => showCampaign(tx, decided));
  expect(await leads()).toBe(campaign.path);
});

test('a no is said once, and a question that is taken back and asked again is told once a week', async () => {
  const site = await aSite();
  const { home, riders, campaign, ask, answer } = await aQuestion(site);
  const drop = () => site.as(home.steward).delete(`${campaign.path}/sponsors/${riders.slug}`);
  for (let times = 0; times < 3; times += 1) {
    await ask('Again?');
    await drop();
  }
  expect(await heard(site)).toHaveLength(1);
  await site.db.execute(sql`update campaign_sponsors set invited_at = now() - interval '8 days'`);
  await ask('Once more.');
  expect(await heard(site)).toHaveLength(2);
  for (let times = 0; times < 3; times += 1) await answer('no', 'No.');
  const noes = (await heard(site)).filter(([, subject]) => subject === 'Riders says no: Keep it open');
  expect(noes).toHaveLength(1);
  await drop();
  expect(await ask()).toMatchObject({ status: 409, body: { code: 'campaigns.sponsor-said-no' } });
});

test('a question that is taken back takes nobody away who came while the group stood with it', async () => {
  const site = await aSite();
  const { home, riders, campaign, ask, answer } = await aQuestion(site);
  await ask();
  await answer('yes');
  const [{ code }] = (await site.as(riders.steward).get(`/groups/${riders.slug}/links?path=${campaign.path}`))
    .body.rows;
  await aSignature(site, campaign, { link: code, owner: riders.slug });
  await site.db.execute(sql`update campaign_sponsors set link_id = null`);
  await site.as(riders.steward).delete(`/groups/${riders.slug}/sponsorships/${campaign.slug}`);
  await ask();
  await site.as(home.steward).delete(`${campaign.path}/sponsors/${riders.slug}`);
  const { rows } = await site.db.execute(
    sql`select from signatures where sponsor_id = ${riders.id} and stands`,
  );
  expect(rows).toHaveLength(1);
});

/** A campaign of one group, and how another is asked to stand with it and answers. */
async function aQuestion(site: TestSite) {
  const [home, riders] = [await aGroup(site, { name: 'Tenants' }), await aGroup(site, { name: 'Riders' })];
  const campaign = await aCampaign(site, home, home.steward, { title: 'Keep it open' });
  const ask = (word?: string) =>
    site.as(home.steward).put(`${campaign.path}/sponsors/${riders.slug}`, { ...(word && { word }) });
  const answer = (given: 'yes' | 'no', word = '') =>
    site
      .as(riders.steward)
      .put(`/groups/${riders.slug}/sponsorships/${campaign.slug}`, { answer: given, word });
  return { home, riders, campaign, ask, answer };
}

/** What was mailed to whom, by its subject. */
async function heard(site: TestSite) {
  return (await site.mails()).map(({ toAddress, subject }) => [toAddress, subject]);
}
