import { sql } from 'drizzle-orm';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { aSite, type TestSite } from '../../testing.ts';
import { addUpTallies, tellBrought } from '../signatures/tally.ts';
import { campaignSubjects } from '../subjects.ts';
import { aSharedCampaign, leafFor, manySign, proveNow, type SharedCampaign } from './fixtures.ts';

type Group = 'home' | 'riders' | 'nurses';
type Step =
  | { did: 'sign'; group: Group; count: number; mailbox: number }
  | { did: 'withdraw' | 'return' | 'erase' | 'forget'; group: Group; count: number }
  | { did: 'add' | 'tell' | 'prove'; group?: never };

const group = fc.constantFrom<Group[]>('home', 'riders', 'nurses');
const count = fc.integer({ min: 1, max: 15 });
const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({ did: fc.constant('sign' as const), group, count, mailbox: fc.nat(30) }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      did: fc.constantFrom('withdraw' as const, 'return' as const, 'erase' as const, 'forget' as const),
      group,
      count,
    }),
  },
  {
    weight: 4,
    arbitrary: fc.record({ did: fc.constantFrom('add' as const, 'tell' as const, 'prove' as const) }),
  },
);

test('whatever came before, a list is as long as the public count, and has of a sponsor exactly what is told', async () => {
  const site = await aSite();
  let proven = 0;
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 8, maxLength: 30 }), async (steps) => {
      const shared = await aSharedCampaign(site);
      const keys = new Map<string, string>();
      for (const one of [...steps, { did: 'add' }, { did: 'tell' }, { did: 'prove' }] as Step[]) {
        await take(site, shared, one);
        for (const { key, groupId } of await keysOf(site, shared)) keys.set(key, groupId);
        if (one.did === 'prove') proven += await judge(site, shared, keys);
      }
    }),
    { numRuns: 25 },
  );
  expect(proven).toBeGreaterThan(10);
}, 240_000);

test('two worlds that differ by a few below the ten give lists of the same length', async () => {
  const site = await aSite();
  const few = fc.integer({ min: 0, max: 9 });
  await fc.assert(
    fc.asyncProperty(few, few, fc.integer({ min: 10, max: 30 }), few, async (one, other, home, rest) => {
      const lengths = [];
      for (const few of [one, other]) {
        const shared = await aSharedCampaign(site);
        await manySign(site, shared, { group: shared.home, count: home, mailbox: 0 });
        // Also those who stand through the home group too.
        await manySign(site, shared, { group: shared.riders, count: 20 + few, mailbox: 30 - rest });
        await manySign(site, shared, { group: shared.nurses, count: few, mailbox: 1000 });
        await take(site, shared, { did: 'add' });
        await take(site, shared, { did: 'tell' });
        const proof = await proveNow(site, shared);
        lengths.push([proof?.count, proof?.leaves.length, proof?.file.length]);
      }
      expect(new Set(lengths.map(([, length]) => length)).size).toBe(1);
      expect(lengths[0]?.slice(0, 2)).toEqual(lengths[1]?.slice(0, 2));
    }),
    { numRuns: 8 },
  );
}, 120_000);

async function take(site: TestSite, shared: SharedCampaign, step: Step): Promise<void> {
  if (step.did === 'add') return addUpTallies(site.ctx());
  if (step.did === 'tell') return tellBrought(site.ctx());
  if (step.group === undefined) return;
  const group = shared[step.group];
  if (step.did === 'sign') return manySign(site, shared, { ...step, group });
  const some = sql`(select id from signatures where campaign_id = ${shared.campaign.id} and group_id = ${group.id}
    and stands = ${step.did !== 'return'} order by md5(id::text) limit ${step.count})`;
  const their = sql`(select person_id from signatures where id in ${some})`;
  if (step.did === 'withdraw')
    await site.db.execute(sql`update signatures set withdrawn_at = now() where id in ${some}`);
  if (step.did === 'return')
    await site.db.execute(sql`update signatures set withdrawn_at = null where id in ${some}`);
  if (step.did === 'erase') await site.db.execute(sql`delete from people where id in ${their}`);
  if (step.did === 'forget') await forget(site, their);
}

/** As people are who were not heard of for long: they stay counted. */
async function forget(site: TestSite, their: ReturnType<typeof sql>) {
  await site.ctx().change(async (tx) => {
    const { rows } = await tx.execute<{ id: string }>(sql`select person_id as id from ${their} their`);
    const ids = rows.map(({ id }) => id);
    for (const { keepCounts } of campaignSubjects) await keepCounts?.(tx, ids);
    await tx.execute(sql`delete from people where id = any(${sql.param(ids)}::uuid[])`);
  });
}

async function keysOf(site: TestSite, { campaign }: SharedCampaign) {
  const { rows } = await site.db.execute<{ key: string; groupId: string; stands: boolean }>(
    sql`select count_key as key, group_id as "groupId", stands from signatures where campaign_id = ${campaign.id}`,
  );
  return rows;
}

/** Compares a list with what is told and with every signature there ever was; answers 1 if there was one to compare. */
async function judge(site: TestSite, shared: SharedCampaign, keys: Map<string, string>): Promise<number> {
  const { home, riders, nurses, campaign } = shared;
  const shown = (await site.as(null).get(campaign.path)).body.signatureCount;
  const proof = await proveNow(site, shared);
  if (shown < 10) {
    expect(proof).toBeNull();
    return 0;
  }
  expect(proof).toMatchObject({ count: shown, fingerprint: proof?.computed });
  const listed = new Set(proof?.leaves);
  expect([listed.size, proof?.leaves.length]).toEqual([shown, shown]);
  const of = (groupId: string) =>
    [...keys].filter(([key, owner]) => owner === groupId && listed.has(leafFor(campaign.id, key))).length;
  const { rows } = await site.db.execute<{ groupId: string; told: number; standing: number }>(
    sql`select group_id as "groupId", told_count as told, standing_count as standing from campaign_sponsors
      where campaign_id = ${campaign.id}`,
  );
  const told = Object.fromEntries(rows.map((row) => [row.groupId, row.told]));
  const sponsors = [told[riders.id] ?? -1, told[nurses.id] ?? -1] as const;
  expect([of(riders.id), of(nurses.id), of(home.id)]).toEqual([
    ...sponsors,
    shown - sponsors[0] - sponsors[1],
  ]);
  const own = (await keysOf(site, shared)).filter(({ groupId, stands }) => groupId === home.id && stands);
  for (const { key } of own) expect(listed.has(leafFor(campaign.id, key))).toBe(true);
  return 1;
}
