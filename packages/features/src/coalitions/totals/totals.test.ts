import { newId } from '@groundwork/database';
import { sql } from 'drizzle-orm';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { aCampaign } from '../../campaigns/fixtures.ts';
import { aGroup, type AGroup } from '../../groups/fixtures.ts';
import { aSite, type TestSite } from '../../testing.ts';
import { aCoalition, joinCoalition } from '../fixtures.ts';
import { countGroup, countTotals } from './actions.ts';

/** So many people who signed something of a group, in place of those who did. */
async function signedIn(site: TestSite, group: { id: string }, campaignId: string, count: number) {
  await site.db.execute(sql`delete from people where group_id = ${group.id} and name = 'Signer'`);
  await site.db.execute(sql`with made as (
      insert into people (id, group_id, name, language, source)
        select gen_random_uuid(), ${group.id}, 'Signer', 'en', 'signature'
      from generate_series(1, ${count}) returning id)
    insert into signatures (id, group_id, campaign_id, person_id, kind, name, confirmed_at)
    select gen_random_uuid(), ${group.id}, ${campaignId}, id, 'signature', 'Signer', now() from made`);
  await countGroup(site.ctx(), group.id);
}

async function twoGroups(site: TestSite) {
  const coalition = await aCoalition(site);
  const second: AGroup = await aGroup(site, { name: 'Second' });
  await joinCoalition(site, coalition, second);
  const campaigns = [
    await aCampaign(site, coalition.home, coalition.steward),
    await aCampaign(site, second, second.steward),
  ] as const;
  const actedAs = async (own: number, other: number) => {
    await signedIn(site, coalition.home, campaigns[0].id, own);
    await signedIn(site, second, campaigns[1].id, other);
    return (await site.as(null).get(`/coalitions/${coalition.slug}`)).body.totals.acted as number | null;
  };
  return { coalition, actedAs };
}

test('what the groups came to is added up, to the ten below', async () => {
  const site = await aSite();
  const { actedAs } = await twoGroups(site);
  expect(await actedAs(27, 14)).toBe(30);
  expect(await actedAs(9, 8)).toBeNull();
  expect(await actedAs(10, 0)).toBe(10);
});

test('whoever knows one of two groups, and looks as often as they like, cannot tell small numbers of the other apart', async () => {
  const site = await aSite();
  const { actedAs } = await twoGroups(site);
  const small = fc.integer({ min: 0, max: 9 });
  // Their own group grows while they look: a sum that was rounded as a whole would tip at another moment.
  const looks = fc.array(fc.integer({ min: 0, max: 45 }), { minLength: 1, maxLength: 4 });
  await fc.assert(
    fc.asyncProperty(looks, small, small, async (own, one, other) => {
      for (const count of own) expect(await actedAs(count, one)).toBe(await actedAs(count, other));
    }),
    { numRuns: 15 },
  );
}, 60_000);

test('totals are counted for who is in a coalition, and anew each day', async () => {
  const site = await aSite();
  const { coalition, actedAs } = await twoGroups(site);
  const apart = await aGroup(site, { name: 'Apart' });
  await actedAs(20, 0);
  await site.db.execute(sql`update group_totals set acted = 0, counted_at = now() - interval '21 hours'
    where group_id = ${coalition.home.id}`);
  await countTotals(site.ctx());
  expect((await site.as(null).get(`/coalitions/${coalition.slug}`)).body.totals.acted).toBe(20);
  const { rows } = await site.db.execute(sql`select from group_totals where group_id = ${apart.id}`);
  expect(rows).toEqual([]);
});

test('who came, came again and carries something is counted too', async () => {
  const site = await aSite();
  const { coalition } = await twoGroups(site);
  const { home } = coalition;
  const [first, second] = [newId(), newId()];
  for (const id of [first, second])
    await site.db
      .execute(sql`insert into events (id, group_id, slug, title, starts_at, ends_at, time_zone, held, place_name, reminds_at)
      values (${id}, ${home.id}, ${`e-${id}`}, 'A meeting', now() - interval '3 hours', now() - interval '1 hour', 'UTC', 'in-person', 'Hall', now())`);
  await site.db.execute(sql`with made as (insert into people (id, group_id, name, language, source)
      select gen_random_uuid(), ${home.id}, 'Guest', 'en', 'rsvp' from generate_series(1, 12) returning id)
    insert into attendances (id, event_id, group_id, person_id, state)
    select gen_random_uuid(), event, ${home.id}, made.id, 'attended' from made, unnest(array[${first}, ${second}]::uuid[]) event`);
  await countGroup(site.ctx(), home.id);
  expect((await site.as(null).get(`/coalitions/${coalition.slug}`)).body.totals).toEqual({
    ...{ acted: null, came: 10, cameAgain: 10, leading: null },
  });
});
