import { dayIn } from '@groundwork/words/dates';
import { expect, test } from 'vitest';
import { aSite } from '../testing.ts';
import { aCast } from '../links/fixtures.ts';
import { aGroup } from '../groups/fixtures.ts';
import { aCampaign, aSignature } from './fixtures.ts';

const written = {
  title: 'Keep the branch open',
  ask: 'The council votes on 14 December.',
  action: 'petition',
};

test('an organizer begins a campaign as a draft, and its address comes from its title', async () => {
  const site = await aSite();
  const { group, organizer } = await aCast(site);
  const made = await site.as(organizer).post(`/groups/${group.slug}/campaigns`, {
    ...written,
    issues: ['Housing', ' housing ', 'internet access'],
    goal: 5000,
    target: 'City council',
    story: '# Why\n\n<script>alert(1)</script> **Because.**',
  });
  expect(made.status).toBe(201);
  expect(made.body).toMatchObject({
    slug: expect.stringMatching(/^draft-/),
    state: 'draft',
    issues: ['housing', 'internet access'],
    goal: 5000,
    target: 'City council',
    signatureCount: 0,
    takesSignatures: false,
    link: null,
    group: { slug: group.slug, isMember: true },
    can: { edit: true, publish: true, pause: false },
  });
  expect(made.body.storyHtml).toContain('<strong>Because.</strong>');
  expect(made.body.storyHtml).not.toContain('<script');
});

test('a member, an outsider and a stranger may not begin one', async () => {
  const site = await aSite();
  const { group, member, outsider } = await aCast(site);
  expect((await site.as(member).post(`/groups/${group.slug}/campaigns`, written)).status).toBe(403);
  expect((await site.as(outsider).post(`/groups/${group.slug}/campaigns`, written)).status).toBe(403);
  expect((await site.as(null).post(`/groups/${group.slug}/campaigns`, written)).status).toBe(401);
});

test('a wrong field is refused beside the field', async () => {
  const site = await aSite();
  const { group, organizer } = await aCast(site);
  const post = (body: object) =>
    site.as(organizer).post(`/groups/${group.slug}/campaigns`, { ...written, ...body });
  const fields = async (body: object) => {
    const { status, body: problem } = await post(body);
    return [
      status,
      ...problem.fields.map(({ name, code }: { name: string; code: string }) => `${name} ${code}`),
    ];
  };
  expect(await fields({ title: '  ab ' })).toEqual([422, 'title field.too-short']);
  expect(await fields({ action: 'pledge' })).toEqual([422, 'pledgeText field.required']);
  expect(await fields({ pledgeText: 'I will not pay' })).toEqual([422, 'pledgeText campaigns.no-pledge']);
  expect(await fields({ startsOn: '2026-12-02', endsOn: '2026-12-01' })).toEqual([
    422,
    'endsOn campaigns.period',
  ]);
  expect(await fields({ issues: ['a', 'b', 'c', 'd', 'e', 'f', 'g'] })).toEqual([
    422,
    'issues field.too-many',
  ]);
  expect(await fields({ pictureKey: 'picture-none' })).toEqual([422, 'pictureKey pictures.missing']);
  expect((await fields({ goal: -1 }))[0]).toBe(422);
  expect(await fields({ goal: 0 })).toEqual([422, 'goal field.too-small']);
});

test('a draft is not there for anyone but those who publish for its group', async () => {
  const site = await aSite();
  const { group, steward, organizer, member, outsider } = await aCast(site);
  const other = await aCast(site);
  const { path, slug } = await aCampaign(site, group, organizer, { state: 'draft' });
  for (const account of [steward, organizer]) expect((await site.as(account).get(path)).status).toBe(200);
  for (const account of [member, outsider, other.steward, null]) {
    const asker = site.as(account);
    expect((await asker.get(path)).status).toBe(404);
    expect((await asker.post(`${path}/signatures`, aName)).status).toBe(404);
    for (const query of ['', `?group=${group.slug}`, '?state=draft', '?state=any']) {
      expect((await asker.get(`/campaigns${query}`)).body.rows).toEqual([]);
    }
    if (!account) continue;
    for (const deed of ['publication', 'pause'])
      expect((await asker.put(`${path}/${deed}`)).status).toBe(404);
    for (const part of ['numbers', 'signatures', 'updates', 'receivers', 'sponsors']) {
      expect((await asker.get(`${path}/${part}`)).status).toBe(404);
    }
  }
  const mine = await site.as(organizer).get('/campaigns?state=draft');
  expect(mine.body.rows.map((row: { slug: string }) => row.slug)).toEqual([slug]);
  expect((await site.as(organizer).get('/campaigns')).body.rows).toEqual([]);
});

test('a published campaign is there for everyone, and has a short link', async () => {
  const site = await aSite();
  const { group, organizer, member, outsider } = await aCast(site);
  const { path, slug } = await aCampaign(site, group, organizer);
  for (const account of [member, outsider, null]) {
    const { status, body } = await site.as(account).get(path);
    expect(status).toBe(200);
    expect(body.link.url).toMatch(/^http:\/\/groundwork\.test\/go\/[a-z0-9]{7}$/);
    expect(body.story).toBeUndefined();
    expect(Object.values(body.can)).not.toContain(true);
    expect((await site.as(account).get('/campaigns')).body.rows).toHaveLength(1);
  }
  const { link } = (await site.as(null).get(path)).body;
  expect((await site.as(null).get(`/go/${link.code}`)).body.path).toBe(`/campaigns/${slug}`);
});

test("an unlisted group's campaign is reached by its address and is in no list but its group's", async () => {
  const site = await aSite();
  const { group, organizer } = await aCast(site, 'unlisted');
  const { path, slug } = await aCampaign(site, group, organizer, { title: 'Quiet campaign' });
  expect(slug).toMatch(/^quiet-campaign-[0-9a-f]{10}$/);
  expect((await site.as(null).get(path)).status).toBe(200);
  expect((await site.as(null).get('/campaigns')).body.rows).toEqual([]);
  expect((await site.as(null).get(`/campaigns?group=${group.slug}`)).body.rows).toHaveLength(1);
});

test("a private group's campaign does not exist for strangers, nor can they sign it", async () => {
  const site = await aSite();
  const { group, organizer, member, outsider } = await aCast(site, 'private');
  const { path } = await aCampaign(site, group, organizer);
  const { link } = (await site.as(organizer).get(path)).body;
  for (const account of [outsider, null]) {
    const asker = site.as(account);
    expect((await asker.get(path)).status).toBe(404);
    expect((await asker.post(`${path}/signatures`, aName)).status).toBe(404);
    expect((await asker.get('/campaigns')).body.rows).toEqual([]);
    expect((await asker.get(`/campaigns?group=${group.slug}`)).body.rows).toEqual([]);
    expect((await asker.get(`/go/${link.code}`)).status).toBe(404);
    expect((await asker.get(`/links/${link.code}/qr.svg`)).status).toBe(404);
  }
  expect(await site.mails()).toEqual([]);
  expect((await site.as(member).get(path)).status).toBe(200);
  expect((await site.as(member).get('/campaigns')).body.rows).toHaveLength(1);
});

test('a campaign is paused, resumed, ended and reopened, and takes names only while it runs', async () => {
  const site = await aSite();
  const { group, organizer } = await aCast(site);
  const { path } = await aCampaign(site, group, organizer);
  const asker = site.as(organizer);
  const sign = async () => (await site.as(null).post(`${path}/signatures`, aName)).status;
  expect(await sign()).toBe(202);
  expect((await asker.put(`${path}/pause`)).body).toMatchObject({ state: 'paused', takesSignatures: false });
  expect(await sign()).toBe(409);
  expect((await asker.delete(`${path}/pause`)).body.state).toBe('published');
  for (const outcome of ['won', 'lost', 'closed']) {
    expect((await asker.put(`${path}/outcome`, { outcome })).body.state).toBe(outcome);
    expect(await sign()).toBe(409);
    expect((await site.as(null).get(path)).status).toBe(200);
    expect((await asker.delete(`${path}/outcome`)).body.state).toBe('published');
  }
  expect((await asker.put(`${path}/publication`)).status).toBe(200);
  expect((await asker.delete(path)).status).toBe(409);
});

test('only those who publish for the home group change a campaign', async () => {
  const site = await aSite();
  const { group, organizer, member, outsider } = await aCast(site);
  const other = await aCast(site);
  const { path } = await aCampaign(site, group, organizer);
  for (const account of [member, outsider, other.steward]) {
    const asker = site.as(account);
    expect((await asker.patch(path, { title: 'Another title' })).status).toBe(403);
    expect((await asker.put(`${path}/pause`)).status).toBe(403);
    expect((await asker.put(`${path}/outcome`, { outcome: 'won' })).status).toBe(403);
    expect((await asker.get(`${path}/numbers`)).status).toBe(403);
    expect((await asker.get(`${path}/signatures`)).status).toBe(403);
    expect((await asker.get(`${path}/receivers`)).status).toBe(403);
    expect((await asker.post(`${path}/updates`, { title: 'x', body: 'y' })).status).toBe(403);
  }
  expect((await site.as(null).put(`${path}/pause`)).status).toBe(401);
  expect((await site.as(null).get(path)).body).toMatchObject({ state: 'published' });
});

test('a draft can be removed, and another campaign may have its title', async () => {
  const site = await aSite();
  const { group, organizer } = await aCast(site);
  const title = 'The same title';
  const first = await aCampaign(site, group, organizer, { title, state: 'draft' });
  expect((await site.as(organizer).delete(first.path)).status).toBe(204);
  expect((await site.as(organizer).get(first.path)).status).toBe(404);
  const second = await aCampaign(site, group, organizer, { title });
  const third = await aCampaign(site, group, organizer, { title });
  expect(second.slug).toBe('the-same-title');
  expect(third.slug).toBe('the-same-title-2');
});

test('a list goes on where it stopped, and narrows by group and issue', async () => {
  const site = await aSite();
  const [east, west] = [await aCast(site), await aCast(site)];
  const slugs: string[] = [];
  for (const { group, organizer } of [east, west, east, east]) {
    const issues = group === east.group ? ['housing'] : ['climate'];
    slugs.unshift((await aCampaign(site, group, organizer, { issues })).slug);
  }
  const read = async (query: string) => {
    const { body } = await site.as(null).get(`/campaigns?${query}`);
    return { slugs: body.rows.map((row: { slug: string }) => row.slug), next: body.next };
  };
  const first = await read('limit=3');
  expect(first.slugs).toEqual(slugs.slice(0, 3));
  expect(await read(`limit=3&after=${first.next}`)).toEqual({ slugs: slugs.slice(3), next: null });
  expect((await read(`group=${west.group.slug}`)).slugs).toEqual([slugs[2]]);
  expect((await read('issue=Climate')).slugs).toEqual([slugs[2]]);
  expect((await site.as(null).get('/campaigns?after=broken')).status).toBe(400);
});

test('the days of a campaign begin and end when they do where its group is', async () => {
  const site = await aSite();
  const { group, steward, organizer } = await aCast(site);
  // The last to begin a day, and the first: there it is a day later, at any hour.
  const [last, first] = ['Etc/GMT+12', 'Pacific/Kiritimati'] as const;
  const [endsOn, startsOn] = [dayIn(Date.now(), last), dayIn(Date.now(), first)];
  const ending = await aCampaign(site, group, organizer, { endsOn });
  const beginning = await aCampaign(site, group, organizer, { startsOn });
  const sign = async ({ path }: { path: string }) =>
    (await site.as(null).post(`${path}/signatures`, aName)).status;
  for (const [timeZone, isEndingOpen] of [
    [last, true],
    [first, false],
  ] as const) {
    await site.as(steward).patch(`/groups/${group.slug}`, { timeZone });
    expect(await sign(ending)).toBe(isEndingOpen ? 202 : 409);
    expect(await sign(beginning)).toBe(isEndingOpen ? 409 : 202);
    const { rows } = (await site.as(null).get(`/campaigns?group=${group.slug}`)).body;
    expect(rows).toMatchObject([{ takesSignatures: !isEndingOpen }, { takesSignatures: isEndingOpen }]);
  }
});

test('two organizers who decide at once do not overwrite each other', async () => {
  const site = await aSite();
  const { group, steward, organizer } = await aCast(site);
  const { path } = await aCampaign(site, group, organizer);
  const answers = await Promise.all([
    site.as(steward).put(`${path}/outcome`, { outcome: 'won' }),
    site.as(organizer).put(`${path}/outcome`, { outcome: 'lost' }),
  ]);
  expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
});

test('another group stands with a campaign once its own organizers say so', async () => {
  const site = await aSite();
  const [home, ally] = [await aCast(site), await aCast(site)];
  const { path, slug } = await aCampaign(site, home.group, home.organizer);
  const invite = `${path}/sponsors/${ally.group.slug}`;
  const answer = `/groups/${ally.group.slug}/sponsorships`;
  const sponsors = async () => (await site.as(null).get(path)).body.sponsors;

  expect((await site.as(ally.organizer).put(invite, {})).status).toBe(403);
  expect((await site.as(ally.organizer).put(`${answer}/${slug}`, { answer: 'yes' })).status).toBe(404);
  expect((await site.as(home.organizer).put(invite, {})).status).toBe(204);
  expect(await sponsors()).toEqual([]);
  expect((await site.as(ally.member).put(`${answer}/${slug}`, { answer: 'yes' })).status).toBe(403);
  expect((await site.as(ally.member).get(answer)).status).toBe(403);
  expect((await site.as(ally.organizer).get(answer)).body.rows).toMatchObject([
    { campaign: { slug }, acceptedAt: null },
  ]);
  expect((await site.as(ally.organizer).put(`${answer}/${slug}`, { answer: 'yes' })).status).toBe(204);
  expect(await sponsors()).toMatchObject([{ slug: ally.group.slug }]);

  const { body } = await site.as(ally.steward).patch(`/groups/${ally.group.slug}`, { visibility: 'private' });
  expect(await sponsors()).toEqual([]);
  expect((await site.as(ally.member).get(path)).body.sponsors).toHaveLength(1);
  const leave = `/groups/${body.slug}/sponsorships/${slug}`;
  expect((await site.as(ally.organizer).delete(leave)).status).toBe(204);
  expect((await site.as(ally.member).get(path)).body.sponsors).toEqual([]);
});

const aName = { name: 'Sam Ortiz', email: 'sam@example.org', updates: false };

test('a campaign names its group’s language: in lists, on its page, and to whoever signed', async () => {
  const site = await aSite();
  const group = await aGroup(site, { language: 'es' });
  const campaign = await aCampaign(site, group, { token: group.steward.token });
  const { sealed } = await aSignature(site, campaign);
  const stranger = site.as(null);
  expect((await stranger.get('/campaigns')).body.rows).toMatchObject([{ group: { language: 'es' } }]);
  expect((await stranger.get(campaign.path)).body).toMatchObject({ group: { language: 'es' } });
  expect((await stranger.get(`/signatures/${sealed}`)).body).toMatchObject({ group: { language: 'es' } });
});
