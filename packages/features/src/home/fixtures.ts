import { newId } from '@groundwork/database';
import { sql } from 'drizzle-orm';
import { anAccount } from '../accounts/fixtures.ts';
import { anAlly, aClaim } from '../coalitions/allies/fixtures.ts';
import { aCoalition, aDelegate, joinCoalition } from '../coalitions/fixtures.ts';
import { aCompact, anOverlap, aUse } from '../compacts/fixtures.ts';
import { aListing, aListingAnswer } from '../directory/fixtures.ts';
import { anEvent } from '../events/fixtures.ts';
import { aGroup, aMember, type AGroup } from '../groups/fixtures.ts';
import { aTalk } from '../messaging/fixtures.ts';
import { aTarget, anAsk } from '../targets/fixtures.ts';
import type { TestSite } from '../testing.ts';
import type { WaitKind } from '../waits.ts';

type Account = { id: string; token: string };
/** Somebody for whom it waits, others for whom it does not, and what ends that it waits. */
export type WaitStory = { decider: Account; others: Account[]; says: object; end: () => Promise<unknown> };

export async function twoGroups(site: TestSite): Promise<[AGroup, AGroup]> {
  return [await aGroup(site, { name: 'Tenants' }), await aGroup(site, { name: 'Riders' })];
}

/** What waits between groups, and for whoever looks after the site. */
export const storiesBetween = {
  'coalitions.application': async (site) => {
    const [coalition, group] = [await aCoalition(site), await aGroup(site, { name: 'Riders' })];
    await site
      .as(group.steward)
      .post(`/groups/${group.slug}/coalitions`, { coalition: coalition.slug, answers: [] });
    return {
      ...{ decider: coalition.steward, others: [group.steward], says: { who: 'Riders' } },
      end: () =>
        site.db.execute(sql`update coalition_groups set state = 'left' where group_id = ${group.id}`),
    };
  },
  'coalitions.invitation': async (site) => {
    const [coalition, group] = [await aCoalition(site), await aGroup(site)];
    await site.as(coalition.steward).post(`/coalitions/${coalition.slug}/invitations`, { group: group.slug });
    const organizer = await aMember(site, group, 'organizer');
    return {
      ...{ decider: group.steward, others: [coalition.steward, organizer], says: { who: coalition.name } },
      end: () =>
        site.db.execute(sql`update coalition_groups set state = 'left' where group_id = ${group.id}`),
    };
  },
  'coalitions.ally-claim': async (site) => {
    const coalition = await aCoalition(site);
    const [ally, claimant] = [await anAlly(site, coalition), await anAccount(site)];
    await aClaim(site, ally, claimant);
    return {
      ...{ decider: coalition.steward, others: [claimant] },
      says: { who: claimant.name, title: ally.name },
      end: () => site.as(claimant).delete(`/allies/${ally.slug}/claims/own`),
    };
  },
  'coalitions.ally-claim-left': async (site) => {
    const coalition = await aCoalition(site);
    const [ally, claimant] = [await anAlly(site, coalition), await anAccount(site)];
    await aClaim(site, ally, claimant);
    await site.db.execute(sql`update allies set kept_by = null`);
    const siteSteward = await anAccount(site, { isSiteSteward: true });
    return {
      ...{
        decider: siteSteward,
        others: [claimant, coalition.steward],
        says: { title: ally.name, group: null },
      },
      end: () => site.as(claimant).delete(`/allies/${ally.slug}/claims/own`),
    };
  },
  'coalitions.report-back': async (site) => {
    const [coalition, group] = [await aCoalition(site), await aGroup(site, { name: 'Second' })];
    await joinCoalition(site, coalition, group);
    const delegate = await aMember(site, group);
    await aDelegate(site, { coalition, group, account: delegate });
    const event = await anEvent(site, { group: coalition });
    await site.as(coalition.steward).put(`/coalitions/${coalition.slug}/councils/${event.slug}`);
    await site.db.execute(sql`update delegates set named_at = now() - interval '60 days'`);
    await site.db.execute(
      sql`update events set starts_at = now() - interval '26 hours', ends_at = now() - interval '24 hours'`,
    );
    const path = `/groups/${group.slug}/coalitions/${coalition.slug}/reports/${event.slug}`;
    return {
      ...{ decider: delegate, others: [group.steward], says: { title: event.title, who: coalition.name } },
      end: () => site.as(delegate).put(path, { text: 'We voted for the march.' }),
    };
  },
  'messaging.mention': (site) =>
    spokenTo(site, ({ bea }) => ({ body: `@${bea.name}, can you bring the key?` })),
  'messaging.reply': (site) =>
    spokenTo(site, ({ said }) => ({ body: 'I can bring the key.', replyTo: said })),
  'targets.promise': async (site) => {
    const group = await aGroup(site);
    const target = await aTarget(site, group);
    const day = new Date(Date.now() - 86_400_000).toISOString().slice(0, 10);
    const given = { answer: 'Yes.', answeredOn: day, promise: 'A new roof.', dueOn: day };
    const ask = await anAsk(site, target, group, given);
    return {
      ...{ decider: group.steward, others: [await aMember(site, group)] },
      says: { who: 'Dana Price', title: 'A new roof.' },
      end: () =>
        site.db.execute(
          sql`update target_asks set outcome = 'kept', outcome_at = now() where id = ${ask.path.split('/').at(-1)}`,
        ),
    };
  },
  'compacts.terms': async (site) => {
    const { group, writer } = await aCompact(site, { isAgreed: false });
    return {
      ...{ decider: group.steward, others: [writer.steward, await aMember(site, group, 'organizer')] },
      says: { who: 'Vecinas', group: { slug: group.slug } },
      end: () => site.db.execute(sql`update compact_versions set state = 'declined', decided_at = now()`),
    };
  },
  'compacts.letter': async (site) => {
    const compact = await aCompact(site);
    const use = await aUse(site, compact);
    return {
      ...{ decider: compact.group.steward, others: [compact.writer.steward] },
      says: { who: 'Vecinas', title: 'Come to the hearing', path: use.path },
      end: () => site.db.execute(sql`update compact_uses set state = 'declined'`),
    };
  },
  'compacts.overlap': async (site) => {
    const compact = await aCompact(site);
    await anOverlap(site, compact);
    return {
      ...{ decider: compact.group.steward, others: [compact.writer.steward], says: { who: 'Vecinas' } },
      end: () => site.db.execute(sql`update compact_uses set state = 'declined'`),
    };
  },
  'greetings.newcomers': async (site) => {
    const group = await aGroup(site);
    const [newcomer, organizer] = [
      await aMember(site, group, 'member', await anAccount(site, { name: 'Yusuf' })),
      await aMember(site, group, 'organizer'),
    ];
    await site.db.execute(sql`update memberships set joined_at = now() - interval '8 days'
      where account_id = ${newcomer.id}`);
    return {
      ...{ decider: group.steward, others: [newcomer, organizer], says: { who: 'Yusuf', many: 1 } },
      end: async () => {
        const steward = site.as(group.steward);
        const asked = { accountIds: [newcomer.id] };
        const { id } = (await steward.post(`/groups/${group.slug}/direct-messages`, asked)).body;
        await steward.post(`/channels/${id}/messages`, { id: newId(), body: 'Good that you came.' });
      },
    };
  },
  'directory.answer': async (site) => {
    const [home, riders] = await twoGroups(site);
    const listing = await aListing(site, home);
    await aListingAnswer(site, listing, riders);
    return {
      ...{ decider: home.steward, others: [riders.steward, await aMember(site, home)] },
      says: { who: 'Riders', said: 'We have it, on Tuesdays.' },
      end: () => site.db.execute(sql`update listing_answers set state = 'declined'`),
    };
  },
  'reports.report': async (site) => {
    const group = await aGroup(site);
    const event = await anEvent(site, { group });
    await site.as(null).put(`/subjects/event/${event.slug}/report`, { note: 'An address.' });
    return {
      ...{ decider: group.steward, others: [await aMember(site, group)], says: { title: event.title } },
      end: () =>
        site.db.execute(sql`update reports set decision = 'dismiss', decided_at = now(), reason = 'Fine.'`),
    };
  },
  'reports.site-report': async (site) => {
    const group = await aGroup(site);
    const siteSteward = await anAccount(site, { isSiteSteward: true });
    await site.as(null).put(`/subjects/group/${group.slug}/report`, { note: 'Not who they say.' });
    return {
      ...{ decider: siteSteward, others: [group.steward], says: { title: group.name, group: null } },
      end: () =>
        site.db.execute(sql`update reports set decision = 'dismiss', decided_at = now(), reason = 'Fine.'`),
    };
  },
  'stewardship.group': async (site) => {
    const siteSteward = await anAccount(site, { isSiteSteward: true });
    const group = await aGroup(site, { isVouched: false, name: 'Walkers' });
    return {
      ...{ decider: siteSteward, others: [group.steward], says: { who: 'Walkers', group: null } },
      end: () => site.as(siteSteward).put(`/site/groups/${group.id}/vouching`),
    };
  },
} satisfies Partial<Record<WaitKind, (site: TestSite) => Promise<WaitStory>>>;

type Talk = { bea: { name: string }; said: string };

/** One speaks to another twice in a room that a third reads too. */
async function spokenTo(site: TestSite, words: (talk: Talk) => object): Promise<WaitStory> {
  const { group, general, member: ana, organizer: bea, steward } = await aTalk(site);
  const path = `/channels/${general.id}`;
  const said = newId();
  await site.as(bea).post(`${path}/messages`, { id: said, body: 'Who has the key?' });
  for (let times = 0; times < 2; times += 1)
    await site.as(ana).post(`${path}/messages`, { id: newId(), ...words({ bea, said }) });
  return {
    ...{ decider: bea, others: [ana, steward, await aMember(site, group)] },
    says: { who: ana.name, title: 'general', group: { slug: group.slug }, many: 2 },
    end: () => site.as(bea).put(`${path}/reading`, { seq: 3 }),
  };
}
