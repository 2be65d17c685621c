import { eq, sql } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { anAccount } from '../../accounts/fixtures.ts';
import { spend } from '../../limits/limits.ts';
import { aCast } from '../../links/fixtures.ts';
import { consents } from '../../people/tables.ts';
import { clientOf, aSite, type TestSite } from '../../testing.ts';
import { aCampaign, aSignature } from '../fixtures.ts';
import { signatures } from '../signatures/tables.ts';
import { boundsOf, type Cause } from './judging.ts';

test('a domain that confirms more than people do is held from there on, neither counted nor shown', async () => {
  const { site, campaign, organizer } = await aBurst();
  for (const name of ['Rita Uno', 'Rita Dos'])
    await aSignature(site, campaign, {
      name,
      email: `${name.slice(5).toLowerCase()}@a.cats.example`,
      showName: true,
    });
  const page = await site.as(null).get(campaign.path);
  expect(page.body).toMatchObject({ signatureCount: 0, recentSigners: [] });
  const asker = site.as(organizer);
  expect((await asker.get(`${campaign.path}/numbers`)).body).toMatchObject({
    ...{ confirmed: 0, unconfirmed: 0, reachable: 0, byDay: [], byLink: [] },
  });
  expect((await asker.get(`${campaign.path}/signatures`)).body.rows).toEqual([]);
  expect((await asker.get(`${campaign.path}/bursts`)).body.rows).toMatchObject([
    {
      ...{ cause: 'domain', subject: 'cats.example', waiting: 2, proven: 2, refused: 0 },
      names: ['Rita Uno', 'Rita Dos'],
    },
  ]);
  expect(await kindsOf(site)).toContain('campaigns.burst-began');
});

test('a held signer reads that their name waits, and may withdraw it', async () => {
  const { site, campaign, organizer } = await aBurst();
  const { sealed } = await aSignature(site, campaign, { email: 'rita@cats.example' });
  const own = site.as(null);
  expect((await own.get(`/signatures/${sealed}`)).body.state).toBe('held');
  expect((await own.put(`/signatures/${sealed}/confirmation`)).body.state).toBe('held');
  expect((await own.delete(`/signatures/${sealed}`)).body.state).toBe('withdrawn');
  expect(await burstsOf(site, campaign, organizer)).toEqual([]);
  expect((await own.put(`/signatures/${sealed}/confirmation`)).body.state).toBe('held');
  expect(await countOf(site, campaign)).toBe(0);
});

test('people at the big providers, and other domains, go on counting meanwhile', async () => {
  const { site, campaign } = await aBurst('gmail.com');
  await aSignature(site, campaign, { email: 'rita@gmail.com' });
  await aSignature(site, campaign, { email: 'rita@dogs.example' });
  expect(await countOf(site, campaign)).toBe(2);
});

test('another campaign is not touched', async () => {
  const { site, group, organizer } = await aBurst();
  const other = await aCampaign(site, group, organizer);
  await aSignature(site, other, { email: 'rita@cats.example' });
  expect(await countOf(site, other)).toBe(1);
});

test('a domain that spreads over many campaigns is held in each once it is too many for the site', async () => {
  const { site, campaign, organizer } = await aStage();
  await fill(site, { campaignId: 'any', cause: 'domain', email: 'x@cats.example' }, 'domain-site');
  await aSignature(site, campaign, { email: 'rita@cats.example' });
  expect(await burstsOf(site, campaign, organizer)).toMatchObject([{ cause: 'domain', waiting: 1 }]);
});

test('signatures by one link from many small domains are held by the link; without the link they count', async () => {
  const { site, campaign, organizer } = await aStage();
  const made = await site.as(organizer).post(`/groups/${campaign.home}/links`, {
    ...{ path: campaign.path, label: 'Bought list' },
  });
  await fill(site, {
    ...{ campaignId: campaign.id, cause: 'link', email: 'x@one.example', linkId: made.body.id as string },
  });
  await aSignature(site, campaign, { email: 'rita@two.example', link: made.body.code as string });
  expect(await burstsOf(site, campaign, organizer)).toMatchObject([
    { cause: 'link', subject: 'Bought list' },
  ]);
  await aSignature(site, campaign, { email: 'rita@three.example' });
  expect(await countOf(site, campaign)).toBe(1);
});

test('a household that confirms more than a hall does is held, whoever its mail is with', async () => {
  const { site, campaign, organizer } = await aStage();
  await fill(site, {
    campaignId: campaign.id,
    cause: 'household',
    email: 'x@gmail.com',
    from: '203.0.113.9',
  });
  const { sealed } = await aSignature(site, campaign, { email: 'rita@gmail.com', confirmed: false });
  await clientOf(site.app, null, 'en', '203.0.113.9').put(`/signatures/${sealed}/confirmation`);
  expect(await burstsOf(site, campaign, organizer)).toMatchObject([{ cause: 'household', subject: null }]);
  expect(JSON.stringify((await site.db.execute(sql`select * from signature_bursts`)).rows)).not.toContain(
    '203.0',
  );
});

test('a campaign that usually gets many is judged by that', async () => {
  const { site, campaign } = await aStage();
  await spreadOverHour(site, campaign, 400);
  await fill(site, { campaignId: campaign.id, cause: 'domain', email: 'x@cats.example' });
  await aSignature(site, campaign, { email: 'rita@cats.example' });
  expect(await countOf(site, campaign)).toBe(401);
});

test('a signed-in signer of such a domain waits as well', async () => {
  const { site, campaign } = await aBurst();
  const account = await anAccount(site, { email: 'rita@cats.example' });
  const signed = await site.as(account).post(`${campaign.path}/signatures`, {
    ...{ name: 'Rita', email: account.email, updates: true },
  });
  expect(signed).toMatchObject({ status: 201, body: { state: 'held' } });
  expect((await site.as(null).get(`/signatures/${signed.body.sealed}`)).body.state).toBe('held');
  expect(await countOf(site, campaign)).toBe(0);
});

test('released, they count as all others do, and the same domain is trusted', async () => {
  const { site, campaign, organizer } = await aBurst();
  const { sealed } = await aSignature(site, campaign, { email: 'rita@cats.example', updates: true });
  const [burst] = await burstsOf(site, campaign, organizer);
  expect(await site.db.select().from(consents)).toEqual([]);
  const release = `${campaign.path}/bursts/${burst.id}/release`;
  expect((await site.as(organizer).put(release)).status).toBe(204);
  await site.work();
  expect(await countOf(site, campaign)).toBe(1);
  expect((await site.as(null).get(`/signatures/${sealed}`)).body.state).toBe('confirmed');
  expect(await site.db.select().from(consents).where(eq(consents.purpose, 'updates'))).toMatchObject([
    { given: 'yes', how: 'signature' },
  ]);
  expect(await burstsOf(site, campaign, organizer)).toEqual([]);
  await aSignature(site, campaign, { email: 'luis@cats.example' });
  expect(await countOf(site, campaign)).toBe(2);
  expect((await site.as(organizer).put(release)).status).toBe(204);
  await site.work();
  expect(await countOf(site, campaign)).toBe(2);
  const kinds = await kindsOf(site);
  expect(kinds.filter((kind) => kind === 'campaigns.burst-released')).toHaveLength(1);
});

test('a signature held before its mailbox was proven counts after the release once it is', async () => {
  const { site, campaign, organizer } = await aStage();
  const sealed = await trapped(site, campaign);
  const [burst] = await burstsOf(site, campaign, organizer);
  await site.as(organizer).put(`${campaign.path}/bursts/${burst.id}/release`);
  await site.work();
  expect(await countOf(site, campaign)).toBe(0);
  await site.as(null).put(`/signatures/${sealed}/confirmation`);
  expect(await countOf(site, campaign)).toBe(1);
});

test('refused, they never count; a refusal is taken back, and the next of that domain waits again', async () => {
  const { site, campaign, organizer } = await aBurst();
  const { sealed } = await aSignature(site, campaign, { email: 'rita@cats.example' });
  const [burst] = await burstsOf(site, campaign, organizer);
  const refusal = `${campaign.path}/bursts/${burst.id}/refusal`;
  expect((await site.as(organizer).put(refusal)).status).toBe(204);
  expect((await site.as(null).put(`/signatures/${sealed}/confirmation`)).body.state).toBe('refused');
  await aSignature(site, campaign, { email: 'luis@cats.example' });
  expect(await burstsOf(site, campaign, organizer)).toMatchObject([{ waiting: 1, refused: 1 }]);
  expect((await site.as(organizer).delete(refusal)).status).toBe(204);
  expect(await burstsOf(site, campaign, organizer)).toMatchObject([{ waiting: 2, refused: 0 }]);
  expect(await countOf(site, campaign)).toBe(0);
  expect(await kindsOf(site)).toEqual(
    expect.arrayContaining(['campaigns.burst-refused', 'campaigns.burst-restored']),
  );
});

test('a member may neither see nor decide, and another campaign’s organizer decides nothing here', async () => {
  const { site, campaign, organizer, member } = await aBurst();
  await aSignature(site, campaign, { email: 'rita@cats.example' });
  const [burst] = await burstsOf(site, campaign, organizer);
  const path = `${campaign.path}/bursts`;
  expect((await site.as(member).get(path)).status).toBe(403);
  for (const deed of ['release', 'refusal'])
    expect((await site.as(member).put(`${path}/${burst.id}/${deed}`)).status).toBe(403);
  const elsewhere = await aStage(site);
  const theirs = `${elsewhere.campaign.path}/bursts/${burst.id}/release`;
  expect((await site.as(elsewhere.organizer).put(theirs)).status).toBe(404);
});

test('a signature that fills the trap is answered like any other, stored, and waits even when its mailbox is proven', async () => {
  const { site, campaign, organizer } = await aStage();
  const sealed = await trapped(site, campaign);
  await site.as(null).put(`/signatures/${sealed}/confirmation`);
  expect(await countOf(site, campaign)).toBe(0);
  expect(await burstsOf(site, campaign, organizer)).toMatchObject([{ cause: 'trap', waiting: 1, proven: 1 }]);
});

test('a counted signature is not removed by filling the trap with its address', async () => {
  const { site, campaign, organizer } = await aStage();
  await aSignature(site, campaign, { email: 'rita@cats.example' });
  await site.as(null).post(`${campaign.path}/signatures`, {
    ...{ name: 'Mallory', email: 'rita@cats.example', updates: false, website: 'x' },
  });
  expect(await countOf(site, campaign)).toBe(1);
  expect(await burstsOf(site, campaign, organizer)).toEqual([]);
});

test('a proven signature that waits is not forgotten; a refused one is, a month later', async () => {
  const { site, campaign, organizer } = await aBurst();
  await aSignature(site, campaign, { email: 'rita@cats.example' });
  await site.db.update(signatures).set({ mailedAt: sql`now() - interval '40 days'` });
  await site.sweep('campaigns.forget-unconfirmed');
  const [burst] = await burstsOf(site, campaign, organizer);
  expect(burst).toMatchObject({ waiting: 1 });
  await site.as(organizer).put(`${campaign.path}/bursts/${burst.id}/refusal`);
  await site.sweep('campaigns.forget-unconfirmed');
  expect(await site.db.select().from(signatures)).toHaveLength(1);
  await site.db.execute(sql`update signature_holds set refused_at = now() - interval '31 days'`);
  await site.sweep('campaigns.forget-unconfirmed');
  expect(await site.db.select().from(signatures).where(eq(signatures.campaignId, campaign.id))).toEqual([]);
});

async function aStage(given?: TestSite) {
  const site = given ?? (await aSite());
  const cast = await aCast(site);
  const made = await aCampaign(site, cast.group, cast.organizer);
  return { site, ...cast, campaign: { ...made, home: cast.group.slug } };
}

/** A campaign for which one domain has confirmed as many within the hour as people would. */
async function aBurst(domain = 'cats.example') {
  const stage = await aStage();
  await fill(stage.site, { campaignId: stage.campaign.id, cause: 'domain', email: `x@${domain}` });
  return stage;
}

type Full = { campaignId: string; cause: Cause; email: string; linkId?: string; from?: string };

/** As if as many had confirmed within this hour as that count lets through. */
async function fill({ house }: TestSite, { cause, ...arrival }: Full, name: string = cause) {
  const bounds = boundsOf({ linkId: null, from: '198.51.100.1', ...arrival });
  for (const bound of bounds.filter(({ limit }) => limit.name === `campaigns.burst.${name}`))
    await spend(house, { ...bound, cost: bound.limit.count });
}

/** Signatures that were confirmed within one hour two days ago. */
async function spreadOverHour(site: TestSite, { id }: { id: string }, count: number) {
  await site.db.execute(sql`
    with met as (
      insert into people (id, group_id, email, name, language, source)
      select gen_random_uuid(), c.group_id, 'p' || n || '@example.org', 'P', 'en', 'signature'
      from campaigns c, generate_series(1, ${count}::int) n where c.id = ${id} returning id, group_id
    )
    insert into signatures (id, group_id, campaign_id, person_id, kind, name, confirmed_at)
    select gen_random_uuid(), group_id, ${id}::uuid, id, 'signature', 'P', date_trunc('hour', now() - interval '2 days')
    from met`);
}

/** The sealed link of a signature that came with the trap filled. */
async function trapped(site: TestSite, campaign: { path: string }) {
  const { sealed } = await aSignature(site, campaign, {
    ...{ email: 'rita@cats.example', website: 'https://cats.example', confirmed: false },
  });
  return sealed;
}

async function countOf(site: TestSite, { path }: { path: string }) {
  return (await site.as(null).get(path)).body.signatureCount as number;
}

async function burstsOf(site: TestSite, { path }: { path: string }, by: { token: string }) {
  return (await site.as(by).get(`${path}/bursts`)).body.rows;
}

async function kindsOf(site: TestSite) {
  const { rows } = await site.db.execute<{ kind: string }>(sql`select kind from journal`);
  return rows.map(({ kind }) => kind);
}
