import { sql } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { aGroup, aMember } from '../../groups/fixtures.ts';
import { aSite, type TestSite } from '../../testing.ts';
import { aCampaign, aSignature, manySignatures } from '../fixtures.ts';
import { addUpTallies, tellBrought } from '../signatures/tally.ts';
import {
  aSharedCampaign,
  leafFor,
  manySign,
  proveNow,
  readProofList,
  type SharedCampaign,
} from './fixtures.ts';
import { forgetProofFiles, writeCountProof } from './writing.ts';

test('a proof has the public count, and everybody who sees the campaign has the list', async () => {
  const site = await aSite();
  const { home, riders, campaign, through } = await aSharedCampaign(site);
  await manySignatures(site, campaign, { count: 4 });
  await manySignatures(site, campaign, { count: 12, ...through });
  await tellAll(site);
  const asked = await site.as(home.steward).post(`${campaign.path}/proofs`);
  expect(asked).toMatchObject({ status: 202, body: { state: 'waiting' } });
  expect((await site.as(null).get(campaign.path)).body).toMatchObject({ signatureCount: 14, proof: null });
  await site.work();
  const page = (await site.as(null).get(campaign.path)).body;
  const { rows, next, can, state } = (await site.as(null).get(`${campaign.path}/proofs`)).body;
  expect([next, can, state]).toEqual([null, { take: false }, null]);
  expect(rows).toMatchObject([{ id: asked.body.id, count: 14, bytes: expect.any(Number) }]);
  const { count, countedAt, fingerprint } = rows[0];
  expect(page.proof).toEqual({ count, countedAt, fingerprint });
  const answer = await site.as(null).get(`${campaign.path}/proofs/${rows[0].id}.txt`);
  expect(answer.headers).toMatchObject({
    'content-type': 'text/plain; charset=utf-8',
    'content-disposition': expect.stringMatching(`${campaign.slug}-count-\\d{4}-\\d\\d-\\d\\d\\.txt`),
  });
  expect(Buffer.byteLength(answer.body)).toBe(rows[0].bytes);
  const proof = readProofList(answer.body);
  expect(proof).toMatchObject({ count: 14, fingerprint, computed: fingerprint });
  expect(proof.leaves).toHaveLength(14);
  expect(proof.leaves).toEqual([...proof.leaves].sort());
  expect(answer.body).not.toMatch(/Sam|example\.org|Tenants|Riders/);
  expect(await ownFound(site, { campaign, group: home }, proof.leaves)).toBe(4);
  expect(await ownFound(site, { campaign, group: riders }, proof.leaves)).toBe(10);
});

test('whoever publishes for a group that carries the campaign takes one, and nobody else', async () => {
  const site = await aSite();
  const shared = await aSharedCampaign(site);
  const { home, riders, nurses, campaign } = shared;
  await manySign(site, shared, { group: home, count: 10, mailbox: 0 });
  const other = await aGroup(site, { name: 'Others' });
  const post = async (who: Parameters<TestSite['as']>[0]) =>
    (await site.as(who).post(`${campaign.path}/proofs`)).status;
  const mayTake = async (who: Parameters<TestSite['as']>[0]) =>
    (await site.as(who).get(`${campaign.path}/proofs`)).body.can.take;
  expect(await post(null)).toBe(401);
  for (const one of [other.steward, await aMember(site, riders), await aMember(site, home)]) {
    expect([await mayTake(one), await post(one)]).toEqual([false, 403]);
  }
  await site.as(nurses.steward).delete(`/groups/${nurses.slug}/sponsorships/${campaign.slug}`);
  expect([await mayTake(nurses.steward), await post(nurses.steward)]).toEqual([false, 403]);
  const organizer = await aMember(site, riders, 'organizer');
  expect([await mayTake(organizer), await post(organizer)]).toEqual([true, 202]);
  const { rows } = await site.db.execute(
    sql`select group_id as "groupId", actor_id as "actorId" from journal where kind = 'campaigns.proof-asked'`,
  );
  expect(rows, 'on record where their own group reads it').toEqual([
    { groupId: riders.id, actorId: organizer.id },
  ]);
  await site.db.execute(sql`update groups set frozen_at = now() where id = ${riders.id}`);
  expect(await mayTake(organizer)).toBe(false);
});

test('whether one is being taken, or came to nothing, is told to who may take one', async () => {
  const site = await aSite();
  const shared = await aSharedCampaign(site);
  const { home, riders, campaign } = shared;
  await manySign(site, shared, { group: home, count: 12, mailbox: 0 });
  const state = async (who: Parameters<TestSite['as']>[0]) =>
    (await site.as(who).get(`${campaign.path}/proofs`)).body.state;
  const { body } = await site.as(riders.steward).post(`${campaign.path}/proofs`);
  expect([await state(home.steward), await state(riders.steward), await state(null)]).toEqual([
    'waiting',
    'waiting',
    null,
  ]);
  // What the list does not bear out is shown to nobody.
  await site.db.execute(sql`insert into tally_marks (campaign_id, step) values (${campaign.id}, 1)`);
  await site.work();
  expect([await state(home.steward), await state(null)]).toEqual(['failed', null]);
  expect((await site.as(null).get(`${campaign.path}/proofs`)).body.rows).toEqual([]);
  expect((await site.as(null).get(`${campaign.path}/proofs/${body.id}.txt`)).status).toBe(404);
  const { rows } = await site.db.execute(sql`select data from journal where kind = 'campaigns.proof-failed'`);
  expect(rows).toEqual([{ data: { campaignId: campaign.id, count: 13, leafCount: 12 } }]);
  expect(await forgetProofFiles(site.ctx())).toBe(1);
  expect(await forgetProofFiles(site.ctx())).toBe(0);
});

test('a campaign that somebody does not see has no proofs for them, and none of another is its own', async () => {
  const site = await aSite();
  const shared = await aSharedCampaign(site);
  const { home, riders, campaign } = shared;
  await manySign(site, shared, { group: home, count: 10, mailbox: 0 });
  const { body } = await site.as(home.steward).post(`${campaign.path}/proofs`);
  const file = `${campaign.path}/proofs/${body.id}.txt`;
  expect((await site.as(null).get(file)).status, 'before it is written').toBe(404);
  await site.work();
  expect((await site.as(null).get(file)).status).toBe(200);
  const beside = await aCampaign(site, home, home.steward);
  expect((await site.as(null).get(`${beside.path}/proofs/${body.id}.txt`)).status).toBe(404);
  await site.db.execute(sql`update groups set visibility = 'private' where id = ${home.id}`);
  for (const who of [null, riders.steward])
    for (const path of [`${campaign.path}/proofs`, file])
      expect((await site.as(who).get(path)).status).toBe(404);
  expect((await site.as(riders.steward).post(`${campaign.path}/proofs`)).status).toBe(404);
  expect((await site.as(home.steward).get(file)).status).toBe(200);
});

test('fewer than ten are not counted so, nor is a draft', async () => {
  const site = await aSite();
  const shared = await aSharedCampaign(site);
  const { home, campaign } = shared;
  await manySign(site, shared, { group: home, count: 9, mailbox: 0 });
  const post = (path: string) => site.as(home.steward).post(`${path}/proofs`);
  expect(await post(campaign.path)).toMatchObject({ status: 409, body: { code: 'campaigns.proof-too-few' } });
  const draft = await aCampaign(site, home, home.steward, { state: 'draft' });
  expect(await post(draft.path)).toMatchObject({ status: 409, body: { code: 'campaigns.state' } });
  await manySign(site, shared, { group: home, count: 1, mailbox: 9 });
  expect(await post(campaign.path)).toMatchObject({ status: 202 });
  await site.db.execute(sql`delete from people where id in (select person_id from signatures limit 1)`);
  await site.work();
  expect((await site.as(null).get(`${campaign.path}/proofs`)).body.rows, 'by when it is counted').toEqual([]);
});

test('one of the last hour is given instead of another, and there are six a day', async () => {
  const site = await aSite();
  const shared = await aSharedCampaign(site);
  const { home, riders, campaign } = shared;
  await manySign(site, shared, { group: home, count: 10, mailbox: 0 });
  const post = (who: typeof home.steward) => site.as(who).post(`${campaign.path}/proofs`);
  const [first, beside] = await Promise.all([post(home.steward), post(riders.steward)]);
  expect(beside.body.id).toBe(first.body.id);
  await site.work();
  expect((await post(riders.steward)).body).toEqual({ id: first.body.id, state: 'counted' });
  for (let more = 0; more < 5; more += 1) {
    await site.db.execute(sql`update campaign_proofs set counted_at = counted_at - interval '2 hours'`);
    expect((await post(home.steward)).status).toBe(202);
    await site.work();
  }
  await site.db.execute(sql`update campaign_proofs set counted_at = counted_at - interval '2 hours'`);
  expect(await post(home.steward)).toMatchObject({ status: 409, body: { code: 'campaigns.proofs-enough' } });
});

test('a worker that comes second writes nothing anew, and one that was lost is asked once more', async () => {
  const site = await aSite();
  const shared = await aSharedCampaign(site);
  const { home, campaign } = shared;
  await manySign(site, shared, { group: home, count: 10, mailbox: 0 });
  const post = () => site.as(home.steward).post(`${campaign.path}/proofs`);
  const { id } = (await post()).body;
  const asked = () => site.db.$count(sql`journal where kind = 'campaigns.proof-asked'`);
  await post();
  expect(await asked()).toBe(1);
  await site.db.execute(sql`update campaign_proofs set asked_at = asked_at - interval '11 minutes'`);
  await post();
  expect(await asked()).toBe(2);
  await site.work();
  const before = (await site.as(null).get(`${campaign.path}/proofs`)).body.rows;
  await writeCountProof(site.ctx(), id);
  expect((await site.as(null).get(`${campaign.path}/proofs`)).body.rows).toEqual(before);
});

test('signatures that were there before there were keys get theirs', async () => {
  const site = await aSite();
  const shared = await aSharedCampaign(site);
  await manySign(site, shared, { group: shared.home, count: 11, mailbox: 0 });
  await site.db.execute(sql`update signatures set count_key = null`);
  const proof = await proveNow(site, shared);
  expect(proof?.leaves).toHaveLength(11);
  expect(await ownFound(site, { ...shared, group: shared.home }, proof?.leaves ?? [])).toBe(11);
});

test('the lists of the thirty newest are kept, and of the others what everybody wrote down', async () => {
  const site = await aSite();
  const shared = await aSharedCampaign(site);
  const { home, campaign } = shared;
  await manySign(site, shared, { group: home, count: 10, mailbox: 0 });
  const first = await proveNow(site, shared);
  await site.db
    .execute(sql`insert into campaign_proofs (id, campaign_id, counted_at, count, fingerprint, file_key)
    select gen_random_uuid(), campaign_id, now(), 10, fingerprint, 'none-' || md5(one::text)
    from campaign_proofs, generate_series(1, 30) one`);
  await site.db.execute(
    sql`update campaign_proofs set id = '00000000-0000-7000-8000-000000000000' where bytes > 0`,
  );
  expect(await forgetProofFiles(site.ctx())).toBe(1);
  const old = '00000000-0000-7000-8000-000000000000';
  expect((await site.as(null).get(`${campaign.path}/proofs/${old}.txt`)).status).toBe(404);
  const pages = await site.as(null).get(`${campaign.path}/proofs?limit=30`);
  expect(pages.body.rows).toHaveLength(30);
  const { body } = await site.as(null).get(`${campaign.path}/proofs?limit=30&after=${pages.body.next}`);
  expect(body).toMatchObject({
    rows: [{ id: old, count: 10, fingerprint: first?.fingerprint, bytes: null }],
    next: null,
  });
});

test('with a campaign go its proofs and what is stored of them', async () => {
  const site = await aSite();
  const shared = await aSharedCampaign(site);
  await manySign(site, shared, { group: shared.home, count: 10, mailbox: 0 });
  await proveNow(site, shared);
  const stored = async () => (await Array.fromAsync(site.house.files.list())).length;
  const before = await stored();
  await site.db.execute(sql`delete from groups where id = ${shared.home.id}`);
  await forgetProofFiles(site.ctx());
  expect([await stored(), await site.db.$count(sql`campaign_proofs`)]).toEqual([before - 1, 0]);
});

test('whoever took their name off stands in the lists that were kept, and in no other', async () => {
  const site = await aSite();
  const shared = await aSharedCampaign(site);
  const { home, campaign } = shared;
  await manySign(site, shared, { group: home, count: 10, mailbox: 0 });
  const { sealed } = await aSignature(site, campaign, { name: 'Ana Ruiz' });
  const { rows } = await site.db.execute<{ key: string }>(
    sql`select count_key as key from signatures where name = 'Ana Ruiz'`,
  );
  const leaf = leafFor(campaign.id, rows[0]?.key ?? '');
  const before = await proveNow(site, shared);
  await site.as(null).delete(`/signatures/${sealed}`);
  const after = await proveNow(site, shared);
  expect([before?.leaves.includes(leaf), after?.leaves.includes(leaf)]).toEqual([true, false]);
});

async function tellAll(site: TestSite) {
  await addUpTallies(site.ctx());
  await tellBrought(site.ctx());
}

/** How many of a group's own signatures that stand are in a list. */
async function ownFound(
  site: TestSite,
  { campaign, group }: Pick<SharedCampaign, 'campaign'> & { group: { id: string } },
  leaves: string[],
) {
  const { rows } = await site.db.execute<{ key: string }>(
    sql`select count_key as key from signatures where group_id = ${group.id} and stands`,
  );
  return rows.filter(({ key }) => leaves.includes(leafFor(campaign.id, key))).length;
}
