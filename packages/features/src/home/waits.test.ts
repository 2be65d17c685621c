import { newId } from '@groundwork/database';
import { sql } from 'drizzle-orm';
import { catalogs, languages } from '@groundwork/words';
import { expect, test } from 'vitest';
import { anAccount } from '../accounts/fixtures.ts';
import { aCampaign, aSignature, aSponsor, aSponsorFrame } from '../campaigns/fixtures.ts';
import { anEvent } from '../events/fixtures.ts';
import { aGroup, aMember } from '../groups/fixtures.ts';
import { ladders } from '../ladders/tables.ts';
import { aPerson } from '../people/fixtures.ts';
import { aSite, type TestSite } from '../testing.ts';
import { waits, type WaitKind } from '../waits.ts';
import { storiesBetween, twoGroups, type WaitStory } from './fixtures.ts';

type Account = { id: string; token: string };

/** Of every kind: a new one does not compile without. */
const stories: Record<WaitKind, (site: TestSite) => Promise<WaitStory>> = {
  'groups.join-request': async (site) => {
    const group = await aGroup(site, { joining: 'approval', questions: ['Where?'] });
    const [organizer, asker] = [await aMember(site, group, 'organizer'), await anAccount(site)];
    const path = `/groups/${group.slug}/join-requests`;
    await site.as(asker).post(path, { answers: ['Linden 204'] });
    return {
      ...{ decider: group.steward, others: [organizer, asker] },
      says: { who: asker.name, said: 'Linden 204', group: { slug: group.slug } },
      end: async () => {
        const { rows } = (await site.as(group.steward).get(path)).body;
        return site.as(group.steward).put(`${path}/${rows[0].id}/decision`, { decision: 'accepted' });
      },
    };
  },
  'campaigns.sponsor-ask': async (site) => {
    const [home, riders] = await twoGroups(site);
    const campaign = await aCampaign(site, home, home.steward);
    await site.as(home.steward).put(`${campaign.path}/sponsors/${riders.slug}`, { word: 'With us?' });
    return {
      ...{ decider: riders.steward, others: [home.steward, await aMember(site, riders)] },
      says: { who: 'Tenants', said: 'With us?', key: campaign.slug, group: { slug: riders.slug } },
      end: () =>
        site.as(riders.steward).put(`/groups/${riders.slug}/sponsorships/${campaign.slug}`, { answer: 'no' }),
    };
  },
  'campaigns.frame-ask': async (site) => {
    const [home, riders] = await twoGroups(site);
    const campaign = await aCampaign(site, home, home.steward);
    await aSponsor(site, campaign, { by: home.steward, group: riders });
    const frame = await aSponsorFrame(site, campaign, riders, { asks: true });
    return {
      ...{ decider: home.steward, others: [riders.steward, await aMember(site, home)] },
      says: { who: 'Riders' },
      end: () => site.as(home.steward).put(`${frame.path}/publication`, { version: 1 }),
    };
  },
  'campaigns.held': async (site) => {
    const group = await aGroup(site);
    const campaign = await aCampaign(site, group, group.steward);
    await aSignature(site, campaign);
    const burst = newId();
    await site.db.execute(sql`insert into signature_bursts (id, group_id, campaign_id, cause, subject)
      values (${burst}, ${group.id}, ${campaign.id}, 'domain', 'cats.example')`);
    await site.db.execute(
      sql`insert into signature_holds (signature_id, burst_id) select id, ${burst} from signatures`,
    );
    return {
      ...{
        decider: group.steward,
        others: [await aMember(site, group)],
        says: { group: { slug: group.slug } },
      },
      end: () => site.db.execute(sql`update signature_holds set released_at = now()`),
    };
  },
  'campaigns.unconfirmed': async (site) => {
    const group = await aGroup(site);
    const campaign = await aCampaign(site, group, group.steward);
    for (const name of ['Ana', 'Bea']) await aSignature(site, campaign, { name, confirmed: false });
    await site.db.execute(sql`update signatures set mailed_at = now() - interval '3 days'`);
    return {
      ...{
        decider: group.steward,
        others: [await aMember(site, group)],
        says: { many: 2, key: campaign.slug },
      },
      end: () =>
        site
          .as(group.steward)
          .post(`${campaign.path}/reminders`)
          .then(() => site.work()),
    };
  },
  'campaigns.draft': async (site) => {
    const group = await aGroup(site);
    const organizer = await aMember(site, group, 'organizer');
    const campaign = await aCampaign(site, group, organizer, { state: 'draft', title: 'Heat is a right' });
    return {
      ...{ decider: organizer, others: [group.steward], says: { title: 'Heat is a right' } },
      end: () => site.as(organizer).put(`${campaign.path}/publication`),
    };
  },
  'events.sponsor-ask': async (site) => {
    const [home, riders] = await twoGroups(site);
    const event = await anEvent(site, { group: home });
    await site.as(home.steward).put(`/events/${event.slug}/sponsors/${riders.slug}`, {});
    return {
      ...{ decider: riders.steward, others: [home.steward, await aMember(site, riders)] },
      says: { who: 'Tenants', title: event.title, key: event.slug },
      end: () => site.as(home.steward).delete(`/events/${event.slug}/sponsors/${riders.slug}`),
    };
  },
  'events.draft': async (site) => {
    const group = await aGroup(site);
    const event = await anEvent(site, { group, isDraft: true });
    return {
      ...{ decider: group.steward, others: [await aMember(site, group, 'organizer')] },
      says: { title: event.title },
      end: () => site.as(group.steward).put(`/events/${event.slug}/publication`),
    };
  },
  'compositions.look': async (site) => {
    const { group, organizer, mailing } = await aMailingDraft(site);
    await site.as(organizer).put(`${mailing}/look-request`);
    return {
      ...{ decider: group.steward, others: [organizer, await aMember(site, group)] },
      says: { who: organizer.name, title: 'Two days' },
      end: () => site.as(group.steward).put(`${mailing}/look`, { count: 0 }),
    };
  },
  'compositions.draft': async (site) => {
    const { group, organizer, mailing } = await aMailingDraft(site);
    return {
      ...{ decider: organizer, others: [group.steward], says: { title: 'Two days' } },
      end: () => site.as(organizer).delete(mailing),
    };
  },
  'ladders.opening': async (site) => {
    const group = await aGroup(site);
    const organizer = await aMember(site, group, 'organizer');
    const { body } = await site.as(organizer).post(`/groups/${group.slug}/ladders`, {});
    const asked = (by: string | null) =>
      site.db.update(ladders).set({ openingAskedBy: by, openingAskedFor: by && 'this' });
    await asked(organizer.id);
    return {
      ...{ decider: group.steward, others: [organizer] },
      says: { who: organizer.name, path: `/groups/${group.slug}/ladders/${body.id}` },
      end: () => asked(null),
    };
  },
  'exchanges.waiting': async (site) => {
    const group = await aGroup(site);
    const person = await aPerson(site, group);
    await site.db.execute(sql`insert into exchanges (id, group_id, person_id, subject, thread, waits_since)
      values (${newId()}, ${group.id}, ${person.id}, 'Two days', 'two days', now())`);
    return {
      ...{ decider: group.steward, others: [await aMember(site, group)], says: { title: 'Two days' } },
      end: () => site.db.execute(sql`update exchanges set waits_since = null`),
    };
  },
  'messaging.direct': async (site) => {
    const group = await aGroup(site);
    const [ana, bea, organizer] = [
      await aMember(site, group),
      await aMember(site, group),
      await aMember(site, group, 'organizer'),
    ];
    const started = await site
      .as(ana)
      .post(`/groups/${group.slug}/direct-messages`, { accountIds: [bea.id] });
    const path = `/channels/${started.body.id}`;
    for (const body of ['Tonight?', 'Can you bring the key?'])
      await site.as(ana).post(`${path}/messages`, { id: newId(), body });
    return {
      ...{ decider: bea, others: [ana, organizer, group.steward] },
      says: { who: ana.name, said: 'Can you bring the key?', many: 2 },
      end: () => site.as(bea).put(`${path}/reading`, { seq: 2 }),
    };
  },
  ...storiesBetween,
};

test.each(Object.keys(stories) as WaitKind[])(
  '%s waits for who decides it, for nobody else, and no longer than it is open',
  async (kind) => {
    const site = await aSite();
    const { decider, others, says, end } = await stories[kind](site);
    const [row, ...more] = await waitingFor(site, decider, kind);
    expect(row).toMatchObject(says);
    expect(more).toEqual([]);
    const page = await site.as(decider).get('/waiting/count');
    expect(page.body.count > 0).toBe(row?.section !== 'began');
    for (const other of others) expect(await waitingFor(site, other, kind)).toEqual([]);
    await end();
    expect(await waitingFor(site, decider, kind)).toEqual([]);
  },
);

test('of many of a kind the oldest are listed, and that there are more is said', async () => {
  const site = await aSite();
  const group = await aGroup(site, { joining: 'approval' });
  for (let count = 0; count < 22; count += 1) {
    const asker = await anAccount(site);
    await site.as(asker).post(`/groups/${group.slug}/join-requests`, { answers: [] });
  }
  const { body } = await site.as(group.steward).get('/waiting');
  expect(body.rows).toHaveLength(20);
  expect(body.more).toEqual(['groups.join-request']);
  const times = body.rows.map(({ at }: { at: string }) => at);
  expect(times).toEqual(times.toSorted());
  expect((await site.as(group.steward).get('/waiting/count')).body.count).toBe(22);
});

test('a group that is frozen decides nothing, and one that somebody left waits for them no more', async () => {
  const site = await aSite();
  const group = await aGroup(site, { joining: 'approval' });
  const second = await aMember(site, group, 'steward');
  await site.as(await anAccount(site)).post(`/groups/${group.slug}/join-requests`, { answers: [] });
  await site.as(second).delete(`/groups/${group.slug}/members/own`);
  await site.db.execute(sql`delete from memberships where account_id = ${second.id}`);
  expect(await waitingFor(site, second, 'groups.join-request')).toEqual([]);
  expect(await waitingFor(site, group.steward, 'groups.join-request')).toHaveLength(1);
  await site.db.execute(sql`update groups set frozen_at = now()`);
  expect(await waitingFor(site, group.steward, 'groups.join-request')).toEqual([]);
});

test('the groups of somebody stand with what they published last, the latest first', async () => {
  const site = await aSite();
  const [home, riders] = await twoGroups(site);
  const member = await aMember(site, home);
  await aMember(site, riders, 'member', member);
  const [early, late] = [await aCampaign(site, home, home.steward), await anEvent(site, { group: riders })];
  await aCampaign(site, home, home.steward, { state: 'draft' });
  const { rows } = (await site.as(member).get('/waiting/groups')).body;
  expect(rows).toMatchObject([{ slug: riders.slug, myRole: 'member' }, { slug: home.slug }]);
  const newest = rows.map(({ news }: { news: object[] }) => news[0]);
  expect(newest).toMatchObject([
    { kind: 'events.published', title: late.title },
    { kind: 'campaigns.published', url: early.path },
  ]);
  expect((await site.as(await anAccount(site)).get('/waiting/groups')).body.rows).toEqual([]);
});

async function waitingFor(site: TestSite, account: Account, kind: WaitKind) {
  const { rows } = (await site.as(account).get('/waiting')).body;
  return rows.filter((row: { kind: string }) => row.kind === kind);
}

async function aMailingDraft(site: TestSite) {
  const group = await aGroup(site);
  const organizer = await aMember(site, group, 'organizer');
  const written = { lines: 'only:mailable', language: 'en', subject: 'Two days', body: 'Be in the room.' };
  const { body } = await site.as(organizer).post(`/groups/${group.slug}/mailings`, written);
  return { group, organizer, mailing: `/groups/${group.slug}/mailings/${body.id}` };
}

test.each(languages)('each kind has its sentence in %s', (language) => {
  for (const { kind, section } of waits) {
    expect(catalogs[language]).toHaveProperty([`waiting.kind.${kind}`]);
    if (section === 'began') expect(catalogs[language]).toHaveProperty([`waiting.draft.${kind}`]);
  }
});
