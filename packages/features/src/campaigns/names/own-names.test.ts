import { sql } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { anOwnRole, aGroup, aMember } from '../../groups/fixtures.ts';
import { sealedId } from '../../site/tokens.ts';
import { aSite } from '../../testing.ts';
import { aSignature } from '../fixtures.ts';
import { aSharedCampaign } from '../proofs/fixtures.ts';

async function aSignedCampaign() {
  const site = await aSite();
  const shared = await aSharedCampaign(site);
  const { riders, nurses, campaign, through } = shared;
  await aSignature(site, campaign, { name: 'Hana Home' });
  await aSignature(site, campaign, { name: '=Ria Rider', ...through });
  await aSignature(site, campaign, { name: 'Not Proven', ...through, confirmed: false });
  const path = (group: { slug: string }) =>
    `/groups/${group.slug}/sponsorships/${campaign.slug}/names/exports`;
  return { site, ...shared, own: path(riders), beside: path(nurses), path };
}

test('a group that stands with a campaign takes out those who signed through it, and nobody else', async () => {
  const { site, riders, nurses, campaign, own, beside } = await aSignedCampaign();
  const file = await site.as(riders.steward).post(own);
  expect(file.headers).toMatchObject({
    'content-type': 'text/csv; charset=utf-8',
    'content-disposition': `attachment; filename="${campaign.slug}-names-${riders.slug}.csv"`,
  });
  const { rows } = await site.db.execute<{ key: string }>(
    sql`select count_key as key from signatures where name = '=Ria Rider'`,
  );
  const [heading, ...lines] = file.body.trimEnd().split('\n');
  expect(heading).toMatch(/,count_key$/);
  expect(lines).toEqual([expect.stringMatching(`^'=Ria Rider,.*,here,${rows[0]?.key}$`)]);
  expect((await site.as(nurses.steward).post(beside)).body.trimEnd().split('\n')).toHaveLength(1);
});

test('it is for who takes people out of that group, also where it left, and is on record there', async () => {
  const { site, home, riders, campaign, own, path } = await aSignedCampaign();
  const other = await aGroup(site, { name: 'Others' });
  const member = await aMember(site, riders);
  expect((await site.as(null).post(own)).status).toBe(401);
  for (const one of [home.steward, other.steward, member, await aMember(site, riders, 'organizer')])
    expect((await site.as(one).post(own)).status).toBe(403);
  expect((await site.as(other.steward).post(path(other))).status).toBe(404);
  expect((await site.as(home.steward).post(path(home))).status).toBe(404);
  await anOwnRole(site, riders, member, ['export_people']);
  expect((await site.as(member).post(own)).status).toBe(200);
  await site.as(riders.steward).delete(`/groups/${riders.slug}/sponsorships/${campaign.slug}`);
  expect((await site.as(riders.steward).post(own)).status).toBe(200);
  const { rows } = await site.db.execute(
    sql`select group_id as id, subject_id as about from journal where kind = 'campaigns.names-taken'`,
  );
  expect(rows).toEqual([1, 2].map(() => ({ id: riders.id, about: campaign.id })));
});

test('whoever is in such a file reads that, and nobody of another group does', async () => {
  const { site, home, riders, campaign, own } = await aSignedCampaign();
  const counts = async () => {
    const { rows } = await site.db.execute<{ id: string; name: string }>(
      sql`select id, name from people where name in ('Hana Home', '=Ria Rider') order by name`,
    );
    const reading = rows.map(async ({ id }) => {
      const sealed = sealedId(site.house.settings.secret, 'own-record', id);
      return (await site.as(null).get(`/own-records/${sealed}/looks`)).body.namesCount;
    });
    return Promise.all(reading);
  };
  await site.as(riders.steward).post(own);
  expect(await counts()).toEqual([1, 0]);
  await site.as(home.steward).post(`${campaign.path}/names/exports`);
  expect(await counts()).toEqual([1, 1]);
});

test('what a leaf is made of is read by the group whose person it is, and by nobody else', async () => {
  const { site, home, riders, campaign } = await aSignedCampaign();
  const { sealed } = await aSignature(site, campaign, { name: 'Sol Shown', showName: true });
  const { rows } = await site.db.execute<{ key: string }>(sql`select count_key as key from signatures`);
  const seen = [];
  for (const who of [null, home.steward, riders.steward])
    for (const path of [
      campaign.path,
      `${campaign.path}/signatures`,
      `${campaign.path}/proofs`,
      `/campaigns?group=${home.slug}`,
      `/signatures/${sealed}`,
      `/groups/${riders.slug}/sponsorships/${campaign.slug}`,
    ])
      seen.push((await site.as(who).get(path)).body);
  seen.push((await site.as(home.steward).post(`${campaign.path}/names/books`, { whose: 'all' })).body);
  expect(JSON.stringify(seen)).toContain('Sol S');
  for (const { key } of rows) expect(JSON.stringify(seen)).not.toContain(key);
});
