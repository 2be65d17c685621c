import { newId } from '@groundwork/database';
import { sql } from 'drizzle-orm';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { aCampaign, aSignature, aSponsor } from '../../campaigns/fixtures.ts';
import { addUpTallies, tellBrought } from '../../campaigns/signatures/tally.ts';
import { aGroup, aMember, type AGroup } from '../../groups/fixtures.ts';
import { aSite, type TestSite } from '../../testing.ts';
import { tellTurnouts } from './actions.ts';

test('a group reads its own figures exactly, and of the others no more than the tens', async () => {
  const site = await aSite();
  const { home, riders, nurses, campaign, code } = await threeGroups(site);
  await sign(site, campaign, { home, group: home, count: 23 });
  await sign(site, campaign, { home, group: riders, count: 14 });
  await sign(site, campaign, { home, group: nurses, count: 9 });
  await come(site, campaign, riders, 11);
  for (let visit = 0; visit < 3; visit += 1) await site.as(null).get(`/go/${code}`);
  const seen = async (group: AGroup) => {
    const { body } = await site.as(group.steward).get(`/groups/${group.slug}/sponsorships/${campaign.slug}`);
    return body.rows.map((row: Record<string, unknown>) => [row.name, row.visits, row.signed, row.came]);
  };
  expect(await seen(riders)).toEqual([
    ['Tenants', null, 20, null],
    ['Riders', 3, 14, 11],
    ['Nurses', null, null, null],
  ]);
  expect(await seen(home)).toEqual([
    ['Tenants', 0, 23, 0],
    ['Riders', null, 10, 10],
    ['Nurses', null, null, null],
  ]);
  expect((await site.as(null).get(campaign.path)).body.signatureCount).toBe(33);
});

test('what came through each group is for those who publish for one that stands with it', async () => {
  const site = await aSite();
  const { home, riders, campaign } = await threeGroups(site);
  const other = await aGroup(site, { name: 'Others' });
  const member = await aMember(site, riders);
  const organizer = await aMember(site, riders, 'organizer');
  const ask = async (who: Parameters<TestSite['as']>[0], group: { slug: string }) =>
    (await site.as(who).get(`/groups/${group.slug}/sponsorships/${campaign.slug}`)).status;
  expect(await ask(organizer, riders)).toBe(200);
  expect(await ask(member, riders)).toBe(403);
  expect(await ask(other.steward, riders)).toBe(403);
  expect(await ask(other.steward, other)).toBe(404);
  expect(await ask(null, riders)).toBe(401);
  await site.as(home.steward).delete(`${campaign.path}/sponsors/${riders.slug}`);
  expect(await ask(organizer, riders)).toBe(404);
});

test('a group that may not be seen is in nobody else’s table', async () => {
  const site = await aSite();
  const { home, nurses, campaign } = await threeGroups(site);
  await site.db.execute(sql`update groups set visibility = 'private' where id = ${nurses.id}`);
  const rows = async (group: AGroup) =>
    (await site.as(group.steward).get(`/groups/${group.slug}/sponsorships/${campaign.slug}`)).body.rows;
  expect(await rows(home)).toHaveLength(2);
  expect(await rows(nurses)).toHaveLength(3);
});

test('nobody learns of a few by adding, over time, or by looking twice', async () => {
  const site = await aSite();
  const look = async ({ home, riders, campaign }: Carried) => {
    await addUpTallies(site.ctx());
    await tellBrought(site.ctx());
    await tellTurnouts(site.ctx());
    const { body: page } = await site.as(null).get(campaign.path);
    const listed = (await site.as(null).get(`/campaigns?group=${home.slug}`)).body.rows;
    const tables = [];
    for (const group of [home, riders]) {
      const { body } = await site
        .as(group.steward)
        .get(`/groups/${group.slug}/sponsorships/${campaign.slug}`);
      tables.push(body.rows.map((row: Record<string, unknown>) => [row.visits, row.signed, row.came]));
    }
    const { body: numbers } = await site.as(home.steward).get(`${campaign.path}/numbers`);
    return [page.signatureCount, listed[0].signatureCount, tables, numbers.brought, numbers.confirmed];
  };
  const small = fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 4, maxLength: 4 });
  const own = fc.array(fc.integer({ min: 0, max: 25 }), { minLength: 4, maxLength: 4 });
  await fc.assert(
    fc.asyncProperty(small, small, own, own, async (one, other, ofHome, ofRiders) => {
      const worlds = [await threeGroups(site), await threeGroups(site)] as const;
      for (let time = 0; time < ofHome.length; time += 1) {
        const looks = [];
        for (const [place, world] of worlds.entries()) {
          const few = (place === 0 ? one : other)[time] ?? 0;
          const { home, campaign } = world;
          await sign(site, campaign, { home, group: home, count: ofHome[time] ?? 0 });
          await sign(site, campaign, { home, group: world.riders, count: ofRiders[time] ?? 0 });
          await sign(site, campaign, { home, group: world.nurses, count: few });
          await come(site, campaign, world.nurses, few);
          looks.push(await look(world), await look(world));
        }
        for (const again of looks) expect(again).toEqual(looks[0]);
      }
    }),
    { numRuns: 4 },
  );
}, 120_000);

test('what others hear of a group never falls, so that no fall tells of one', async () => {
  const site = await aSite();
  const { home, riders, campaign } = await threeGroups(site);
  const told = async (count: number) => {
    await sign(site, campaign, { home, group: riders, count });
    return (await site.as(null).get(campaign.path)).body.signatureCount as number;
  };
  expect([await told(9), await told(10), await told(19), await told(9), await told(21)]).toEqual([
    0, 10, 10, 10, 20,
  ]);
});

test('a signature that was taken back and put back again is counted as often as it stands', async () => {
  const site = await aSite();
  const { riders, campaign, code } = await threeGroups(site);
  const { sealed } = await aSignature(site, campaign, { link: code, owner: riders.slug });
  const own = async () => {
    const path = `/groups/${riders.slug}/sponsorships/${campaign.slug}`;
    const { rows } = (await site.as(riders.steward).get(path)).body;
    return rows.find((row: { isOwn: boolean }) => row.isOwn).signed as number;
  };
  expect(await own()).toBe(1);
  await site.as(null).delete(`/signatures/${sealed}`);
  expect(await own()).toBe(0);
  await addUpTallies(site.ctx());
  await site.as(null).put(`/signatures/${sealed}/confirmation`);
  expect(await own()).toBe(1);
});

type Carried = Awaited<ReturnType<typeof threeGroups>>;

/** A campaign that three groups carry. */
async function threeGroups(site: TestSite) {
  const home = await aGroup(site, { name: 'Tenants' });
  const [riders, nurses] = [await aGroup(site, { name: 'Riders' }), await aGroup(site, { name: 'Nurses' })];
  const campaign = await aCampaign(site, home, home.steward);
  const { code } = await aSponsor(site, campaign, { by: home.steward, group: riders });
  await aSponsor(site, campaign, { by: home.steward, group: nurses });
  return { home, riders, nurses, campaign, code };
}

type Signing = { home: AGroup; group: AGroup; count: number };

/** So many people of a group who signed, in place of those who did. */
async function sign(site: TestSite, campaign: { id: string }, { home, group, count }: Signing) {
  const sponsorId = group.id === home.id ? null : group.id;
  await site.db.execute(sql`delete from people where group_id = ${group.id} and name = 'Signer'`);
  await site.db.execute(sql`with made as (
      insert into people (id, group_id, name, language, source)
      select gen_random_uuid(), ${group.id}, 'Signer', 'en', 'signature' from generate_series(1, ${count}) returning id)
    insert into signatures (id, group_id, sponsor_id, campaign_id, person_id, kind, name, confirmed_at)
    select gen_random_uuid(), ${group.id}, ${sponsorId}, ${campaign.id}, id, 'signature', 'Signer', now() from made`);
  await addUpTallies(site.ctx());
  await tellBrought(site.ctx());
}

/** So many people who came to something that a group held for a campaign. */
async function come(site: TestSite, campaign: { id: string }, group: AGroup, count: number) {
  const event = newId();
  await site.db.execute(sql`delete from events where group_id = ${group.id}`);
  await site.db.execute(sql`
    insert into events (id, group_id, campaign_id, slug, title, starts_at, ends_at, time_zone, held, place_name, reminds_at)
    values (${event}, ${group.id}, ${campaign.id}, ${`e-${event}`}, 'A meeting', now() - interval '3 hours',
      now() - interval '1 hour', 'UTC', 'in-person', 'Hall', now())`);
  await site.db.execute(sql`with made as (insert into people (id, group_id, name, language, source)
      select gen_random_uuid(), ${group.id}, 'Guest', 'en', 'rsvp' from generate_series(1, ${count}) returning id)
    insert into attendances (id, event_id, group_id, person_id, state)
    select gen_random_uuid(), ${event}, ${group.id}, made.id, 'attended' from made`);
  await tellTurnouts(site.ctx());
}
