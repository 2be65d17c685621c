import { describe, expect, test } from 'vitest';
import { anAccount } from '../../accounts/fixtures.ts';
import { aCampaign } from '../../campaigns/fixtures.ts';
import { anEvent } from '../../events/fixtures.ts';
import { aMember } from '../../groups/fixtures.ts';
import { aSite, clientOf } from '../../testing.ts';
import { aStage } from '../fixtures.ts';

describe('what can be reported', () => {
  test('a stranger reports a campaign, a comment, an event and a group, each with its words', async () => {
    const site = await aSite();
    const { campaign, commentId, event, group } = await aStage(site);
    const ways = { campaign: campaign.slug, comment: commentId, event: event.slug, group: group.slug };
    const said: Record<string, unknown> = {};
    for (const [kind, key] of Object.entries(ways)) {
      const path = `/subjects/${kind}/${key}`;
      const { body } = await site.as(null).get(path);
      said[kind] = [body.words, body.decidedBy, body.can.report];
      expect((await site.as(null).put(`${path}/report`, {})).status, kind).toBe(204);
    }
    expect(said).toEqual({
      campaign: [expect.stringContaining('Boone sold the branch.'), 'moderators', true],
      comment: ['Boone is a thief.', 'moderators', true],
      event: [expect.stringContaining('Branch library\n\n12 Linden Street'), 'moderators', true],
      group: [expect.any(String), 'stewards', true],
    });
  });

  test('an address that only those who come read is not in the words', async () => {
    const site = await aSite();
    const { group } = await aStage(site);
    const event = await anEvent(site, { group, addressVisibility: 'after_rsvp', address: '4 Hidden Lane' });
    expect((await site.as(null).get(`/subjects/event/${event.slug}`)).body.words).not.toContain('Hidden');
  });

  test('what is a draft, private, or not there cannot be reported by an outsider, nor is it said to be', async () => {
    const site = await aSite();
    const { group, organizer, steward, outsider, commentId, campaign, event } = await aStage(site);
    const draft = await aCampaign(site, group, organizer, { state: 'draft' });
    const { body } = await site.as(steward).patch(`/groups/${group.slug}`, { visibility: 'private' });
    await site.work();
    const ways = [
      ['campaign', draft.slug],
      ['campaign', campaign.slug],
      ['event', event.slug],
      ['comment', commentId],
      ['group', body.slug],
      ['group', group.slug],
      ['comment', group.id],
      ['campaign', 'no-such-thing'],
    ];
    for (const account of [null, outsider]) {
      for (const [kind, key] of ways) {
        const path = `/subjects/${kind}/${key}`;
        expect((await site.as(account).get(path)).status, path).toBe(404);
        expect((await site.as(account).put(`${path}/report`, {})).status, path).toBe(404);
      }
    }
  });

  test('nobody reports what is their own', async () => {
    const site = await aSite();
    const { campaign, event, group, organizer, steward } = await aStage(site);
    for (const [account, kind, key] of [
      [organizer, 'campaign', campaign.slug],
      [steward, 'event', event.slug],
      [steward, 'group', group.slug],
    ] as const) {
      const path = `/subjects/${kind}/${key}`;
      expect((await site.as(account).get(path)).body.can, kind).toEqual({ report: false });
      expect((await site.as(account).put(`${path}/report`, {})).status, kind).toBe(403);
    }
  });

  test('a comment that its signer keeps off the page, or took off, is not there', async () => {
    const site = await aSite();
    const { commentId, signer } = await aStage(site);
    await site.as(null).delete(`/signatures/${signer.sealed}`);
    expect((await site.as(null).get(`/subjects/comment/${commentId}`)).status).toBe(404);
  });
});

describe('reports of strangers', () => {
  test('are counted apart, and more than twenty of one thing are not heard', async () => {
    const site = await aSite();
    const { campaign, siteSteward, openFor, member } = await aStage(site);
    const path = `/subjects/campaign/${campaign.slug}/report`;
    for (let n = 0; n < 24; n += 1)
      expect((await clientOf(site.app, null, 'en', `192.0.2.${n + 1}`).put(path, {})).status).toBe(204);
    await site.as(member).put(path, {});
    expect(await openFor(siteSteward, '/site/reports')).toMatchObject([
      { makerCount: 21, strangerCount: 20 },
    ]);
  });

  test('are so many an hour from one household, and those of an account go on', async () => {
    const site = await aSite();
    const { event, member } = await aStage(site);
    const path = `/subjects/event/${event.slug}/report`;
    const statuses = [];
    for (let n = 0; n < 12; n += 1) statuses.push((await site.as(null).put(path, {})).status);
    expect(statuses).toEqual([...Array(10).fill(204), 429, 429]);
    expect((await site.as(member).put(path, {})).status).toBe(204);
  });

  test('bring back nothing that was left as it was, until its words change; an account may', async () => {
    const site = await aSite();
    const { campaign, organizer, siteSteward, member, report, decide, openFor } = await aStage(site);
    await decide(await report('campaign', campaign.slug), siteSteward, 'dismiss');
    const path = `/subjects/campaign/${campaign.slug}/report`;
    const open = () => openFor(siteSteward, '/site/reports');
    expect((await site.as(null).put(path, {})).status).toBe(204);
    expect(await open()).toEqual([]);
    await site.as(organizer).patch(campaign.path, { story: 'Worse than before.' });
    expect((await site.as(null).put(path, {})).status).toBe(204);
    expect(await open()).toHaveLength(1);
    expect((await site.as(member).put(path, {})).status).toBe(204);
    expect(await open()).toMatchObject([{ makerCount: 2 }]);
  });
});

describe('a report reaches', () => {
  test('of a comment: the organizers of its campaign’s group, and nobody else', async () => {
    const site = await aSite();
    const { commentId, organizer, steward, member, siteSteward, outsider, report, openFor, list } =
      await aStage(site);
    const id = await report('comment', commentId, { readBy: organizer });
    for (const account of [organizer, steward])
      expect(await openFor(account)).toMatchObject([
        { id, kind: 'comment', authorName: 'Cara C.', excerpt: 'Boone is a thief.', isToSite: false },
      ]);
    expect(await openFor(siteSteward, '/site/reports')).toEqual([]);
    for (const account of [member, outsider, siteSteward]) {
      expect((await site.as(account).get(list)).status).toBe(404);
      expect((await site.as(account).get(`/reports/${id}`)).status).toBe(404);
    }
  });

  test('of a campaign: the other organizers and the stewards of the site, and not who began it', async () => {
    const site = await aSite();
    const { campaign, organizer, steward, siteSteward, report, openFor } = await aStage(site);
    const id = await report('campaign', campaign.slug);
    expect(await openFor(organizer)).toEqual([]);
    expect((await site.as(organizer).get(`/reports/${id}`)).status).toBe(404);
    expect(await openFor(steward)).toMatchObject([{ id, isToSite: true }]);
    expect(await openFor(siteSteward, '/site/reports')).toMatchObject([{ id, isToSite: true }]);
    expect((await site.as(siteSteward).get('/site/reports/count')).body).toEqual({ openCount: 1 });
  });

  test('of a group’s only organizer: the stewards of the site alone, whatever role that one gives up', async () => {
    const site = await aSite();
    const { group, event, organizer, steward, siteSteward, report, openFor } = await aStage(site);
    await site.as(steward).patch(`/groups/${group.slug}/members/${organizer.id}`, { role: 'member' });
    const id = await report('event', event.slug);
    expect(await openFor(steward)).toEqual([]);
    expect((await site.as(steward).get(`/reports/${id}`)).status).toBe(404);
    await site.as(steward).patch(`/groups/${group.slug}/members/${organizer.id}`, { role: 'steward' });
    await site.as(steward).patch(`/groups/${group.slug}/members/${steward.id}`, { role: 'member' });
    expect(await openFor(siteSteward, '/site/reports')).toMatchObject([{ id }]);
  });

  test('of a group: the stewards of the site, and none of its own', async () => {
    const site = await aSite();
    const { group, steward, siteSteward, report, openFor } = await aStage(site);
    const id = await report('group', group.slug);
    expect(await openFor(steward)).toEqual([]);
    expect((await site.as(siteSteward).get(`/reports/${id}`)).body).toMatchObject({
      kind: 'group',
      title: group.name,
      address: `/groups/${group.slug}`,
      can: { hide: true, remove: false, dismiss: true },
    });
  });

  test('of a private group’s campaign: the stewards of the site with its words, and no way in', async () => {
    const site = await aSite();
    const { group, campaign, steward, siteSteward, report } = await aStage(site);
    const other = await aMember(site, group);
    await site.as(steward).patch(`/groups/${group.slug}`, { visibility: 'private' });
    await site.work();
    const [row] = (await site.as(other).get('/campaigns')).body.rows;
    const id = await report('campaign', row.slug, { by: other });
    expect((await site.as(siteSteward).get(`/reports/${id}`)).body).toMatchObject({
      words: expect.stringContaining('Boone sold'),
      ...{ group: null, address: null, isModerator: false },
    });
    expect((await site.as(siteSteward).get(campaign.path)).status).toBe(404);
    expect((await site.as(steward).get(`/reports/${id}`)).body).toMatchObject({
      address: `/campaigns/${row.slug}`,
      isModerator: true,
    });
  });

  test('of a message: the stewards of the site too where a moderator wrote it, with the words alone', async () => {
    const site = await aSite();
    const { general, steward, member, siteSteward, openFor } = await aStage(site);
    const id = crypto.randomUUID();
    await site.as(steward).post(`/channels/${general.id}/messages`, { id, body: 'Get out.' });
    await site.as(member).put(`/subjects/message/${id}/report`, {});
    const [row] = await openFor(siteSteward, '/site/reports');
    expect((await site.as(siteSteward).get(`/reports/${row.id}`)).body).toMatchObject({
      words: 'Get out.',
      address: null,
    });
    expect((await site.as(siteSteward).get(`/channels/${general.id}`)).status).toBe(404);
  });

  test('a steward of the site who wrote it themselves, only where there is no other', async () => {
    const site = await aSite();
    const { group, siteSteward, organizer, openFor } = await aStage(site);
    await aMember(site, group, 'organizer', siteSteward);
    const own = await aCampaign(site, group, siteSteward);
    const path = `/subjects/campaign/${own.slug}/report`;
    await site.as(organizer).put(path, {});
    expect(await openFor(siteSteward, '/site/reports')).toHaveLength(1);
    const other = await anAccount(site, { isSiteSteward: true });
    expect(await openFor(siteSteward, '/site/reports')).toEqual([]);
    expect(await openFor(other, '/site/reports')).toHaveLength(1);
  });
});
