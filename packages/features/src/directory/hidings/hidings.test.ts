import { expect, test } from 'vitest';
import { aCoalition, joinCoalition } from '../../coalitions/fixtures.ts';
import { aGroup, aMember } from '../../groups/fixtures.ts';
import { anAccount } from '../../accounts/fixtures.ts';
import { aSite, type TestSite } from '../../testing.ts';
import { aListing } from '../fixtures.ts';

async function reportedTo(site: TestSite, who: { token: string }, path: string) {
  const { body } = await site.as(who).get(path);
  return body.rows[0];
}

test('what is for everybody is reported, hidden with a reason from all but its group, and shown again', async () => {
  const site = await aSite();
  const group = await aGroup(site);
  const stella = await anAccount(site, { isSiteSteward: true });
  const listing = await aListing(site, group, { details: 'Only for people like us.' });
  const note = { note: 'That is no offer.' };
  expect((await site.as(null).put(`/subjects/listing/${listing.id}/report`, note)).status).toBeLessThan(300);
  // Those who moderate wrote it, so the site's stewards read it too.
  const report = await reportedTo(site, stella, '/site/reports');
  expect(report).toMatchObject({ kind: 'listing', isToSite: true });
  const decided = { deed: 'hide', reason: 'It leaves people out.' };
  expect((await site.as(stella).put(`/reports/${report.id}/decision`, decided)).status).toBe(200);
  expect((await site.as(null).get(listing.path)).status).toBe(404);
  expect((await site.as(null).get('/listings')).body.rows).toEqual([]);
  expect((await site.as(await aMember(site, group)).get(listing.path)).status).toBe(404);
  expect((await site.as(group.steward).get(listing.path)).body).toMatchObject({
    ...{ isHidden: true, hiddenReason: 'It leaves people out.', can: { edit: false, reopen: false } },
  });
  expect((await site.as(group.steward).patch(listing.path, { title: 'x' })).status).toBe(403);
  const mail = (await site.mails()).at(-1);
  expect(mail).toMatchObject({ toAddress: group.steward.email });
  expect(JSON.stringify(mail?.letter)).toContain('It leaves people out.');
  expect((await site.as(stella).delete(`/reports/${report.id}/decision`)).status).toBe(200);
  expect((await site.as(null).get(listing.path)).status).toBe(200);
});

test('what is for a coalition is decided by those who moderate there; whoever does not see it cannot report it', async () => {
  const site = await aSite();
  const coalition = await aCoalition(site);
  const [inside, apart] = [
    await aGroup(site, { name: 'Inside' }),
    await aGroup(site, { name: 'Apart' }),
  ] as const;
  await joinCoalition(site, coalition, inside);
  const listing = await aListing(site, inside, { coalition: coalition.slug });
  const path = `/subjects/listing/${listing.id}`;
  expect((await site.as(apart.steward).get(path)).status).toBe(404);
  expect((await site.as(apart.steward).put(`${path}/report`, {})).status).toBe(404);
  expect((await site.as(inside.steward).get(path)).body.can.report).toBe(false);
  const member = await aMember(site, coalition.home);
  expect((await site.as(member).put(`${path}/report`, {})).status).toBeLessThan(300);
  const report = await reportedTo(site, coalition.steward, `/groups/${coalition.slug}/reports`);
  expect(report).toMatchObject({ kind: 'listing' });
  const decided = { deed: 'hide', reason: 'It is sold.' };
  await site.as(coalition.steward).put(`/reports/${report.id}/decision`, decided);
  expect((await site.as(member).get(listing.path)).status).toBe(404);
  expect((await site.as(inside.steward).get(listing.path)).body.hiddenReason).toBe('It is sold.');
});
