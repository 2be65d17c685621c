import { sql } from 'drizzle-orm';
import { text } from 'node:stream/consumers';
import { expect, test } from 'vitest';
import { anAccount } from '../../accounts/fixtures.ts';
import { contextFor, NOBODY } from '../../context.ts';
import { aGroup, aMember, type AGroup } from '../../groups/fixtures.ts';
import { aSite, type TestSite } from '../../testing.ts';
import { aCampaign, aSignature, aSponsor } from '../fixtures.ts';
import { exportNames } from '../names/actions.ts';
import { addUpTallies, tellBrought } from '../signatures/tally.ts';

test('whoever signs through a sponsor’s link is its person, and nowhere to be found in the home group', async () => {
  const site = await aSite();
  const { home, riders, campaign, through } = await aCarried(site);
  await aSignature(site, campaign, { ...ana, ...through, comment: 'My street.', updates: true });
  expect(await peopleOf(site, riders)).toEqual([ana.email]);
  expect(await peopleOf(site, home)).toEqual([]);

  const steward = site.as(home.steward);
  const book = await steward.post(`${campaign.path}/names/books`, { whose: 'all' });
  const file = await exportNames(
    contextFor(site.house, { ...NOBODY, ...home.steward, signedIn: true }),
    campaign.slug,
  );
  const seen = [
    (await steward.get(`${campaign.path}/signatures`)).body.rows,
    (await steward.get(`${campaign.path}/numbers`)).body.byDay,
    book.body.rows,
    (await steward.get(`/groups/${home.slug}/people`)).body.rows,
  ];
  expect(seen).toEqual([[], [], [], []]);
  const csv = await text(file.csv);
  expect(csv.trim().split('\n')).toHaveLength(1);
  expect(JSON.stringify([seen, book.body])).not.toMatch(/Ana|ana@/);
  const { reachable } = (await steward.get(`${campaign.path}/numbers`)).body;
  expect(reachable).toBe(0);
  const own = await site.as(riders.steward).get(`/groups/${riders.slug}/people`);
  expect(own.body.rows).toMatchObject([{ name: 'Ana Ruiz' }]);
});

test('of a sponsor’s people the home group’s moderators see what stands on the page, and take that off', async () => {
  const site = await aSite();
  const { home, campaign, through } = await aCarried(site);
  const said = { comment: 'My street.', showName: true, shownName: 'A neighbour' };
  await aSignature(site, campaign, { ...ana, ...said, ...through });
  expect((await site.as(null).get(campaign.path)).body.recentSigners).toMatchObject([
    { name: 'A neighbour' },
  ]);
  const steward = site.as(home.steward);
  const [row] = (await steward.get(`${campaign.path}/signatures`)).body.rows;
  expect(row).toMatchObject({ name: 'A neighbour', comment: 'My street.', personId: null });
  expect((await steward.put(`${campaign.path}/signatures/${row.id}/hiding`)).status).toBe(204);
  expect((await site.as(null).get(campaign.path)).body.recentSigners).toEqual([]);
  expect((await steward.get(`${campaign.path}/signatures`)).body.rows).toMatchObject([{ isHidden: true }]);
});

test('the form says whose person one will be, and a form that said another group is refused and kept', async () => {
  const site = await aSite();
  const { home, riders, campaign, code, through, answer } = await aCarried(site);
  const owner = async (via: string) => (await site.as(null).get(`${campaign.path}?via=${via}`)).body.owner;
  expect(await owner(code)).toMatchObject({ slug: riders.slug, name: riders.name });
  expect(await owner(code.toUpperCase())).toMatchObject({ slug: riders.slug });
  expect(await owner('')).toMatchObject({ slug: home.slug });
  expect(await owner('nothing')).toMatchObject({ slug: home.slug });

  const form = { ...ana, updates: false, ...through };
  await site.as(riders.steward).delete(answer);
  expect(await owner(code)).toMatchObject({ slug: home.slug });
  expect(await site.as(null).post(`${campaign.path}/signatures`, form)).toMatchObject({
    status: 409,
    body: { code: 'campaigns.owner-changed' },
  });
  expect(await peopleOf(site, home)).toEqual([]);
  const again = { ...form, owner: home.slug };
  expect((await site.as(null).post(`${campaign.path}/signatures`, again)).status).toBe(202);
  expect(await peopleOf(site, home)).toEqual([ana.email]);
});

test('a link of a group that does not stand with the campaign, is private or frozen brings nobody to it', async () => {
  const site = await aSite();
  const { home, riders, campaign, code } = await aCarried(site);
  const owner = async (via: string) =>
    (await site.as(null).get(`${campaign.path}?via=${via}`)).body.owner.slug;
  const other = await aGroup(site, { name: 'Others' });
  const link = { path: campaign.path, label: 'Ours', code: 'ours' };
  await site.as(other.steward).post(`/groups/${other.slug}/links`, link);
  expect(await owner('ours')).toBe(home.slug);
  await aSignature(site, campaign, { ...ana, link: 'ours' });
  expect(await peopleOf(site, other)).toEqual([]);

  await site.db.execute(sql`update groups set frozen_at = now() where id = ${riders.id}`);
  expect(await owner(code)).toBe(home.slug);
  await site.db.execute(
    sql`update groups set frozen_at = null, visibility = 'private' where id = ${riders.id}`,
  );
  expect(await owner(code)).toBe(home.slug);
  await site.db.execute(sql`update groups set visibility = 'unlisted' where id = ${riders.id}`);
  expect(await owner(code)).toBe(riders.slug);
});

test('any of a sponsor’s own links to the campaign brings people to it', async () => {
  const site = await aSite();
  const { riders, campaign } = await aCarried(site);
  const flyer = { path: campaign.path, label: 'Flyer', code: 'riders-flyer' };
  await site.as(riders.steward).post(`/groups/${riders.slug}/links`, flyer);
  await aSignature(site, campaign, { ...ana, link: 'riders-flyer', owner: riders.slug });
  expect(await peopleOf(site, riders)).toEqual([ana.email]);
});

test('whoever was not told of the sponsor is the home group’s person, also where a link of it brought them', async () => {
  const site = await aSite();
  const { home, riders, campaign, code } = await aCarried(site);
  await aSignature(site, campaign, { ...ana, link: code });
  expect([await peopleOf(site, home), await peopleOf(site, riders)]).toEqual([[ana.email], []]);
});

test('a link of a sponsor that leads elsewhere, or nowhere, brings nobody to the campaign', async () => {
  const site = await aSite();
  const { home, riders, campaign } = await aCarried(site);
  const owner = async (via: string) =>
    (await site.as(null).get(`${campaign.path}?via=${via}`)).body.owner.slug;
  const make = (path: string, code: string) =>
    site.as(riders.steward).post(`/groups/${riders.slug}/links`, { path, label: 'Ours', code });
  await make(`/groups/${riders.slug}`, 'riders-home');
  await make(campaign.path, 'riders-flyer');
  expect([await owner('riders-home'), await owner('riders-flyer')]).toEqual([home.slug, riders.slug]);
  await site.db.execute(sql`update links set shut_at = now() where code = 'riders-flyer'`);
  expect(await owner('riders-flyer')).toBe(home.slug);
});

test('one mailbox is one of those who stand, through whichever groups it signs, and is known so here alone', async () => {
  const site = await aSite();
  const { home, riders, campaign, through } = await aCarried(site);
  await aSignature(site, campaign, ana);
  await aSignature(site, campaign, { ...ana, ...through });
  expect([await peopleOf(site, home), await peopleOf(site, riders)]).toEqual([[ana.email], [ana.email]]);
  const other = await aCampaign(site, home, home.steward);
  await aSignature(site, other, ana);
  const { rows } = await site.db.execute<{ key: string; count: number }>(
    sql`select mailbox_key as key, count(*)::int as count from signatures group by 1 order by 2`,
  );
  expect(rows.map(({ count }) => count)).toEqual([1, 2]);
  for (const { key } of rows) expect(key).toMatch(/^[\w-]{43}$/);
});

test('who stands through two groups is told once, by tens, and no count before that falls', async () => {
  const site = await aSite();
  const { home, riders, campaign } = await aCarried(site);
  const told = async () => {
    await tellBrought(site.ctx());
    return (await site.as(null).get(campaign.path)).body.signatureCount as number;
  };
  await bring(site, { group: riders, campaign, sponsorId: riders.id }, 25);
  await bring(site, { group: home, campaign, sponsorId: null }, 9);
  expect(await told()).toBe(29);
  await bring(site, { group: home, campaign, sponsorId: null }, 13);
  expect(await told()).toBe(33);

  await site.db.execute(sql`update campaign_sponsors set told_count = 0`);
  await site.db.execute(sql`delete from campaign_proof_leaves`);
  expect(await told()).toBe(23);
});

test('an organizer who gives a person another address moves no count and learns of nobody', async () => {
  const site = await aSite();
  const { home, campaign, through } = await aCarried(site);
  await aSignature(site, campaign, ana);
  const { sealed } = await aSignature(site, campaign, {
    name: 'A spy',
    email: 'spy@example.org',
    ...through,
  });
  const keys = async () =>
    (await site.db.execute(sql`select group_id, mailbox_key, stands from signatures order by id`)).rows;
  const before = await keys();
  await site.db.execute(sql`update people set email = ${ana.email} where email = 'spy@example.org'`);
  await site.as(null).delete(`/signatures/${sealed}`);
  await site.as(null).put(`/signatures/${sealed}/confirmation`);
  expect(await keys()).toEqual(before);
  expect(await peopleOf(site, home)).toEqual([ana.email]);
});

test('whoever left stays counted for the group that brought them, and from then on nobody comes to it', async () => {
  const site = await aSite();
  const { home, riders, campaign, code, answer } = await aCarried(site);
  await bring(site, { group: riders, campaign, sponsorId: riders.id }, 12);
  await tellBrought(site.ctx());
  expect((await site.as(null).get(campaign.path)).body.signatureCount).toBe(10);
  expect((await site.as(riders.steward).delete(answer)).status).toBe(204);
  expect((await site.as(null).get(campaign.path)).body.signatureCount).toBe(10);
  await aSignature(site, campaign, { ...ana, link: code });
  expect(await peopleOf(site, home)).toEqual([ana.email]);
  expect((await site.as(null).get(campaign.path)).body.signatureCount).toBe(11);
});

test('a campaign that goes with its group leaves a sponsor’s people where they are', async () => {
  const site = await aSite();
  const { home, riders, campaign, through } = await aCarried(site);
  await aSignature(site, campaign, { ...ana, ...through });
  await site.db.execute(sql`delete from groups where id = ${home.id}`);
  expect(await peopleOf(site, riders)).toEqual([ana.email]);
  const { rows } = await site.db.execute(sql`select kind from person_history where group_id = ${riders.id}`);
  expect(rows).toEqual(expect.arrayContaining([{ kind: 'confirmed' }]));
  expect((await site.as(riders.steward).get(`/groups/${riders.slug}/sponsorships`)).body.rows).toEqual([]);
});

test('a mail to whoever signed is of the group whose person they are, and its own page holds what it knows', async () => {
  const site = await aSite();
  const { riders, campaign, through } = await aCarried(site);
  const { sealed } = await aSignature(site, campaign, { ...ana, ...through, updates: true });
  expect((await site.mails()).filter(({ toAddress }) => toAddress === ana.email)).toMatchObject([
    { groupId: riders.id },
  ]);
  const { subscription, group } = (await site.as(null).get(`/signatures/${sealed}`)).body;
  expect(group).toMatchObject({ slug: riders.slug });
  expect((await site.as(null).get(`/subscriptions/${subscription}`)).body).toMatchObject({
    subscribed: true,
  });

  const bo = await anAccount(site);
  const mine = { name: bo.name, email: bo.email, ...through, updates: true };
  expect((await site.as(bo).post(`${campaign.path}/signatures`, mine)).status).toBe(201);
  expect(await peopleOf(site, riders)).toEqual([ana.email, bo.email].sort());
  expect((await site.as(bo).get(campaign.path)).body.hasSigned).toBe(true);
});

test('held signatures of a sponsor’s people name nobody to whoever judges them', async () => {
  const site = await aSite();
  const { home, campaign, through } = await aCarried(site);
  const typed = { ...ana, updates: false, ...through, website: 'https://example.org' };
  await site.as(null).post(`${campaign.path}/signatures`, typed);
  const { rows } = (await site.as(home.steward).get(`${campaign.path}/bursts`)).body;
  expect(rows).toMatchObject([{ waiting: 10, proven: 0, isBrought: true, names: [] }]);
  expect(JSON.stringify(rows)).not.toMatch(/Ana|example/);
});

test('an organizer of either group who is none of the other reads its own people only', async () => {
  const site = await aSite();
  const { home, riders, campaign, through } = await aCarried(site);
  const organizer = await aMember(site, riders, 'organizer');
  const { email } = await aSignature(site, campaign, { name: 'Hana Home' });
  await aSignature(site, campaign, { ...ana, ...through });
  expect((await site.as(organizer).get(`${campaign.path}/signatures`)).status).toBe(403);
  expect((await site.as(organizer).get(`${campaign.path}/numbers`)).status).toBe(403);
  expect((await site.as(organizer).post(`${campaign.path}/names/books`, { whose: 'all' })).status).toBe(403);
  const found = async (group: AGroup, lines: string) => {
    const { body } = await site
      .as(group.steward)
      .get(`/groups/${group.slug}/people?lines=${encodeURIComponent(lines)}`);
    return body.rows.map((row: { email: string }) => row.email);
  };
  for (const lines of [`add:signed:campaign=${campaign.id}`, 'add:signed']) {
    expect(await found(home, lines), lines).toEqual([email]);
    expect(await found(riders, lines), lines).toEqual([ana.email]);
  }
});

const ana = { name: 'Ana Ruiz', email: 'ana@example.org' };

/** A campaign of one group with which another stands. */
async function aCarried(site: TestSite) {
  const [home, riders] = [await aGroup(site, { name: 'Tenants' }), await aGroup(site, { name: 'Riders' })];
  const campaign = await aCampaign(site, home, home.steward);
  const { code, path: answer } = await aSponsor(site, campaign, { by: home.steward, group: riders });
  return { home, riders, campaign, code, through: { link: code, owner: riders.slug }, answer };
}

async function peopleOf(site: TestSite, group: { id: string }) {
  const { rows } = await site.db.execute<{ email: string }>(
    sql`select email from people where group_id = ${group.id} order by email`,
  );
  return rows.map(({ email }) => email);
}

/** So many people of a group sign, in place of those who did; the first of one group have the mailboxes of the first of another. */
async function bring(
  site: TestSite,
  { group, campaign, sponsorId }: { group: AGroup; campaign: { id: string }; sponsorId: string | null },
  count: number,
) {
  await site.db.execute(sql`delete from people where group_id = ${group.id} and name = 'Signer'`);
  await site.db.execute(sql`with made as (
      insert into people (id, group_id, name, language, source)
      select gen_random_uuid(), ${group.id}, 'Signer', 'en', 'signature' from generate_series(1, ${count}) returning id)
    insert into signatures (id, group_id, sponsor_id, campaign_id, person_id, kind, name, confirmed_at, mailbox_key)
    select gen_random_uuid(), ${group.id}, ${sponsorId}, ${campaign.id}, id, 'signature', 'Signer', now(),
      'mailbox ' || row_number() over () from made`);
  await addUpTallies(site.ctx());
}
