import { sql } from 'drizzle-orm';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { aCarriedCampaign, aFrame, aSignature, aSponsorFrame } from '../../campaigns/fixtures.ts';
import { tellFramed } from '../../campaigns/frames/told.ts';
import { addUpTallies, tellBrought } from '../../campaigns/signatures/tally.ts';
import { anEvent } from '../../events/fixtures.ts';
import { aMember, type AGroup } from '../../groups/fixtures.ts';
import { aSite, type TestSite } from '../../testing.ts';
import { compareShares, byVisits } from './comparing.ts';

type Row = {
  title: string;
  signed: number;
  signedElsewhere: number | null;
  visits: number | null;
  came: number;
} & {
  byLinks: unknown;
  verdict: string | null;
};

test('the ways in which it is told stand side by side: visits, names, the share of one’s own links, and who came', async () => {
  const site = await aSite();
  const { home, campaign } = await aCarriedCampaign(site);
  const frame = await aFrame(site, campaign, home.steward);
  const own = (await site.as(null).get(campaign.path)).body.link.code as string;
  for (let visit = 0; visit < 4; visit += 1) await site.as(null).get(`/go/${frame.code}`);
  await site.as(null).get(`/go/${own}`);
  await aSignature(site, campaign, { owner: home.slug, frame: frame.slug, link: frame.code });
  await aSignature(site, campaign, { owner: home.slug, frame: frame.slug });
  await aSignature(site, campaign, { owner: home.slug, link: own });
  await aSignature(site, campaign, { owner: home.slug, frame: frame.slug, confirmed: false });
  await comeToEvent(site, { home, campaign, frameId: frame.id });
  expect(await table(site, home, campaign)).toMatchObject([
    {
      title: 'Save the library',
      visits: 1,
      signed: 1,
      byLinks: { visits: 1, signed: 1, ofHundred: 100 },
      came: 0,
    },
    {
      ...{ title: 'Keep the block online', visits: 4, signed: 2, came: 1 },
      ...{ byLinks: { visits: 4, signed: 1, ofHundred: 25 }, verdict: 'unclear' },
    },
  ]);
});

test('it is for those who run the campaign, and for a group that stands with it', async () => {
  const site = await aSite();
  const { home, riders, campaign, sponsorship } = await aCarriedCampaign(site);
  const ask = async (who: Parameters<TestSite['as']>[0], path: string) =>
    (await site.as(who).get(`${path}/frames`)).status;
  expect(await ask(home.steward, campaign.path)).toBe(200);
  expect(await ask(await aMember(site, home), campaign.path)).toBe(403);
  expect(await ask(riders.steward, campaign.path)).toBe(403);
  expect(await ask(riders.steward, sponsorship)).toBe(200);
  expect(await ask(home.steward, sponsorship)).toBe(403);
  expect(await ask(await aMember(site, riders), sponsorship)).toBe(403);
  await site.as(riders.steward).delete(sponsorship);
  expect(await ask(riders.steward, sponsorship)).toBe(404);
});

test('a draft of another group is in nobody’s table but its own; what waits is in the home group’s', async () => {
  const site = await aSite();
  const { home, riders, campaign } = await aCarriedCampaign(site);
  await aSponsorFrame(site, campaign, riders, { title: 'A draft' });
  await aSponsorFrame(site, campaign, riders, { title: 'It waits', asks: true });
  await aFrame(site, campaign, home.steward, { title: 'Of the home group', isDraft: true });
  const titles = async (group: AGroup) =>
    (await table(site, group, campaign)).map(({ title }) => title).toSorted();
  expect(await titles(home)).toEqual(['It waits', 'Of the home group', 'Save the library']);
  expect(await titles(riders)).toEqual(['A draft', 'It waits', 'Save the library']);
});

test('of other groups’ people one hears tens, of one’s own the number', async () => {
  const site = await aSite();
  const { home, riders, campaign } = await aCarriedCampaign(site);
  const frame = await aSponsorFrame(site, campaign, riders, { home: home.steward });
  await sign(site, campaign, riders, { frameId: frame.id, count: 27 });
  await sign(site, campaign, riders, { frameId: null, count: 14 });
  await tellAll(site);
  const [, seenHome] = await table(site, home, campaign);
  const [own, seenRiders] = await table(site, riders, campaign);
  expect(seenHome).toMatchObject({ signed: 0, signedElsewhere: 20, byLinks: null, verdict: null });
  expect(seenRiders).toMatchObject({ signed: 27, signedElsewhere: null });
  expect(own).toMatchObject({ signed: 14, signedElsewhere: null });
});

test('nobody learns of the few who came by the other page by taking what is told from the whole', async () => {
  const site = await aSite();
  const seen = async (framed: number, rest: number) => {
    const world = await aCarriedCampaign(site);
    const frame = await aSponsorFrame(site, world.campaign, world.riders, { home: world.home.steward });
    await sign(site, world.campaign, world.riders, { frameId: frame.id, count: framed });
    await sign(site, world.campaign, world.riders, { frameId: null, count: rest });
    await tellAll(site);
    const rows = await table(site, world.home, world.campaign);
    const { body } = await site.as(null).get(world.campaign.path);
    return [body.signatureCount, rows.map(({ signed, signedElsewhere }) => [signed, signedElsewhere])];
  };
  await fc.assert(
    fc.asyncProperty(
      fc.integer({ min: 9, max: 45 }),
      fc.integer({ min: 0, max: 9 }),
      fc.integer({ min: 0, max: 9 }),
      async (whole, few, other) => {
        // Few by the campaign's own page, or few by the frame: whoever looks sees the same of each.
        expect(await seen(whole - few, few)).toEqual(await seen(whole - other, other));
        expect(await seen(few, whole - few)).toEqual(await seen(other, whole - other));
      },
    ),
    { numRuns: 6 },
  );
}, 120_000);

test('what is told of a frame never falls', async () => {
  const site = await aSite();
  const { home, riders, campaign } = await aCarriedCampaign(site);
  const frame = await aSponsorFrame(site, campaign, riders, { home: home.steward });
  await sign(site, campaign, riders, { frameId: frame.id, count: 35 });
  await tellAll(site);
  await site.db.execute(sql`update signatures set withdrawn_at = now() where frame_id = ${frame.id}`);
  await tellAll(site);
  const [, told] = await table(site, home, campaign);
  expect(told).toMatchObject({ signedElsewhere: 20 });
});

test('where too few came, or names came by no visit, nothing is called more', () => {
  expect(compareShares({ visits: 20, signed: 1 }, { visits: 20, signed: 6 }, 1)).toBe('unclear');
  expect(compareShares({ visits: 2000, signed: 100 }, { visits: 2000, signed: 300 }, 1)).toBe('more');
  expect(compareShares({ visits: 2000, signed: 300 }, { visits: 2000, signed: 100 }, 1)).toBe('fewer');
  expect(compareShares({ visits: 0, signed: 0 }, { visits: 2000, signed: 100 }, 1)).toBeNull();
  expect(byVisits({ visits: 3, signed: 4 })).toBeNull();
});

/** As a group that carries it reads it. */
async function table(
  site: TestSite,
  group: AGroup,
  campaign: { path: string; slug: string },
): Promise<Row[]> {
  const asHome = await site.as(group.steward).get(`${campaign.path}/frames`);
  if (asHome.status === 200) return asHome.body.rows;
  return (await site.as(group.steward).get(`/groups/${group.slug}/sponsorships/${campaign.slug}/frames`)).body
    .rows;
}

async function tellAll(site: TestSite) {
  await addUpTallies(site.ctx());
  await tellBrought(site.ctx());
  await tellFramed(site.ctx());
}

type Signing = { frameId: string | null; count: number };

/** So many people of a sponsor who signed on one page. */
async function sign(site: TestSite, campaign: { id: string }, group: AGroup, { frameId, count }: Signing) {
  await site.db.execute(sql`with made as (
      insert into people (id, group_id, name, language, source)
      select gen_random_uuid(), ${group.id}, 'Signer', 'en', 'signature' from generate_series(1, ${count}) returning id)
    insert into signatures (id, group_id, sponsor_id, campaign_id, person_id, frame_id, kind, name, confirmed_at)
    select gen_random_uuid(), ${group.id}, ${group.id}, ${campaign.id}, id, ${frameId}::uuid, 'signature', 'Signer', now() from made`);
}

type Coming = { home: AGroup; campaign: { id: string }; frameId: string };

/** One who signed by a frame comes to an event of the campaign. */
async function comeToEvent(site: TestSite, { home, campaign, frameId }: Coming) {
  const event = await anEvent(site, { group: home });
  await site.db.execute(sql`update events set campaign_id = ${campaign.id} where id = ${event.id}`);
  await site.db.execute(sql`insert into attendances (id, event_id, group_id, person_id, state)
    select gen_random_uuid(), ${event.id}, ${home.id}, person_id, 'attended' from signatures
    where frame_id = ${frameId} and stands limit 1`);
}
