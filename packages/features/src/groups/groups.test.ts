import { describe, expect, test } from 'vitest';
import { anAccount } from '../accounts/fixtures.ts';
import { aSite } from '../testing.ts';
import { aGroup, aMember } from './fixtures.ts';
import { groupPolicy } from './policy.ts';
import { carriedBy, RESPONSIBILITIES } from './responsibilities.ts';

describe('starting a group', () => {
  test('a new group’s founder is its first steward', async () => {
    const site = await aSite();
    const ana = site.as(await anAccount(site));
    const made = await ana.post('/groups', { name: 'Tenants of Río Norte', summary: 'We stop evictions.' });
    expect(made).toMatchObject({
      status: 201,
      body: { slug: expect.stringMatching(/^draft-/), myRole: 'steward', memberCount: 1 },
    });
    expect(made.body.can).toMatchObject({ edit: true, manageMembers: true, leave: true, join: false });
  });

  test('a stranger cannot start one', async () => {
    const site = await aSite();
    expect((await site.as(null).post('/groups', { name: 'Nobody’s' })).status).toBe(401);
  });

  test('a group of the same name gets an address of its own, and the address of a form is never taken', async () => {
    const site = await aSite();
    expect((await aGroup(site, { name: 'Night Shift' })).slug).toBe('night-shift');
    expect((await aGroup(site, { name: 'Night shift!' })).slug).toBe('night-shift-2');
    expect((await aGroup(site, { name: 'New' })).slug).toBe('new-2');
    expect((await aGroup(site, { name: '集会' })).slug).toBe('ji-hui');
  });

  test('the address of a group that is not public cannot be guessed, nor does it number others', async () => {
    const site = await aSite();
    const hidden = await aGroup(site, { name: 'Night Shift', visibility: 'private' });
    expect(hidden.slug).toMatch(/^night-shift-[0-9a-f]{10}$/);
    expect((await aGroup(site, { name: 'Night Shift' })).slug).toBe('night-shift');
  });

  test('a name is needed, and said where', async () => {
    const site = await aSite();
    const ana = site.as(await anAccount(site));
    const reply = await ana.post('/groups', { name: '   ' });
    expect(reply).toMatchObject({ status: 422, body: { fields: [{ name: 'name' }] } });
  });
});

describe('seeing a group', () => {
  test('a public group is in the list and open to everyone', async () => {
    const site = await aSite();
    const { slug } = await aGroup(site);
    expect((await site.as(null).get(`/groups/${slug}`)).body).toMatchObject({
      slug,
      myRole: null,
      myFace: null,
    });
    expect((await site.as(null).get('/groups')).body.rows).toMatchObject([{ slug }]);
  });

  test('an unlisted group opens by its address and is in nobody’s list but its members’', async () => {
    const site = await aSite();
    const group = await aGroup(site, { visibility: 'unlisted' });
    const stranger = site.as(await anAccount(site));
    expect((await stranger.get(`/groups/${group.slug}`)).status).toBe(200);
    expect((await stranger.get('/groups')).body.rows).toEqual([]);
    expect((await stranger.get('/groups?search=east')).body.rows).toEqual([]);
    expect((await site.as(group.steward).get('/groups')).body.rows).toHaveLength(1);
  });

  test.each(['', '/news', '/members', '/join-requests', '/invitations', '/bans'])(
    'a private group does not exist for strangers (%s)',
    async (part) => {
      const site = await aSite();
      const group = await aGroup(site, { visibility: 'private' });
      const stranger = site.as(await anAccount(site));
      const absent = await stranger.get(`/groups/no-such-group${part}`);
      expect(absent.status).toBe(404);
      expect(await stranger.get(`/groups/${group.slug}${part}`)).toMatchObject({
        status: 404,
        body: absent.body,
      });
    },
  );

  test('a private group is in no list and no search but its members’', async () => {
    const site = await aSite();
    const group = await aGroup(site, { visibility: 'private' });
    const member = site.as(await aMember(site, group));
    const stranger = site.as(await anAccount(site));
    for (const path of ['/groups', '/groups?search=Eastside', '/groups?mine=true']) {
      expect((await stranger.get(path)).body.rows).toEqual([]);
      expect((await member.get(path)).body.rows).toMatchObject([{ id: group.id, myRole: 'member' }]);
    }
  });

  test('no deed of a stranger finds a private group', async () => {
    const site = await aSite();
    const group = await aGroup(site, { visibility: 'private' });
    const stranger = await anAccount(site);
    const as = site.as(stranger);
    const path = `/groups/${group.slug}`;
    const replies = await Promise.all([
      as.patch(path, { name: 'Mine' }),
      as.put(`${path}/deletion`, { name: group.name }),
      as.put(`${path}/membership`),
      as.patch(`${path}/membership`, { name: null, pronouns: null }),
      as.delete(`${path}/membership`),
      as.post(`${path}/join-requests`, { answers: [] }),
      as.delete(`${path}/join-requests/own`),
      as.post(`${path}/invitations`, { days: 1 }),
      as.patch(`${path}/members/${stranger.id}`, { role: 'steward' }),
      as.delete(`${path}/members/${group.steward.id}`),
      as.put(`${path}/bans/${group.steward.id}`),
    ]);
    expect(replies.map(({ status }) => status)).toEqual(replies.map(() => 404));
  });

  test('outside a group, fewer than ten members are not counted', async () => {
    const site = await aSite();
    const group = await aGroup(site);
    expect((await site.as(null).get(`/groups/${group.slug}`)).body.memberCount).toBeNull();
    expect((await site.as(null).get('/groups')).body.rows[0].memberCount).toBeNull();
    for (let joined = 1; joined < 10; joined += 1) await aMember(site, group);
    expect((await site.as(null).get(`/groups/${group.slug}`)).body.memberCount).toBe(10);
  });

  test('the list goes by name, page by page, and a percent sign alone finds none', async () => {
    const site = await aSite();
    for (const name of ['Delta', 'alpha', 'Charlie', '100% Bravo']) await aGroup(site, { name });
    const first = await site.as(null).get('/groups?limit=3');
    expect(first.body.rows.map(({ name }: { name: string }) => name)).toEqual([
      '100% Bravo',
      'alpha',
      'Charlie',
    ]);
    const second = await site.as(null).get(`/groups?limit=3&after=${first.body.next}`);
    expect(second.body).toMatchObject({ rows: [{ name: 'Delta' }], next: null });
    expect((await site.as(null).get('/groups?search=100%25')).body.rows).toMatchObject([
      { name: '100% Bravo' },
    ]);
    expect((await site.as(null).get('/groups?search=%25')).body.rows).toEqual([]);
  });
});

describe('changing a group', () => {
  test('a steward changes what they say and nothing else, and the address stays', async () => {
    const site = await aSite();
    const { slug, steward } = await aGroup(site, { summary: 'Rent strike now.' });
    const changed = await site
      .as(steward)
      .patch(`/groups/${slug}`, { name: 'Eastside United', about: '# Why\n**Now.**' });
    expect(changed.body).toMatchObject({ slug, name: 'Eastside United', summary: 'Rent strike now.' });
    expect(changed.body.aboutHtml).toContain('<strong>Now.</strong>');
  });

  test.each(['member', 'organizer'] as const)('a %s cannot change it', async (role) => {
    const site = await aSite();
    const group = await aGroup(site);
    const member = site.as(await aMember(site, group, role));
    expect((await member.patch(`/groups/${group.slug}`, { name: 'Mine' })).status).toBe(403);
    expect((await member.put(`/groups/${group.slug}/deletion`, { name: group.name })).status).toBe(403);
  });

  test('a group writes in its founder’s language, until a steward says otherwise; and only in one that pages have', async () => {
    const site = await aSite();
    const founder = site.as(await anAccount(site, { language: 'es', isSiteSteward: true }));
    const made = await founder.post('/groups', { name: 'Vecinas del Mercado' });
    expect(made.body).toMatchObject({ language: 'es' });
    const path = `/groups/${made.body.slug}`;
    expect((await founder.patch(path, { language: 'ar' })).body).toMatchObject({ language: 'ar' });
    expect((await founder.patch(path, { summary: 'Los jueves.' })).body).toMatchObject({ language: 'ar' });
    expect((await site.as(null).get('/groups')).body.rows).toMatchObject([{ language: 'ar' }]);
    const refused = await founder.patch(path, { language: 'fr' });
    expect(refused).toMatchObject({ status: 422, body: { fields: [{ name: 'language' }] } });
  });

  test.each(['member', 'organizer'] as const)('a %s cannot say what it writes in', async (role) => {
    const site = await aSite();
    const group = await aGroup(site);
    const member = site.as(await aMember(site, group, role));
    expect((await member.patch(`/groups/${group.slug}`, { language: 'ar' })).status).toBe(403);
    expect((await member.get(`/groups/${group.slug}`)).body).toMatchObject({ language: 'en' });
  });

  test('a colour too pale to read is shown as the nearest that is not, and the steward is told', async () => {
    const site = await aSite();
    const { slug, steward } = await aGroup(site);
    const { body } = await site.as(steward).patch(`/groups/${slug}`, { accent: '#FFD400' });
    expect(body).toMatchObject({
      accent: '#ffd400',
      accentShown: { isAdjusted: true, lightInk: '#ffffff', dark: '#ffd400' },
    });
    const refused = await site.as(steward).patch(`/groups/${slug}`, { accent: 'red;}' });
    expect(refused).toMatchObject({ status: 422, body: { fields: [{ name: 'accent' }] } });
  });

  test('a picture that was never sent is refused', async () => {
    const site = await aSite();
    const { slug, steward } = await aGroup(site);
    for (const pictureKey of ['../secret', `picture-${'0'.repeat(32)}-10x10`]) {
      const reply = await site.as(steward).patch(`/groups/${slug}`, { pictureKey });
      expect(reply).toMatchObject({
        status: 422,
        body: { fields: [{ name: 'pictureKey', code: 'pictures.missing' }] },
      });
    }
  });
});

describe('what a role carries', () => {
  test('organizers do all but the list’s export, the members and the group itself; members carry nothing', () => {
    expect(carriedBy('steward')).toEqual(RESPONSIBILITIES);
    expect(carriedBy('organizer')).toEqual([
      'see_people',
      'contact_people',
      'publish',
      'host_events',
      'moderate',
    ]);
    expect(carriedBy('member')).toEqual([]);
  });

  test('nobody banned may join or ask', () => {
    const group = { joining: 'open', myRole: null, isBanned: true, hasAsked: false } as Parameters<
      typeof groupPolicy.join
    >[0];
    expect(groupPolicy.join(group)).toBe(false);
    expect(groupPolicy.askToJoin({ ...group, joining: 'approval' })).toBe(false);
  });
});

describe('what is new', () => {
  test('members hear that people joined this week; outside, only of ten or more', async () => {
    const site = await aSite();
    const group = await aGroup(site);
    await aMember(site, group);
    const news = await site.as(group.steward).get(`/groups/${group.slug}/news`);
    expect(news.body.rows).toMatchObject([
      { kind: 'groups.joined', subjectId: null, count: 1 },
      { kind: 'groups.created', count: 1 },
    ]);
    const outside = await site.as(null).get(`/groups/${group.slug}/news`);
    expect(outside.body.rows).toMatchObject([{ kind: 'groups.created' }]);
    expect(JSON.stringify(outside.body)).not.toContain(group.steward.id);
  });
});
