import { sql } from 'drizzle-orm';
import { text } from 'node:stream/consumers';
import { expect, test } from 'vitest';
import { findViewer } from '../../accounts/sessions.ts';
import { anOwnRole, aMember } from '../../groups/fixtures.ts';
import { aCrew } from '../../people/fixtures.ts';
import { aSite } from '../../testing.ts';
import { aPublishedCampaign, aSignature } from '../fixtures.ts';
import { exportNames } from './actions.ts';

async function aSignedCampaign() {
  const site = await aSite();
  const crew = await aCrew(site);
  const { slug } = await aPublishedCampaign(site, crew.group);
  const path = `/campaigns/${slug}`;
  await aSignature(site, { path }, { name: 'Ana Ruiz', showName: true });
  await aSignature(site, { path }, { name: '=Sam Ortiz' });
  await aSignature(site, { path }, { name: 'Zoe Lin', showName: true, shownName: 'Zoe from 9th' });
  await aSignature(site, { path }, { name: 'Never proven', confirmed: false });
  const { sealed } = await aSignature(site, { path }, { name: 'Gone Again' });
  await site.as(null).delete(`/signatures/${sealed}`);
  return { site, ...crew, slug, path, asSteward: site.as(crew.steward) };
}

test('a book holds the names that may be shown, as their owners want to be called, and counts the others', async () => {
  const { path, asSteward } = await aSignedCampaign();
  const { body } = await asSteward.post(`${path}/names/books`, { whose: 'shown' });
  expect(body).toEqual({
    total: 3,
    shownCount: 2,
    isCut: false,
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
  expect(lines).toEqual([
    'name,city,postcode,signed_on_utc,name_may_be_shown,name_shown',
    expect.stringMatching(`^Ana Ruiz,,,${day},yes,$`),
    expect.stringMatching(`^'=Sam Ortiz,,,${day},no,$`),
    expect.stringMatching(`^Zoe Lin,,,${day},yes,Zoe from 9th$`),
  ]);
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
