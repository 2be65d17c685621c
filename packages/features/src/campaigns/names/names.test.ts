import { sql } from 'drizzle-orm';
import { text } from 'node:stream/consumers';
import { expect, test } from 'vitest';
import { findViewer } from '../../accounts/sessions.ts';
import { anOwnRole, aMember } from '../../groups/fixtures.ts';
import { aCrew } from '../../people/fixtures.ts';
import { sealedId } from '../../site/tokens.ts';
import { aSite } from '../../testing.ts';
import { aPublishedCampaign, aSignature } from '../fixtures.ts';
import { exportNames } from './actions.ts';

async function aSignedCampaign() {
  const site = await aSite();
  const crew = await aCrew(site);
  const { slug, id: campaignId } = await aPublishedCampaign(site, crew.group);
  const path = `/campaigns/${slug}`;
  await aSignature(site, { path }, { name: 'Ana Ruiz', showName: true });
  await aSignature(site, { path }, { name: '=Sam Ortiz' });
  await aSignature(site, { path }, { name: 'Zoe Lin', showName: true, shownName: 'Zoe from 9th' });
  await aSignature(site, { path }, { name: 'Never proven', confirmed: false });
  const { sealed } = await aSignature(site, { path }, { name: 'Gone Again' });
  await site.as(null).delete(`/signatures/${sealed}`);
  return { site, ...crew, slug, campaignId, path, asSteward: site.as(crew.steward) };
}

test('a book holds the names that may be shown, as their owners want to be called, and counts the others', async () => {
  const { path, asSteward } = await aSignedCampaign();
  const { body } = await asSteward.post(`${path}/names/books`, { whose: 'shown' });
  expect(body).toEqual({
    total: 3,
    shownCount: 2,
    isCut: false,
    paperCount: 0,
    paperRows: [],
    district: null,
    rows: ['Ana R.', 'Zoe from 9th'].map((name) => ({ name, city: null, postcode: null })),
  });
});

test('a book of all names holds them as they signed, first who signed first, with where they live if known', async () => {
  const { site, group, path, asSteward } = await aSignedCampaign();
  await site.work();
  const people = (await asSteward.get(`/groups/${group.slug}/people?search=Ana%20Ruiz`)).body.rows;
  await asSteward.put(`/groups/${group.slug}/people/${people[0].id}/address`, {
    city: 'Oakland',
    postcode: '94607',
  });
  const { body } = await asSteward.post(`${path}/names/books`, { whose: 'all' });
  expect(body.rows).toEqual([
    { name: 'Ana Ruiz', city: 'Oakland', postcode: '94607' },
    { name: '=Sam Ortiz', city: null, postcode: null },
    { name: 'Zoe Lin', city: null, postcode: null },
  ]);
});

test('a file of names holds no address of a mailbox, and no cell that computes', async () => {
  const { site, steward, slug } = await aSignedCampaign();
  const viewer = await findViewer(site.ctx(), steward.token);
  const { csv } = await exportNames(site.ctx(viewer ?? undefined), slug, { stretch: 1 });
  const lines = (await text(csv)).trimEnd().split('\n');
  const day = String.raw`\d{4}-\d\d-\d\d`;
  const key = '[0-9a-f-]{36}';
  expect(lines).toEqual([
    'name,city,postcode,signed_on_utc,name_may_be_shown,name_shown,signed,count_key',
    expect.stringMatching(`^Ana Ruiz,,,${day},yes,,here,${key}$`),
    expect.stringMatching(`^'=Sam Ortiz,,,${day},no,,here,${key}$`),
    expect.stringMatching(`^Zoe Lin,,,${day},yes,Zoe from 9th,here,${key}$`),
  ]);
});

async function onPaper({ asSteward, group, campaignId }: Awaited<ReturnType<typeof aSignedCampaign>>) {
  const sheets = `/groups/${group.slug}/sheets`;
  const heading = { title: 'Market', language: 'en', day: '2026-01-02', signs: true };
  const about = { kind: 'campaign', id: campaignId };
  const { body } = await asSteward.post(sheets, { ...heading, about });
  for (const row of [
    { name: 'Bo Paper', postcode: '94601' },
    { name: 'Cy Paper' },
    { name: 'Ana Ruiz', email: 'ana@example.org' },
  ])
    expect((await asSteward.post(`${sheets}/${body.id}/rows`, row)).status).toBe(201);
  return `${sheets}/${body.id}`;
}

test('who signed on paper is counted apart, once, and named where all are', async () => {
  const campaign = await aSignedCampaign();
  const { site, path, asSteward } = campaign;
  await aSignature(site, { path }, { name: 'Ana Ruiz', email: 'ana@example.org' });
  const sheet = await onPaper(campaign);
  const shown = (await asSteward.post(`${path}/names/books`, { whose: 'shown' })).body;
  expect([shown.total, shown.paperCount, shown.paperRows]).toEqual([4, 2, []]);
  const all = (await asSteward.post(`${path}/names/books`, { whose: 'all' })).body;
  expect(all.paperRows.map(({ name }: { name: string }) => name)).toEqual(['Bo Paper', 'Cy Paper']);
  expect((await asSteward.get(`${path}/numbers`)).body).toMatchObject({ confirmed: 4, onPaper: 2 });
  const viewer = await findViewer(site.ctx(), campaign.steward.token);
  const { csv } = await exportNames(site.ctx(viewer ?? undefined), campaign.slug);
  expect((await text(csv)).trimEnd().split('\n').slice(-2)).toEqual([
    'Bo Paper,,94601,2026-01-02,no,,on paper,',
    'Cy Paper,,,2026-01-02,no,,on paper,',
  ]);
  await asSteward.put(`${sheet}/undoing`);
  expect((await asSteward.post(`${path}/names/books`, { whose: 'all' })).body.paperCount).toBe(0);
  expect((await site.db.execute(sql`select from person_addresses`)).rowCount).toBe(0);
});

test('a sheet of no campaign signs none', async () => {
  const { asSteward, group } = await aSignedCampaign();
  const heading = { title: 'Market', language: 'en', day: '2026-01-02', signs: true };
  const refused = await asSteward.post(`/groups/${group.slug}/sheets`, heading);
  expect([refused.status, refused.body.fields[0]]).toMatchObject([422, { name: 'signs' }]);
});

test('a book says how many live in a district, and of fewer than ten only that', async () => {
  const site = await aSite();
  const crew = await aCrew(site);
  const { slug } = await aPublishedCampaign(site, crew.group, { asksPostcode: true });
  const path = `/campaigns/${slug}`;
  const asSteward = site.as(crew.steward);
  const living = async (district: string) =>
    (await asSteward.post(`${path}/names/books`, { whose: 'shown', district })).body.district;
  for (let n = 0; n < 9; n += 1)
    await aSignature(site, { path }, { name: `Signer ${n}`, postcode: n % 2 ? '946 01' : 'sw1a 1aa' });
  expect(await living('946, SW1')).toEqual({ beginnings: ['946', 'SW1'], count: null });
  await aSignature(site, { path }, { name: 'One more', postcode: '94602' });
  await aSignature(site, { path }, { name: 'Elsewhere', postcode: '10001' });
  expect(await living('sw 1; 946,946')).toEqual({ beginnings: ['SW1', '946'], count: 10 });
  expect(await living('%')).toEqual({ beginnings: ['%'], count: null });
  expect(await living(' , ')).toBeNull();
  const found = await asSteward.get(`/groups/${crew.group.slug}/people?search=Elsewhere`);
  const { body } = await asSteward.get(`/groups/${crew.group.slug}/people/${found.body.rows[0].id}/reach`);
  expect(body.address).toMatchObject({ postcode: '10001' });
});

test('a campaign that does not ask for postcodes keeps none', async () => {
  const { site, path } = await aSignedCampaign();
  await aSignature(site, { path }, { name: 'Dee Sent', postcode: '10001' });
  const { rows } = await site.db.execute(sql`select postcode from signatures where name = 'Dee Sent'`);
  expect(rows).toEqual([{ postcode: null }]);
  expect((await site.db.execute(sql`select from person_addresses`)).rowCount).toBe(0);
});

test('only who takes people out takes names, and each time is on record', async () => {
  const { site, group, organizer, member, outsider, path, asSteward } = await aSignedCampaign();
  for (const one of [organizer, member, outsider]) {
    expect((await site.as(one).post(`${path}/names/exports`)).status).toBe(403);
    expect((await site.as(one).post(`${path}/names/books`, { whose: 'shown' })).status).toBe(403);
  }
  const other = await aMember(site, group);
  await anOwnRole(site, group, other, ['export_people']);
  expect((await site.as(other).post(`${path}/names/exports`)).status).toBe(200);
  expect((await asSteward.post(`${path}/names/books`, { whose: 'all' })).status).toBe(200);
  const { rows } = await site.db.execute(sql`select 1 from journal where kind = 'campaigns.names-taken'`);
  expect(rows).toHaveLength(2);
});

test('whoever is among names that are taken out reads on how many days they were, and nobody else does', async () => {
  const campaign = await aSignedCampaign();
  const { site, path, asSteward } = campaign;
  await onPaper(campaign);
  const { rows } = await site.db.execute<{ id: string; name: string }>(
    sql`select id, name from people where name in ('Zoe Lin', '=Sam Ortiz', 'Gone Again', 'Bo Paper')`,
  );
  const counts = async () =>
    Object.fromEntries(
      await Promise.all(
        rows.map(async ({ id, name }) => {
          const sealed = sealedId(site.house.settings.secret, 'own-record', id);
          return [name, (await site.as(null).get(`/own-records/${sealed}/looks`)).body.namesCount];
        }),
      ),
    );
  await asSteward.post(`${path}/names/books`, { whose: 'shown' });
  expect(await counts()).toEqual({ 'Zoe Lin': 1, '=Sam Ortiz': 0, 'Gone Again': 0, 'Bo Paper': 0 });
  await site.db.execute(
    sql`update journal set at = at + interval '2 days' where kind = 'campaigns.names-taken'`,
  );
  await asSteward.post(`${path}/names/books`, { whose: 'all' });
  await asSteward.post(`${path}/names/exports`);
  expect(await counts()).toEqual({ 'Zoe Lin': 2, '=Sam Ortiz': 1, 'Gone Again': 0, 'Bo Paper': 1 });
});
