import { describe, expect, test } from 'vitest';
import { anAccount } from '../../accounts/fixtures.ts';
import { aCampaign } from '../../campaigns/fixtures.ts';
import { promiseMails } from '../../outbox/promises.ts';
import { aGroup, aMember, type AGroup } from '../../groups/fixtures.ts';
import { aSite, type TestSite } from '../../testing.ts';

const reason = 'It says that it is the tenants’ union, and it is not.';

describe('vouching', () => {
  test('a group that waits is in the stewards’ list with who started it, and is out once one vouches', async () => {
    const { site, steward } = await aCase();
    const group = await aGroup(site, { isVouched: false });
    const { rows, counts } = (await steward.get('/site/groups?only=waiting')).body;
    expect(counts).toEqual({ waiting: 1, held: 0 });
    expect(rows).toMatchObject([{ id: group.id, stewards: [{ email: group.steward.email }] }]);
    expect((await steward.put(`/site/groups/${group.id}/vouching`)).status).toBe(204);
    expect((await site.as(null).get(`/groups/${group.slug}`)).status).toBe(200);
    expect((await steward.get('/site/groups?only=waiting')).body.rows).toEqual([]);
    expect((await site.mails()).at(-1)).toMatchObject({ toAddress: group.steward.email });
  });

  test('vouching twice tells once, and it can be taken back', async () => {
    const { site, steward, group } = await aCase();
    await steward.put(`/site/groups/${group.id}/vouching`);
    expect(await site.mails()).toEqual([]);
    expect((await steward.delete(`/site/groups/${group.id}/vouching`)).status).toBe(204);
    expect((await site.as(null).get(`/groups/${group.slug}`)).status).toBe(404);
  });
});

describe('a hidden group', () => {
  test('is there for its stewards, who read why, and for those of the site; for nobody else', async () => {
    const { site, steward, group, take } = await aCase();
    const [member, organizer] = [await aMember(site, group), await aMember(site, group, 'organizer')];
    expect((await take('hidden')).status).toBe(204);
    const path = `/groups/${group.slug}`;
    for (const who of [null, member, organizer]) expect((await site.as(who).get(path)).status).toBe(404);
    const held = { isHidden: true, isFrozen: true, measures: [{ kind: 'hidden', reason }] };
    expect((await site.as(group.steward).get(path)).body).toMatchObject(held);
    expect((await steward.get(path)).body).toMatchObject(held);
    expect((await site.mails()).at(-1)?.toAddress).toBe(group.steward.email);
  });

  test('its campaigns, conversations and lists are gone for its members too', async () => {
    const { site, group, take } = await aCase();
    const member = site.as(await aMember(site, group));
    const campaign = await aCampaign(site, group, group.steward);
    await site.work();
    const [channel] = (await member.get(`/channels?group=${group.slug}`)).body.rows;
    await take('hidden');
    expect((await member.get(`/channels/${channel.id}`)).status).toBe(404);
    expect((await member.get(campaign.path)).status).toBe(404);
    for (const path of ['/groups', '/groups?mine=true', '/campaigns', '/channels'])
      expect((await member.get(path)).body.rows, path).toEqual([]);
  });

  test('nobody comes in by an invitation to it, or learns what it leads to', async () => {
    const { site, group, take } = await aCase();
    const { body } = await site.as(group.steward).post(`/groups/${group.slug}/invitations`, { days: 7 });
    await take('hidden');
    const token = String(body.url).split('/').at(-1);
    expect((await site.as(null).get(`/invitations/${token}`)).status).toBe(404);
  });

  test('a private one stays closed to who looks after the site', async () => {
    const { site, steward } = await aCase();
    const group = await aGroup(site, { visibility: 'private', name: 'Night Shift' });
    await steward.put(`/site/groups/${group.id}/measures/hidden`, { reason });
    expect((await steward.get(`/groups/${group.slug}`)).status).toBe(404);
    const { rows } = (await steward.get('/site/groups?only=held')).body;
    expect(rows).toMatchObject([{ name: 'Night Shift', slug: null, summary: null, stewards: null }]);
  });

  test('is back as it was when that ends', async () => {
    const { site, steward, group, take } = await aCase();
    await take('hidden');
    expect((await steward.delete(`/site/groups/${group.id}/measures/hidden`)).status).toBe(204);
    expect((await steward.delete(`/site/groups/${group.id}/measures/hidden`)).status).toBe(404);
    expect((await site.as(null).get(`/groups/${group.slug}`)).body).toMatchObject({
      isHidden: false,
      measures: [],
    });
  });
});

describe('a frozen group', () => {
  test('is read as before, offers nothing to do, and says why to its stewards only', async () => {
    const { site, group, take } = await aCase();
    const member = site.as(await aMember(site, group));
    await take('frozen');
    const { body } = await member.get(`/groups/${group.slug}`);
    expect(body).toMatchObject({ isFrozen: true, measures: [], can: { publish: false, leave: true } });
    expect((await site.as(group.steward).get(`/groups/${group.slug}`)).body.measures).toHaveLength(1);
    expect(await site.as(await anAccount(site)).put(`/groups/${group.slug}/membership`)).toMatchObject({
      status: 409,
      body: { code: 'groups.frozen' },
    });
  });

  test('mails nobody: neither what waited, nor what it promises meanwhile', async () => {
    const { site, group, take } = await aCase();
    await promiseNews(site, group, 'before');
    await take('frozen');
    await promiseNews(site, group, 'meanwhile');
    expect((await site.mails()).filter(({ groupId }) => groupId === group.id)).toEqual([]);
  });

  test('goes on when that ends', async () => {
    const { site, steward, group, take } = await aCase();
    await take('frozen');
    await steward.delete(`/site/groups/${group.id}/measures/frozen`);
    expect((await site.as(await anAccount(site)).put(`/groups/${group.slug}/membership`)).status).toBe(200);
  });

  test('a reason is needed, and the last one given counts', async () => {
    const { site, steward, group, take } = await aCase();
    const path = `/site/groups/${group.id}/measures/frozen`;
    expect((await steward.put(path, { reason: '' })).status).toBe(422);
    await take('frozen');
    await steward.put(path, { reason: 'Until Monday.' });
    expect((await site.as(group.steward).get(`/groups/${group.slug}`)).body.measures).toEqual([
      { kind: 'frozen', reason: 'Until Monday.' },
    ]);
  });
});

describe('a group without an active steward', () => {
  test('gets a new one from its members, and those who run it are told', async () => {
    const { site, steward, group } = await aCase();
    const organizer = await aMember(site, group, 'organizer');
    await steward.put(`/site/accounts/${group.steward.id}/suspension`, { reason });
    const { body } = await steward.get(`/site/groups/${group.id}`);
    expect(body).toMatchObject({
      hasActiveSteward: false,
      candidates: [{ email: organizer.email, role: 'organizer' }],
    });
    expect((await steward.post(`/site/groups/${group.id}/stewards`, { email: organizer.email })).status).toBe(
      204,
    );
    expect((await site.as(organizer).get(`/groups/${group.slug}`)).body.myRole).toBe('steward');
    expect((await site.mails()).at(-1)).toMatchObject({ toAddress: organizer.email });
    expect((await steward.get('/site/groups?only=without')).body.rows).toEqual([]);
  });

  test('a group with a steward is given no other, and its members are not shown', async () => {
    const { site, steward, group } = await aCase();
    const member = await aMember(site, group);
    expect((await steward.get(`/site/groups/${group.id}`)).body.candidates).toBeNull();
    expect(await steward.post(`/site/groups/${group.id}/stewards`, { email: member.email })).toMatchObject({
      status: 409,
      body: { code: 'stewardship.has-steward' },
    });
  });

  test('someone from outside is taken only where there is nobody to choose', async () => {
    const { site, steward, group } = await aCase();
    const outsider = await anAccount(site);
    await steward.put(`/site/accounts/${group.steward.id}/suspension`, { reason });
    const member = await aMember(site, group);
    const give = () => steward.post(`/site/groups/${group.id}/stewards`, { email: outsider.email });
    expect(await give()).toMatchObject({
      status: 422,
      body: { fields: [{ code: 'stewardship.not-a-member' }] },
    });
    await site.as(member).delete(`/groups/${group.slug}/membership`);
    expect((await give()).status).toBe(204);
  });

  test('a steward who was last here over a month ago is not active', async () => {
    const { site, steward, group } = await aCase();
    await site.db.$client.query(`update memberships set joined_at = now() - interval '2 months'`);
    expect((await steward.get('/site/groups?only=without')).body.rows).toEqual([]);
    await site.db.$client.query(`delete from sessions where account_id = $1`, [group.steward.id]);
    expect((await steward.get('/site/groups?only=without')).body.rows).toMatchObject([{ id: group.id }]);
  });
});

test('an account’s works are shown as far as anyone may see them, and else in numbers', async () => {
  const { site, steward, group } = await aCase();
  const campaign = await aCampaign(site, group, group.steward);
  const hidden = await aGroup(site, { visibility: 'private', steward: group.steward });
  await aCampaign(site, hidden, group.steward);
  const { body } = await steward.get(`/site/accounts/${group.steward.id}`);
  expect(body.published).toMatchObject([{ kind: 'campaign', slug: campaign.slug }]);
  expect(body).toMatchObject({ groupCount: 2, messageCount: 0, sessionCount: 1, suspension: null });
  expect(body.stewardOf.map(({ slug }: { slug: string | null }) => slug).sort()).toEqual(
    [group.slug, null].sort(),
  );
});

async function aCase() {
  const site = await aSite();
  const steward = site.as(await anAccount(site, { isSiteSteward: true }));
  const group = await aGroup(site);
  const take = (kind: string) => steward.put(`/site/groups/${group.id}/measures/${kind}`, { reason });
  return { site, steward, group, take };
}

async function promiseNews(site: TestSite, { id: groupId }: AGroup, key: string) {
  const letter = { heading: 'News', paragraphs: [] };
  const mail = { key, to: 'sam@example.org', language: 'en', groupId, subject: 'News', letter } as const;
  await site.ctx().change((tx) => promiseMails(tx, [mail]));
}
