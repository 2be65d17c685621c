import { sql } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { anAccount } from '../../accounts/fixtures.ts';
import { aGroup, aMember, type AGroup } from '../../groups/fixtures.ts';
import { aSite, type TestSite } from '../../testing.ts';
import { aCampaign, aSponsor } from '../fixtures.ts';

type Viewer = Parameters<TestSite['as']>[0];

test('those who run a campaign take a sponsor’s words off its page, and put them back', async () => {
  const site = await aSite();
  const { home, riders, id, hiding, withdrawal, seen } = await aPosting(site);
  const organizer = await aMember(site, home, 'organizer');
  expect((await seen(organizer))[0]).toMatchObject({
    can: { hide: true, show: false, withdraw: false, restore: false },
  });
  for (const _twice of [1, 2]) expect((await site.as(organizer).put(hiding)).status).toBe(204);
  expect(await seen(null)).toEqual([]);
  expect(await seen(await aMember(site, home))).toEqual([]);
  expect(await seen(await aMember(site, riders))).toEqual([]);
  expect(await seen(home.steward)).toMatchObject([{ id, offBy: 'home', can: { hide: false, show: true } }]);
  // Whoever wrote it reads that it is off, and does not put back what the other side took off.
  expect(await seen(riders.steward)).toMatchObject([{ id, offBy: 'home', can: { show: false } }]);
  expect((await site.as(riders.steward).delete(hiding)).status).toBe(403);
  await site.as(riders.steward).delete(withdrawal);
  expect(await seen(null)).toEqual([]);
  expect((await site.as(home.steward).delete(hiding)).status).toBe(204);
  expect(await seen(null)).toMatchObject([{ id }]);
  expect(await kindsOf(site, home)).toEqual(['campaigns.update-hidden', 'campaigns.update-shown']);
  // Whoever publishes for the group that wrote it hears of it, once.
  const told = (await site.mails()).filter(({ subject }) => subject?.startsWith('Off the page:'));
  expect(told.map(({ toAddress }) => toAddress)).toEqual([riders.steward.email]);
});

test('a group takes what it wrote off the page, also after it left, and puts it back; the home group does not', async () => {
  const site = await aSite();
  const { home, riders, campaign, id, hiding, withdrawal, seen, list } = await aPosting(site);
  const organizer = await aMember(site, riders, 'organizer');
  expect((await seen(organizer))[0]).toMatchObject({ can: { hide: false, withdraw: true, restore: false } });
  await site.as(organizer).delete(`/groups/${riders.slug}/sponsorships/${campaign.slug}`);
  for (const _twice of [1, 2]) expect((await site.as(organizer).put(withdrawal)).status).toBe(204);
  for (const who of [null, home.steward, await aMember(site, riders)]) expect(await seen(who)).toEqual([]);
  expect(await seen(organizer)).toMatchObject([{ id, offBy: 'writer', can: { restore: true } }]);
  expect(await list()).toMatchObject([{ id, offBy: 'writer' }]);
  await site.as(home.steward).delete(hiding);
  expect(await seen(null)).toEqual([]);
  expect((await site.as(organizer).delete(withdrawal)).status).toBe(204);
  expect(await seen(null)).toMatchObject([{ id }]);
  expect(await kindsOf(site, riders)).toEqual(['campaigns.update-hidden', 'campaigns.update-shown']);
});

test('nobody else takes news off a page, and no group what another wrote', async () => {
  const site = await aSite();
  const { home, riders, campaign, hiding, withdrawal, seen } = await aPosting(site);
  const nurses = await aGroup(site, { name: 'Nurses' });
  await aSponsor(site, campaign, { by: home.steward, group: nurses });
  const ofNurses = withdrawal.replace(riders.slug, nurses.slug);
  expect((await site.as(null).put(hiding)).status).toBe(401);
  expect((await site.as(null).put(withdrawal)).status).toBe(401);
  for (const who of [await aMember(site, home), await aMember(site, riders), nurses.steward]) {
    expect((await site.as(who).put(hiding)).status).toBe(403);
    expect((await site.as(who).put(withdrawal)).status).toBe(403);
  }
  expect((await site.as(home.steward).put(withdrawal)).status).toBe(403);
  expect((await site.as(nurses.steward).put(ofNurses)).status).toBe(404);
  const elsewhere = await aCampaign(site, home, home.steward);
  const other = hiding.replace(campaign.slug, elsewhere.slug);
  expect((await site.as(home.steward).put(other)).status).toBe(404);
  expect(await seen(null)).toHaveLength(1);
});

test('a frozen group’s words come off the page, and go back on it once the group may write again', async () => {
  const site = await aSite();
  const { home, riders, hiding, withdrawal, seen } = await aPosting(site);
  for (const [group, path] of [
    [home, hiding],
    [riders, withdrawal],
  ] as const) {
    const freeze = (at: string | null) =>
      site.db.execute(sql`update groups set frozen_at = ${at}::timestamptz where id = ${group.id}`);
    await freeze('2026-01-01');
    expect((await site.as(group.steward).put(path)).status).toBe(204);
    expect((await site.as(group.steward).delete(path)).status).toBe(409);
    expect(await seen(null)).toEqual([]);
    await freeze(null);
    expect((await site.as(group.steward).delete(path)).status).toBe(204);
    expect(await seen(null)).toHaveLength(1);
  }
});

test('news that was taken off is no news of its group, and is not in what is reported of the campaign', async () => {
  const site = await aSite();
  const { home, riders, campaign, id, hiding, withdrawal } = await aPosting(site);
  const told = async () => JSON.stringify((await site.as(null).get(`/groups/${riders.slug}/news`)).body);
  const words = async () => (await site.as(null).get(`/subjects/campaign/${campaign.slug}`)).body.words;
  expect([await told(), await words()]).toEqual([
    expect.stringContaining(id),
    expect.stringContaining('At the gate.'),
  ]);
  for (const [who, path] of [
    [home.steward, hiding],
    [riders.steward, withdrawal],
  ] as const) {
    await site.as(who).put(path);
    expect([await told(), await words()].join()).not.toMatch(new RegExp(`${id}|At the gate`));
    expect((await site.as(null).get(`/subjects/update/${id}`)).status).toBe(404);
    await site.as(who).delete(path);
  }
});

test('a report of a sponsor’s news is decided by those who answer for the page, and its author hears why', async () => {
  const site = await aSite();
  const { home, riders, id, hiding, seen } = await aPosting(site);
  const stranger = await anAccount(site);
  const path = `/subjects/update/${id}`;
  expect((await site.as(null).get(path)).body).toMatchObject({
    ...{ title: 'The depot', authorName: riders.name, decidedBy: 'moderators' },
    group: { slug: home.slug },
    words: expect.stringContaining('At the gate.'),
  });
  expect((await site.as(riders.steward).put(`${path}/report`, {})).status).toBe(403);
  expect((await site.as(stranger).put(`${path}/report`, {})).status).toBe(204);
  const reports = async (group: AGroup) =>
    (await site.as(group.steward).get(`/groups/${group.slug}/reports`)).body.rows;
  expect(await reports(riders)).toEqual([]);
  const [report] = await reports(home);
  expect(report).toMatchObject({ kind: 'update', isToSite: false });

  const decision = `/reports/${report.id}/decision`;
  await site.as(home.steward).put(decision, { deed: 'hide', reason: 'It names a driver.' });
  expect(await seen(null)).toEqual([]);
  expect(await site.as(home.steward).delete(hiding)).toMatchObject({
    status: 409,
    body: { code: 'campaigns.hidden-by-report' },
  });
  const letters = (await site.mails()).filter(({ toAddress }) => toAddress === riders.steward.email);
  expect(letters.at(-1)?.subject).toBe('Your news “The depot” is off the page');
  expect(JSON.stringify(letters.at(-1)?.letter)).toContain('It names a driver.');
  await site.as(home.steward).delete(decision);
  expect(await seen(null)).toMatchObject([{ id }]);
});

test('a report of the home group’s own news reaches the stewards of the site too, whose author moderates there', async () => {
  const site = await aSite();
  const { home, campaign } = await aPosting(site);
  const own = { title: 'Ours', body: 'Our word.' };
  const { id } = (await site.as(home.steward).post(`${campaign.path}/updates`, own)).body;
  const siteSteward = await anAccount(site, { isSiteSteward: true });
  expect((await site.as(null).put(`/subjects/update/${id}/report`, {})).status).toBe(204);
  expect((await site.as(siteSteward).get('/site/reports')).body.rows).toMatchObject([
    { kind: 'update', isToSite: true, authorName: null },
  ]);
});

/** A campaign of one group, and what another that stands with it posted on its page. */
async function aPosting(site: TestSite) {
  const [home, riders] = [await aGroup(site, { name: 'Tenants' }), await aGroup(site, { name: 'Riders' })];
  const campaign = await aCampaign(site, home, home.steward, { title: 'Keep it open' });
  await aSponsor(site, campaign, { by: home.steward, group: riders });
  await site.as(home.steward).patch(campaign.path, { sponsorsPost: true });
  const path = `/groups/${riders.slug}/sponsorships/${campaign.slug}/updates`;
  const news = { title: 'The depot', body: 'At the gate.' };
  const { id } = (await site.as(riders.steward).post(path, news)).body;
  return {
    ...{ home, riders, campaign, id },
    hiding: `${campaign.path}/updates/${id}/hiding`,
    withdrawal: `${path}/${id}/hiding`,
    seen: async (who: Viewer) => (await site.as(who).get(campaign.path)).body.updates,
    list: async () => (await site.as(riders.steward).get(path)).body.rows,
  };
}

/** What was noted in a group about news that was taken off, in order. */
async function kindsOf(site: TestSite, group: { id: string }) {
  const { rows } = await site.db.execute<{ kind: string }>(
    sql`select kind from journal where group_id = ${group.id} and kind in ('campaigns.update-hidden', 'campaigns.update-shown') order by id`,
  );
  return rows.map(({ kind }) => kind);
}
