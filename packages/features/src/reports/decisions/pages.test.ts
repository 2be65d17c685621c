import { journal } from '@groundwork/database/journal/tables';
import { eq, inArray, sql } from 'drizzle-orm';
import { describe, expect, test } from 'vitest';
import { aCampaign, aSignature } from '../../campaigns/fixtures.ts';
import { anRsvp, tokenFor } from '../../events/fixtures.ts';
import { aMember } from '../../groups/fixtures.ts';
import { mailings as mailingRows } from '../../mailings/tables.ts';
import { aSite } from '../../testing.ts';
import { aStage } from '../fixtures.ts';

const reason = 'It names a person.';

describe('a hidden campaign', () => {
  test('is gone for everyone but those who moderate, from its page and from every list', async () => {
    const site = await aSite();
    const { campaign, group, steward, member, outsider, siteSteward, report, decide } = await aStage(site);
    await decide(await report('campaign', campaign.slug), siteSteward, 'hide');
    for (const account of [null, member, outsider, siteSteward]) {
      for (const path of ['/campaigns', `/campaigns?group=${group.slug}`, '/campaigns?state=any'])
        expect((await site.as(account).get(path)).body.rows, path).toEqual([]);
      expect((await site.as(account).get(campaign.path)).status).toBe(404);
      expect((await site.as(account).get(`/subjects/campaign/${campaign.slug}`)).status).toBe(404);
    }
    const { rows: news } = (await site.as(null).get(`/groups/${group.slug}/news`)).body;
    expect(JSON.stringify(news)).not.toContain(campaign.id);
    expect((await site.as(steward).get(campaign.path)).body).toMatchObject({
      ...{ isHidden: true, hiddenReason: reason, takesSignatures: false },
      can: { edit: true, tellNews: false, mailNews: false, inviteSponsors: false },
    });
    expect((await site.as(steward).get('/campaigns')).body.rows).toEqual([]);
    expect((await site.as(steward).get('/campaigns?state=any')).body.rows).toMatchObject([
      { isHidden: true },
    ]);
  });

  test('is where no short link leads, until it is shown again', async () => {
    const site = await aSite();
    const { campaign, siteSteward, report, decide } = await aStage(site);
    const { link } = (await site.as(null).get(campaign.path)).body;
    const id = await report('campaign', campaign.slug);
    await decide(id, siteSteward, 'hide');
    for (const path of [`/go/${link.code}`, `/links/${link.code}/qr.svg`])
      expect((await site.as(null).get(path)).status).toBe(404);
    await site.as(siteSteward).delete(`/reports/${id}/decision`);
    expect((await site.as(null).get(`/go/${link.code}`)).body.path).toBe(campaign.path);
  });

  test('takes no names, confirms none, and lets everyone take theirs off, without its link', async () => {
    const site = await aSite();
    const { campaign, signer, steward, siteSteward, report, decide } = await aStage(site);
    await decide(await report('campaign', campaign.slug), siteSteward, 'hide');
    const asked = { name: 'Sam', email: 'sam@example.org', updates: false };
    expect((await site.as(null).post(`${campaign.path}/signatures`, asked)).status).toBe(404);
    expect((await site.as(steward).post(`${campaign.path}/signatures`, asked)).status).toBe(409);
    const own = `/signatures/${signer.sealed}`;
    expect((await site.as(null).delete(own)).body).toMatchObject({
      state: 'withdrawn',
      campaign: { isHidden: true, link: null },
    });
    expect((await site.as(null).put(`${own}/confirmation`)).status).toBe(409);
  });

  test('is named by no event that serves it, and in no list of those who stand with it', async () => {
    const site = await aSite();
    const { campaign, group, steward, siteSteward, report, decide } = await aStage(site);
    const { body: event } = await site.as(steward).get(`/groups/${group.slug}/events`);
    const [{ slug }] = event.rows;
    const { source, ...shown } = (await site.as(steward).get(`/events/${slug}`)).body;
    await site.as(steward).put(`/events/${slug}`, { ...shown, ...source, campaignId: campaign.id });
    expect((await site.as(null).get(`/events/${slug}`)).body.campaign).not.toBeNull();
    await decide(await report('campaign', campaign.slug), siteSteward, 'hide');
    expect((await site.as(null).get(`/events/${slug}`)).body.campaign).toBeNull();
  });

  test('has nothing mailed to those who signed, neither what waits nor what was under way', async () => {
    const site = await aSite();
    const { campaign, group, organizer, siteSteward, report, decide } = await aStage(site);
    await aSignature(site, campaign, { email: 'reader@example.org', updates: true });
    const id = await report('campaign', campaign.slug);
    const mailings = `/groups/${group.slug}/mailings`;
    const written = { lines: `add:signed:campaign=${campaign.id}`, subject: 'News', body: 'Read on.' };
    for (const isUnderWay of [false, true]) {
      const made = await site.as(organizer).post(mailings, written);
      const sent = await site
        .as(organizer)
        .put(`${mailings}/${made.body.id}/sending`, { when: 'now', count: 1 });
      expect(sent.status).toBe(204);
      if (isUnderWay) await site.as(organizer).delete(`${mailings}/${made.body.id}/wait`);
    }
    await decide(id, siteSteward, 'hide');
    await site.work();
    const waits = eq(mailingRows.state, 'scheduled');
    await site.db
      .update(mailingRows)
      .set({ dueAt: sql`now()` })
      .where(waits);
    await site.work();
    const subjects = (await site.mails()).map(({ subject }) => subject);
    expect(subjects).not.toContain('News');
  });

  test('tells who began it, with the reason and without who reported, and again when it is back', async () => {
    const site = await aSite();
    const { campaign, organizer, member, siteSteward, report, decide } = await aStage(site);
    const id = await report('campaign', campaign.slug, { by: member });
    await decide(id, siteSteward, 'hide');
    const mail = (await site.mails()).at(-1);
    expect(mail).toMatchObject({ toAddress: organizer.email, subject: expect.stringContaining('is hidden') });
    expect(JSON.stringify(mail?.letter)).toContain(reason);
    expect(JSON.stringify(mail)).not.toMatch(new RegExp(`${member.id}|${member.name}|${siteSteward.name}`));
    expect((await site.as(siteSteward).delete(`/reports/${id}/decision`)).status).toBe(200);
    expect((await site.mails()).at(-1)).toMatchObject({
      toAddress: organizer.email,
      subject: expect.stringContaining('is back'),
    });
    expect((await site.as(null).get(campaign.path)).body).toMatchObject({
      isHidden: false,
      hiddenReason: null,
    });
    const entries = await site.db
      .select()
      .from(journal)
      .where(inArray(journal.kind, ['campaigns.hidden', 'campaigns.shown']))
      .orderBy(journal.id);
    expect(entries).toMatchObject([
      { kind: 'campaigns.hidden', actorId: siteSteward.id, subjectId: campaign.id },
      { kind: 'campaigns.shown', actorId: siteSteward.id, subjectId: campaign.id },
    ]);
  });

  test('is decided by the group’s other organizers as well, who take back their own decision', async () => {
    const site = await aSite();
    const { campaign, steward, report, decide } = await aStage(site);
    const id = await report('campaign', campaign.slug, { readBy: steward });
    expect((await decide(id, steward, 'remove')).status).toBe(403);
    expect((await decide(id, steward, 'hide')).status).toBe(200);
    expect((await site.as(null).get(campaign.path)).status).toBe(404);
    expect((await site.as(steward).delete(`/reports/${id}/decision`)).status).toBe(200);
    expect((await site.as(null).get(campaign.path)).status).toBe(200);
  });

  test('by a steward of the site is not shown again by the group, and what the group left they decide anew', async () => {
    const site = await aSite();
    const { campaign, steward, siteSteward, report, decide } = await aStage(site);
    const id = await report('campaign', campaign.slug);
    await decide(id, steward, 'dismiss');
    const { rows } = (await site.as(siteSteward).get('/site/reports?state=decided')).body;
    expect(rows).toMatchObject([{ id, decision: { deed: 'dismiss', isBySite: false } }]);
    expect((await site.as(siteSteward).delete(`/reports/${id}/decision`)).status).toBe(200);
    await decide(id, siteSteward, 'hide');
    const seen = (await site.as(steward).get(`/reports/${id}`)).body;
    expect(seen).toMatchObject({ decision: { isBySite: true, byName: null }, can: { reopen: false } });
    expect((await site.as(steward).delete(`/reports/${id}/decision`)).status).toBe(403);
  });
});

describe('a hidden event', () => {
  test('is gone for everyone but those who moderate: page, lists, calendar, feed', async () => {
    const site = await aSite();
    const { event, group, steward, organizer, member, siteSteward, report, decide } = await aStage(site);
    const host = await aMember(site, group);
    await site.as(steward).put(`/events/${event.slug}/hosts/${host.id}`);
    await decide(await report('event', event.slug), siteSteward, 'hide');
    for (const account of [null, member, host, siteSteward]) {
      for (const path of ['/events', `/events?group=${group.slug}`, `/groups/${group.slug}/events`])
        expect((await site.as(account).get(path)).body.rows, path).toEqual([]);
      for (const path of [`/events/${event.slug}`, `/events/${event.slug}.ics`])
        expect((await site.as(account).get(path)).status, path).toBe(404);
      expect((await site.as(account).get(`/groups/${group.slug}/events.ics`)).body).not.toContain(
        event.title,
      );
    }
    expect((await site.as(organizer).get(`/events/${event.slug}`)).body).toMatchObject({
      ...{ isHidden: true, hiddenReason: reason },
      can: { edit: true, rsvp: false, cancel: false, nameHosts: false },
    });
    expect((await site.as(organizer).get('/events')).body.rows).toEqual([]);
    expect((await site.as(organizer).get(`/groups/${group.slug}/events`)).body.rows).toMatchObject([
      { isHidden: true },
    ]);
    const cancelled = await site.as(organizer).put(`/events/${event.slug}/cancellation`, { reason: 'Rain.' });
    expect([cancelled.status, cancelled.body.code]).toEqual([409, 'events.is-hidden']);
  });

  test('lets whoever said they come take it back, and tells them nothing of where it is', async () => {
    const site = await aSite();
    const { event, siteSteward, report, decide } = await aStage(site);
    const { email } = await anRsvp(site, event);
    const own = `/rsvps/${await tokenFor(site, email)}`;
    await decide(await report('event', event.slug), siteSteward, 'hide');
    expect((await site.as(null).get(own)).body).toMatchObject({
      event: { isHidden: true, placeName: null, address: null, onlineUrl: null },
      can: { change: false, cancel: true },
    });
    expect((await site.as(null).get(`${own}/calendar`)).status).toBe(404);
    const change = await site.as(null).put(own, { answer: 'maybe', guestCount: 0, updates: false });
    expect([change.status, change.body.code]).toEqual([409, 'events.is-hidden']);
    expect((await site.as(null).delete(own)).body.state).toBe('cancelled');
  });

  test('reminds nobody and lets nobody in from its waitlist, until it is shown again', async () => {
    const site = await aSite();
    const { event, siteSteward, report, decide } = await aStage(site);
    const first = await anRsvp(site, event);
    await site.db.execute(sql`update events set capacity = 1`);
    const second = await anRsvp(site, event);
    const id = await report('event', event.slug);
    await decide(id, siteSteward, 'hide');
    await site.db.execute(sql`update events set capacity = 2, starts_at = now() + interval '20 hours',
      ends_at = now() + interval '22 hours', reminds_at = now() - interval '1 hour'`);
    await site.db.execute(sql`update rsvps set state_at = now() - interval '2 days'`);
    const mail = async () => (await site.mails()).filter(({ toAddress }) => toAddress === first.email).length;
    const before = await mail();
    for (const sweep of ['events.remind', 'events.settle-waitlists'] as const) await site.sweep(sweep);
    await site.work();
    const own = `/rsvps/${await tokenFor(site, second.email)}`;
    expect([await mail(), (await site.as(null).get(own)).body.state]).toEqual([before, 'waitlisted']);
    await site.as(siteSteward).delete(`/reports/${id}/decision`);
    for (const sweep of ['events.remind', 'events.settle-waitlists'] as const) await site.sweep(sweep);
    await site.work();
    expect([await mail(), (await site.as(null).get(own)).body.state]).toEqual([before + 1, 'going']);
  });
});

describe('a comment', () => {
  test('hidden is off the page, tells its signer why, and its signature counts', async () => {
    const site = await aSite();
    const { campaign, commentId, signer, organizer, report, decide } = await aStage(site);
    const id = await report('comment', commentId, { readBy: organizer });
    await decide(id, organizer, 'hide');
    expect((await site.as(null).get(campaign.path)).body).toMatchObject({
      recentSigners: [],
      signatureCount: 1,
    });
    const mail = (await site.mails()).at(-1);
    expect(mail?.toAddress).toBe(signer.email);
    // Without what the mail that asks to confirm bears of its address.
    expect(mail?.letter?.button?.url).toContain(signer.sealed.split('.').slice(0, 2).join('.'));
    expect((await site.as(null).get(`/signatures/${signer.sealed}`)).body.hiddenReason).toBe(reason);
    const hiding = `${campaign.path}/signatures/${commentId}/hiding`;
    expect(await site.as(organizer).delete(hiding)).toMatchObject({
      status: 409,
      body: { code: 'campaigns.hidden-by-report' },
    });
    await site.as(organizer).delete(`/reports/${id}/decision`);
    expect((await site.as(null).get(campaign.path)).body.recentSigners).toMatchObject([{ id: commentId }]);
  });

  test('removed is erased for good, and signing again brings no words back to the page', async () => {
    const site = await aSite();
    const { campaign, commentId, signer, organizer, report, decide } = await aStage(site);
    const id = await report('comment', commentId, { readBy: organizer });
    await decide(id, organizer, 'remove');
    const { rows } = (await site.as(organizer).get(`${campaign.path}/signatures`)).body;
    expect(rows).toMatchObject([{ comment: null, showName: false, isHidden: true, state: 'confirmed' }]);
    expect((await site.as(organizer).delete(`/reports/${id}/decision`)).status).toBe(403);
    await site.as(null).delete(`/signatures/${signer.sealed}`);
    const again = { name: 'Cara', email: signer.email, comment: 'Thief!', showName: true, updates: false };
    await site.as(null).post(`${campaign.path}/signatures`, again);
    await site.as(null).put(`/signatures/${signer.sealed}/confirmation`);
    expect((await site.as(null).get(campaign.path)).body).toMatchObject({
      recentSigners: [],
      signatureCount: 1,
    });
  });
});

describe('a hidden group', () => {
  test('is held against as a steward of the site would, tells its stewards, and is back when that is undone', async () => {
    const site = await aSite();
    const { group, steward, member, siteSteward, report, decide } = await aStage(site);
    const id = await report('group', group.slug);
    await decide(id, siteSteward, 'hide');
    for (const account of [null, member])
      expect((await site.as(account).get(`/groups/${group.slug}`)).status).toBe(404);
    expect((await site.as(steward).get(`/groups/${group.slug}`)).body.measures).toEqual([
      { kind: 'hidden', reason },
    ]);
    expect((await site.mails()).at(-1)?.toAddress).toBe(steward.email);
    await site.as(siteSteward).delete(`/reports/${id}/decision`);
    expect((await site.as(null).get(`/groups/${group.slug}`)).status).toBe(200);
  });
});

test('a draft is hidden from whoever hosts it too, and cannot be published meanwhile', async () => {
  const site = await aSite();
  const { group, organizer, steward, siteSteward, report, decide } = await aStage(site);
  const draft = await aCampaign(site, group, organizer, { state: 'draft' });
  await decide(await report('campaign', draft.slug, { by: steward }), siteSteward, 'hide');
  expect((await site.as(organizer).put(`${draft.path}/publication`)).status).toBe(409);
});
