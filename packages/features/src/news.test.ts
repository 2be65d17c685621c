import { expect, test } from 'vitest';
import { aCampaign } from './campaigns/fixtures.ts';
import { anEvent } from './events/fixtures.ts';
import { aStage } from './reports/fixtures.ts';
import { aSite, type TestSite } from './testing.ts';
import { aGroup, aMember, type AGroup } from './groups/fixtures.ts';

test('a group’s news name and link each published thing, however many there are', async () => {
  const site = await aSite();
  const group = await aGroup(site);
  const made = [];
  for (let n = 1; n <= 7; n += 1)
    made.unshift(await aCampaign(site, group, group.steward, { title: `Branch ${n}` }));
  expect(await newsOf(site, group)).toEqual([
    ...made.map(({ id, path }, n) => [id, `Branch ${7 - n}`, path]),
    [group.id, group.name, `/groups/${group.slug}`],
  ]);
});

test('an update is told under its campaign, and an event under its own name', async () => {
  const site = await aSite();
  const group = await aGroup(site);
  const campaign = await aCampaign(site, group, group.steward, { title: 'Keep it open' });
  const posted = { title: 'We won', body: 'All of it.' };
  const { id } = (await site.as(group.steward).post(`${campaign.path}/updates`, posted)).body;
  const event = await anEvent(site, { group, title: 'Count the books' });
  expect(await newsOf(site, group)).toEqual([
    [event.id, 'Count the books', `/events/${event.slug}`],
    [id, 'Keep it open', `${campaign.path}#update-${id}`],
    [campaign.id, 'Keep it open', campaign.path],
    [group.id, group.name, `/groups/${group.slug}`],
  ]);
});

test('a renamed thing stands in the news under its new name', async () => {
  const site = await aSite();
  const group = await aGroup(site);
  const { path } = await aCampaign(site, group, group.steward, { title: 'Old' });
  await site.as(group.steward).patch(path, { title: 'New' });
  expect((await newsOf(site, group))[0]).toContain('New');
});

test('a hidden thing is in nobody’s news, and makes way for what is not hidden', async () => {
  const site = await aSite();
  const { campaign, event, group, steward, siteSteward, report } = await aStage(site);
  for (let n = 0; n < 6; n += 1) await aCampaign(site, group, steward);
  for (const [kind, { slug }] of [
    ['campaign', campaign],
    ['event', event],
  ] as const) {
    const decision = `/reports/${await report(kind, slug)}/decision`;
    await site.as(siteSteward).put(decision, { deed: 'hide', reason: 'It names a person.' });
    for (const account of [null, steward]) {
      const shown = await newsOf(site, group, account);
      expect(JSON.stringify(shown)).not.toContain(slug);
    }
    if (kind === 'event') await site.as(siteSteward).delete(decision);
  }
  expect(await newsOf(site, group)).toHaveLength(8);
  expect(JSON.stringify(await newsOf(site, group))).toContain(event.slug);
});

test('a cancelled event is no news any more', async () => {
  const site = await aSite();
  const group = await aGroup(site);
  const { id, slug } = await anEvent(site, { group });
  expect((await newsOf(site, group))[0]).toContain(id);
  await site.as(group.steward).put(`/events/${slug}/cancellation`, { reason: 'Rain.' });
  expect(await newsOf(site, group)).toEqual([[group.id, group.name, `/groups/${group.slug}`]]);
});

test('a thing behind many hidden ones is in the news all the same', async () => {
  const site = await aSite();
  const { campaign, group, steward, siteSteward, report } = await aStage(site);
  for (let n = 0; n < 41; n += 1)
    await site.as(steward).post(`/campaigns/${campaign.slug}/updates`, { title: `${n}`, body: 'x' });
  const decision = `/reports/${await report('campaign', campaign.slug)}/decision`;
  await site.as(siteSteward).put(decision, { deed: 'hide', reason: 'It names a person.' });
  expect(JSON.stringify(await newsOf(site, group))).toContain(`/groups/${group.slug}`);
});

test('a draft is no news, and a private group has news for its members only', async () => {
  const site = await aSite();
  const group = await aGroup(site, { visibility: 'private' });
  const member = await aMember(site, group);
  const { id } = await aCampaign(site, group, group.steward);
  await aCampaign(site, group, group.steward, { state: 'draft' });
  const shown = await newsOf(site, group, member);
  expect(shown.map(([about]) => about)).toEqual([id, null, group.id]);
  expect((await site.as(null).get(`/groups/${group.slug}/news`)).status).toBe(404);
});

type Line = { subjectId: string | null; title: string | null; url: string | null };

async function newsOf(
  site: TestSite,
  { slug }: Pick<AGroup, 'slug'>,
  account: { token: string } | null = null,
) {
  const { body } = await site.as(account).get(`/groups/${slug}/news`);
  return (body.rows as Line[]).map(({ subjectId, title, url }) => [subjectId, title, url]);
}
