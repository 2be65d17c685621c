import { journal } from '@groundwork/database/journal/tables';
import { and, asc, eq, like } from 'drizzle-orm';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { aGroup, aMember, anOwnRole } from '../../groups/fixtures.ts';
import { RESPONSIBILITIES } from '../../groups/responsibilities.ts';
import { aSite, type TestSite } from '../../testing.ts';
import { aCampaign, aSignature } from '../fixtures.ts';
import { campaignPolicy } from '../policy.ts';

/** A campaign, its sister, and a member who runs the first alone. */
async function aManaged(site: TestSite, responsibilities?: string[]) {
  const group = await aGroup(site);
  const campaign = await aCampaign(site, group, group.steward);
  const sister = await aCampaign(site, group, group.steward);
  const ana = await aMember(site, group);
  const named = await site
    .as(group.steward)
    .put(`${campaign.path}/coordinators/${ana.id}`, { ...(responsibilities && { responsibilities }) });
  expect(named.status).toBe(204);
  return { group, campaign, sister, ana, as: site.as(ana) };
}

describe('who runs one campaign', () => {
  test('edits it, pauses it, and posts its news', async () => {
    const site = await aSite();
    const { campaign, as } = await aManaged(site);
    expect((await as.patch(campaign.path, { ask: 'Another ask.' })).status).toBe(200);
    expect((await as.put(`${campaign.path}/pause`)).status).toBe(200);
    const news = { title: 'News', body: 'They postponed.' };
    expect((await as.post(`${campaign.path}/updates`, news)).status).toBe(201);
    expect((await as.get(`${campaign.path}/numbers`)).status).toBe(200);
  });

  test('sees no name and no person', async () => {
    const site = await aSite();
    const { group, campaign, as } = await aManaged(site);
    await aSignature(site, campaign);
    expect((await as.get(`${campaign.path}/signatures`)).status).toBe(403);
    expect((await as.get(`/groups/${group.slug}/people`)).status).toBe(404);
  });

  test('neither ends it, nor asks other groups, nor lets others run it', async () => {
    const site = await aSite();
    const { group, campaign, as } = await aManaged(site);
    const omar = await aMember(site, group);
    const elsewhere = await aGroup(site, { name: 'Choir' });
    for (const [method, path, body] of [
      ['put', 'outcome', { outcome: 'won' }],
      ['put', `sponsors/${elsewhere.slug}`, {}],
      ['put', `coordinators/${omar.id}`, {}],
      ['delete', `coordinators/${omar.id}`, undefined],
    ] as const)
      expect((await as[method](`${campaign.path}/${path}`, body)).status, path).toBe(403);
  });

  test('has nothing to say about another campaign of the group', async () => {
    const site = await aSite();
    const { sister, as } = await aManaged(site);
    expect((await as.patch(sister.path, { ask: 'Another ask.' })).status).toBe(403);
    expect((await as.get(`${sister.path}/numbers`)).status).toBe(403);
    expect((await as.get(sister.path)).body.can).toMatchObject({
      edit: false,
      count: false,
      tellNews: false,
    });
  });

  test('sees their own draft, alone and in the list, and no other', async () => {
    const site = await aSite();
    const group = await aGroup(site);
    const [own, other] = [
      await aCampaign(site, group, group.steward, { state: 'draft' }),
      await aCampaign(site, group, group.steward, { state: 'draft' }),
    ];
    const ana = await aMember(site, group);
    await site.as(group.steward).put(`${own.path}/coordinators/${ana.id}`, {});
    expect((await site.as(ana).get(own.path)).status).toBe(200);
    expect((await site.as(ana).get(other.path)).status).toBe(404);
    const { body } = await site.as(ana).get(`/campaigns?group=${group.slug}&state=any`);
    expect(body.rows.map(({ slug }: { slug: string }) => slug)).toEqual([own.slug]);
  });

  test('sees who signed this one where that was given too', async () => {
    const site = await aSite();
    const { campaign, sister, as } = await aManaged(site, ['see_people']);
    expect((await as.get(`${campaign.path}/signatures`)).status).toBe(200);
    expect((await as.get(`${sister.path}/signatures`)).status).toBe(403);
    expect((await as.patch(campaign.path, { ask: 'Another ask.' })).status).toBe(200);
  });

  test('runs it no more once it is taken from them, or they left the group', async () => {
    const site = await aSite();
    const { group, campaign, ana, as } = await aManaged(site);
    const steward = site.as(group.steward);
    expect((await steward.delete(`${campaign.path}/coordinators/${ana.id}`)).status).toBe(204);
    expect((await as.patch(campaign.path, { ask: 'Mine.' })).status).toBe(403);
    expect((await steward.delete(`${campaign.path}/coordinators/${ana.id}`)).status).toBe(404);
    await steward.put(`${campaign.path}/coordinators/${ana.id}`, {});
    await as.delete(`/groups/${group.slug}/membership`);
    await as.put(`/groups/${group.slug}/membership`);
    expect((await as.patch(campaign.path, { ask: 'Mine.' })).status).toBe(403);
  });
});

describe('whoever carries less in the group than they did', () => {
  test('runs no campaign of it any more, and does again once a steward names them anew', async () => {
    const site = await aSite();
    const { group, campaign, ana, as } = await aManaged(site, ['see_people']);
    const steward = site.as(group.steward);
    const role = await anOwnRole(site, group, ana, ['publish', 'moderate']);
    await site.work();
    expect((await as.get(`${campaign.path}/signatures`)).status).toBe(200);
    await steward.put(`/groups/${group.slug}/roles/${role}`, {
      name: 'Press',
      responsibilities: ['publish'],
    });
    await site.work();
    expect((await as.get(`${campaign.path}/signatures`)).status).toBe(403);
    await steward.put(`${campaign.path}/coordinators/${ana.id}`, { responsibilities: ['see_people'] });
    await site.work();
    expect((await as.get(`${campaign.path}/signatures`)).status).toBe(200);
  });

  test('keeps what they were given in other groups, as others keep it in this one', async () => {
    const site = await aSite();
    const { group, campaign, ana, as } = await aManaged(site);
    const [elsewhere, omar] = [await aGroup(site, { name: 'Choir' }), await aMember(site, group)];
    await aMember(site, elsewhere, 'organizer', ana);
    await site.as(group.steward).put(`${campaign.path}/coordinators/${omar.id}`, {});
    await site.as(elsewhere.steward).patch(`/groups/${elsewhere.slug}/members/${ana.id}`, { role: 'member' });
    await site.work();
    expect((await as.patch(campaign.path, { ask: 'Another ask.' })).status).toBe(200);
    await site.as(group.steward).patch(`/groups/${group.slug}/members/${ana.id}`, { role: 'organizer' });
    await site.as(group.steward).patch(`/groups/${group.slug}/members/${ana.id}`, { role: 'member' });
    await site.work();
    expect((await as.patch(campaign.path, { ask: 'Mine.' })).status).toBe(403);
    expect((await site.as(omar).patch(campaign.path, { ask: 'Ours.' })).status).toBe(200);
  });
});

describe('naming who runs it', () => {
  test('only members of the group are named, by those who publish for it', async () => {
    const site = await aSite();
    const { group, campaign } = await aManaged(site);
    const [stranger, omar] = [(await aGroup(site, { name: 'Choir' })).steward, await aMember(site, group)];
    const path = `${campaign.path}/coordinators`;
    expect((await site.as(group.steward).put(`${path}/${stranger.id}`, {})).status).toBe(404);
    expect((await site.as(omar).put(`${path}/${omar.id}`, {})).status).toBe(403);
    expect((await site.as(omar).get(path)).status).toBe(403);
  });

  test('nobody gives for a campaign what they do not carry in the group', async () => {
    const site = await aSite();
    const group = await aGroup(site);
    const campaign = await aCampaign(site, group, group.steward);
    const [press, ana] = [await aMember(site, group), await aMember(site, group)];
    await anOwnRole(site, group, press, ['publish']);
    const give = (responsibilities: string[]) =>
      site.as(press).put(`${campaign.path}/coordinators/${ana.id}`, { responsibilities });
    expect(await give(['see_people'])).toMatchObject({ status: 403, body: { code: 'groups.role-beyond' } });
    expect((await give(['publish'])).status).toBe(204);
    expect((await give(['export_people'])).status).toBe(422);
  });

  test('nobody names themselves', async () => {
    const site = await aSite();
    const group = await aGroup(site);
    const campaign = await aCampaign(site, group, group.steward);
    const own = await site.as(group.steward).put(`${campaign.path}/coordinators/${group.steward.id}`, {});
    expect(own).toMatchObject({ status: 409, body: { code: 'campaigns.coordinator-yourself' } });
    expect((await site.as(group.steward).get(`${campaign.path}/coordinators`)).body.rows).toEqual([]);
  });

  test('nobody takes what they do not carry, and the list says what they may give and take', async () => {
    const site = await aSite();
    const { group, campaign, ana } = await aManaged(site, ['see_people']);
    const press = await aMember(site, group);
    await anOwnRole(site, group, press, ['publish']);
    // Given to them for this campaign, it is not theirs to pass on.
    await site
      .as(group.steward)
      .put(`${campaign.path}/coordinators/${press.id}`, { responsibilities: ['moderate'] });
    const as = site.as(press);
    const path = `${campaign.path}/coordinators/${ana.id}`;
    const beyond = { status: 403, body: { code: 'groups.role-beyond' } };
    expect(await as.put(path, {})).toMatchObject(beyond);
    expect(await as.delete(path)).toMatchObject(beyond);
    const { body } = await as.get(`${campaign.path}/coordinators`);
    expect(body.mayGive).toEqual(['publish']);
    expect(body.rows.map(({ can }: { can: object }) => can)).toEqual([{ remove: false }, { remove: false }]);
    expect((await site.as(ana).get(`${campaign.path}/coordinators`)).body.mayGive).toEqual([]);
    const seen = await site.as(group.steward).get(`${campaign.path}/coordinators`);
    expect(seen.body.mayGive).toHaveLength(4);
    expect((await site.as(group.steward).delete(path)).status).toBe(204);
  });

  test('it is on record who was given what, and that it was taken', async () => {
    const site = await aSite();
    const { group, campaign, ana } = await aManaged(site, ['moderate']);
    await site.as(group.steward).delete(`${campaign.path}/coordinators/${ana.id}`);
    const entries = await site.db
      .select({ kind: journal.kind, data: journal.data })
      .from(journal)
      .where(and(eq(journal.groupId, group.id), like(journal.kind, 'campaigns.coordinator-%')))
      .orderBy(asc(journal.id));
    expect(entries).toEqual([
      {
        kind: 'campaigns.coordinator-named',
        data: { accountId: ana.id, responsibilities: ['publish', 'moderate'] },
      },
      { kind: 'campaigns.coordinator-removed', data: { accountId: ana.id } },
    ]);
  });
});

test('what is given for one campaign never lets anybody do what binds the group', () => {
  const sets = fc.subarray([...RESPONSIBILITIES]);
  const states = fc.constantFrom('draft', 'published', 'paused', 'won', 'lost', 'closed');
  fc.assert(
    fc.property(sets, sets, states, fc.boolean(), (carried, given, state, isHidden) => {
      const campaign = { carried, given, state, isHidden, isFrozen: false } as const;
      const inGroup = { ...campaign, given: [] };
      const either = { ...inGroup, carried: [...carried, ...given] };
      for (const deed of Object.keys(campaignPolicy) as (keyof typeof campaignPolicy)[]) {
        const may = campaignPolicy[deed](campaign);
        const bindsGroup = BINDING.has(deed);
        expect(may, deed).toBe(campaignPolicy[deed](bindsGroup ? inGroup : either));
      }
    }),
  );
});

const BINDING = new Set<keyof typeof campaignPolicy>([
  ...(['publish', 'end', 'reopen', 'remove', 'seeLinks', 'takeNames'] as const),
  ...(['inviteSponsors', 'dropSponsors', 'tellFrames', 'nameCoordinators'] as const),
]);
