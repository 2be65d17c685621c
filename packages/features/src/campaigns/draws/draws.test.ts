import { sql } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { anOwnRole, aGroup, aMember, type AGroup } from '../../groups/fixtures.ts';
import { sealedId } from '../../site/tokens.ts';
import { aSite, type TestSite } from '../../testing.ts';
import { runHandedOut } from '../../testing/scripts.ts';
import { aSignature, manySignatures } from '../fixtures.ts';
import { aSharedCampaign, manySign } from '../proofs/fixtures.ts';
import { drawShares } from './drawing.ts';

/** A campaign in proportion, with two groups that stand with it. */
async function aDealt() {
  const site = await aSite();
  const shared = await aSharedCampaign(site, { sharing: 'proportional' });
  const { home, riders, nurses, campaign } = shared;
  let mailbox = 0;
  /** So many people of a group sign, who say yes to any other; more than a form takes at once. */
  const many = async (group: AGroup, count: number) => {
    await manySign(site, shared, { group, count, mailbox });
    mailbox += count;
    await site.db.execute(sql`
      insert into signature_shares (signature_id, group_id, email, proven_at)
      select own.id, carrier.id, own.id || '@example.org', now() from signatures own cross join groups carrier
      where own.campaign_id = ${campaign.id} and own.group_id = ${group.id} and carrier.id <> own.group_id
      on conflict do nothing`);
  };
  return {
    site,
    ...shared,
    atHome: (count: number) => many(home, count),
    atRiders: (count: number) => many(riders, count),
    /** They sign by the form, with their answer to the mail. */
    signing: (count: number) => manySignatures(site, campaign, { count, shares: [riders.slug, nurses.slug] }),
    /** The outcome was said, so many hours ago. */
    async end(hours = 25) {
      await site.as(home.steward).put(`${campaign.path}/outcome`, { outcome: 'won' });
      await site.db.execute(sql`update campaigns set ended_at = now() - make_interval(hours => ${hours})`);
      await drawShares(site.ctx());
    },
    path: (group: { slug: string }) => `/groups/${group.slug}/sponsorships/${campaign.slug}/draws`,
  };
}

/** How many people each group has that came by a signature, of its own and by lot. */
async function counts(site: TestSite) {
  const { rows } = await site.db.execute<{ name: string; own: number; got: number }>(sql`
    select grouped.name, count(own.id)::int as own, count(share.person_id)::int as got
    from people person join groups grouped on grouped.id = person.group_id
    left join signatures own on own.person_id = person.id
    left join signature_shares share on share.person_id = person.id
    where person.source = 'signature' group by grouped.name order by grouped.name`);
  return Object.fromEntries(rows.map(({ name, own, got }) => [name, [own, got]]));
}

test('each group gets as many new people as it brought, of those who said yes to any, a day after the end', async () => {
  const { site, home, riders, nurses, campaign, atHome, atRiders, end, path } = await aDealt();
  await atHome(23);
  await manySignatures(site, campaign, { count: 4 });
  await atRiders(12);
  await end(23);
  expect(await counts(site)).toEqual({ [home.name]: [27, 0], [riders.name]: [12, 0] });
  await end();
  // Riders: twelve of twenty that wait, by tens; home: of twelve ten; nurses brought nobody.
  expect(await counts(site)).toEqual({ [home.name]: [27, 10], [riders.name]: [12, 12] });
  await drawShares(site.ctx());
  expect(await counts(site)).toEqual({ [home.name]: [27, 10], [riders.name]: [12, 12] });
  const { rows } = (await site.as(riders.steward).get(path(riders))).body;
  expect(rows).toMatchObject([{ broughtCount: 12, beforeCount: 0, lotCount: 20, drawnCount: 12 }]);
  expect((await site.as(nurses.steward).get(path(nurses))).body.rows).toEqual([]);
});

test('who is dealt has said yes to that group’s mail, and it knows where they are from', async () => {
  const { site, riders, signing, atRiders, end } = await aDealt();
  await signing(10);
  await atRiders(1);
  await end();
  const { rows } = await site.db.execute(sql`
    select distinct consent.given, consent.words, person.source from people person
    join signature_shares share on share.person_id = person.id
    left join consents consent on consent.person_id = person.id and consent.purpose = 'updates'
    where person.group_id = ${riders.id}`);
  expect(rows).toEqual([
    {
      given: 'yes',
      words: 'Any of the groups of this campaign may have my name and address, and write to me',
      source: 'signature',
    },
  ]);
});

test('nobody is dealt who took it back, was not asked by their own mailbox, or told their group to pass them on to nobody', async () => {
  const { site, home, riders, campaign, signing, atRiders, end } = await aDealt();
  const signed = await signing(12);
  await atRiders(20);
  const unproven = await aSignature(site, campaign, { shares: [riders.slug], confirmed: false });
  await site.as(null).put(`/signatures/${unproven.sealed}/confirmation`);
  const [first, second] = signed;
  const seen = await site.as(null).put(`/signatures/${first?.sealed}/shares`, { shares: [] });
  expect(seen.body.affirmed).toEqual([]);
  await site.db.execute(sql`
    insert into consents (group_id, person_id, way, purpose, given, how)
    select group_id, id, 'any', 'sharing', 'no', 'own-page' from people where email = ${second?.email}`);
  await end();
  const { rows } = await site.db.execute<{ email: string }>(sql`
    select email from people where group_id = ${riders.id} and id in (select person_id from signature_shares)`);
  const got = rows.map(({ email }) => email).toSorted((one, other) => one.localeCompare(other));
  const may = signed.slice(2).map(({ email }) => email);
  expect(got).toEqual(may.toSorted((one, other) => one.localeCompare(other)));
  expect((await counts(site))[home.name]?.[1]).toBe(13);
});

test('whom a group knows already is not new, and fewer than ten are dealt to nobody', async () => {
  const { site, riders, signing, atRiders, end, path } = await aDealt();
  const signed = await signing(10);
  await atRiders(9);
  await site.db.execute(sql`insert into people (id, group_id, name, email, language, source)
    values (gen_random_uuid(), ${riders.id}, 'Known', ${signed[0]?.email}, 'en', 'organizer')`);
  await end();
  const { rows } = await site.db.execute(sql`select from signature_shares where given_at is not null`);
  expect(rows).toEqual([]);
  expect((await site.as(riders.steward).get(path(riders))).body.rows).toEqual([]);
});

test('what no lot fell to waits for an outcome that is taken back, and is let go after thirty days', async () => {
  const { site, home, riders, campaign, atHome, atRiders, end } = await aDealt();
  await atHome(10);
  await atRiders(2);
  await end();
  await site.as(home.steward).delete(`${campaign.path}/outcome`);
  await atHome(4);
  await atRiders(3);
  await end();
  expect((await counts(site))[riders.name]).toEqual([5, 5]);
  await end(24 * 31);
  const { rows } = await site.db.execute(sql`select from signature_shares where given_at is null`);
  expect(rows).toEqual([]);
});

test('a group that left, is frozen or turned private gets nobody, and a campaign that is hidden deals nobody', async () => {
  for (const harm of [
    sql`update campaign_sponsors set accepted_at = null, left_at = now()`,
    sql`update groups set frozen_at = now() where name = 'Riders'`,
    sql`update groups set visibility = 'private' where name = 'Riders'`,
    sql`update campaigns set hidden_at = now()`,
  ]) {
    const { site, riders, atHome, atRiders, end } = await aDealt();
    await atHome(10);
    await atRiders(10);
    await site.db.execute(harm);
    await end();
    expect((await counts(site))[riders.name]?.[1]).toBe(0);
  }
});

test('the list of a draw is checked by the script, against what was sealed before anybody signed', async () => {
  const { site, riders, atHome, atRiders, end, path } = await aDealt();
  const { commitment } = (await site.as(riders.steward).get(path(riders))).body;
  await atHome(34);
  await atRiders(11);
  await end();
  const { rows } = (await site.as(riders.steward).get(path(riders))).body;
  const list = (await site.as(riders.steward).get(`${path(riders)}/${rows[0].id}.txt`)).body as string;
  const people = (await site.as(riders.steward).post(`${path(riders)}/exports`)).body as string;
  expect(people.trimEnd().split('\n')).toHaveLength(12);
  const right = await check({ list, people }, commitment);
  expect(right).toMatchObject({ code: 0 });
  expect(right.said).toContain('Lots: 30. Drawn: 11.');
  expect(right.said).toContain('People of this draw in your file: 11.');
  expect(right.said).toContain('the seed that you wrote down');

  expect(await check({ list, people }, 'ab'.repeat(32))).toMatchObject({ code: 1 });
  const otherSeed = list.replace(
    /^seed: ./m,
    (start) => `${start.slice(0, -1)}${start.endsWith('0') ? '1' : '0'}`,
  );
  expect(await check({ list: otherSeed, people }, commitment)).toMatchObject({ code: 1 });
  const strange = people.replace(/[0-9a-f]{12}\r?\n$/, '000000000000\n');
  expect((await check({ list, people: strange })).said).toContain('1 people of your file were not drawn');
  expect(await check({ list: 'something else' })).toMatchObject({ code: 2 });
});

test('a draw is read by who publishes for that group, its people by who takes people out, who are told', async () => {
  const { site, home, riders, nurses, atHome, atRiders, end, path } = await aDealt();
  await atHome(10);
  await atRiders(1);
  await end();
  const { rows } = (await site.as(riders.steward).get(path(riders))).body;
  const file = `${path(riders)}/${rows[0].id}.txt`;
  const organizer = await aMember(site, riders, 'organizer');
  expect((await site.as(organizer).get(file)).status).toBe(200);
  expect((await site.as(organizer).post(`${path(riders)}/exports`)).status).toBe(403);
  const other = await aGroup(site, { name: 'Others' });
  for (const who of [home.steward, nurses.steward, other.steward]) {
    expect((await site.as(who).get(file)).status).toBe(403);
    expect((await site.as(who).get(path(riders))).status).toBe(403);
    expect((await site.as(who).post(`${path(riders)}/exports`)).status).toBe(403);
  }
  for (const group of [nurses, home])
    expect((await site.as(group.steward).get(`${path(group)}/${rows[0].id}.txt`)).status).toBe(404);
  expect((await site.as(other.steward).get(path(other))).status).toBe(404);
  expect((await site.as(other.steward).post(`${path(other)}/exports`)).status).toBe(404);

  const exporter = await aMember(site, riders);
  await anOwnRole(site, riders, exporter, ['export_people']);
  expect((await site.as(exporter).post(`${path(riders)}/exports`)).status).toBe(200);
  const own = await site.db.execute<{ id: string; name: string }>(sql`
    select id, (case when id in (select person_id from signature_shares) then 'dealt' else 'other' end) as name from people
    where group_id = ${riders.id} order by name`);
  const looks = own.rows.map(async ({ id }) => {
    const sealed = sealedId(site.house.settings.secret, 'own-record', id);
    return (await site.as(null).get(`/own-records/${sealed}/looks`)).body.namesCount;
  });
  expect(await Promise.all(looks)).toEqual([1, 0]);
});

test('neither the home group nor the group whose person it is reads who said yes to others, or to whom they fell', async () => {
  const { site, home, riders, campaign, atHome, atRiders, end, path } = await aDealt();
  await atHome(10);
  await atRiders(1);
  await end();
  const { rows } = await site.db.execute<{ key: string; seed: string }>(
    sql`select lot_key as key, (select draw_seed from campaigns) as seed from signature_shares`,
  );
  const seen = [];
  for (const group of [home, riders]) {
    for (const read of [
      ...[campaign.path, `${campaign.path}/signatures`, `${campaign.path}/proofs`, path(group)],
      ...[`/groups/${group.slug}/people`, `/groups/${group.slug}/sponsorships/${campaign.slug}`],
    ])
      seen.push((await site.as(group.steward).get(read)).body);
    seen.push((await site.as(group.steward).post(`${campaign.path}/names/exports`)).body);
    seen.push((await site.as(group.steward).post(`/groups/${group.slug}/people/exports`)).body);
  }
  const text = JSON.stringify(seen);
  expect(text).toContain(campaign.slug);
  for (const { key, seed } of rows) {
    expect(text).not.toContain(key);
    expect(text).not.toContain(seed);
  }
});

function check(files: { list: string; people?: string }, ...more: string[]) {
  return runHandedOut('draw-check.mjs', files, ...more);
}
