import type { Transaction } from '@groundwork/database';
import { eq, sql } from 'drizzle-orm';
import { describe, expect, test } from 'vitest';
import { anAccount } from './accounts/fixtures.ts';
import { accounts, siteStewards } from './accounts/tables.ts';
import { aCampaign } from './campaigns/fixtures.ts';
import { aCoalition } from './coalitions/fixtures.ts';
import { campaigns } from './campaigns/tables.ts';
import { anEvent } from './events/fixtures.ts';
import { events } from './events/tables.ts';
import { aGroup, aMember, anOwnRole } from './groups/fixtures.ts';
import { lockGroup } from './groups/locks.ts';
import { aSite, type TestAnswer, type TestSite } from './testing.ts';

/** What whoever is about to be demoted could ask for meanwhile, to stand as they stood. `{me}`: themselves, `{other}`: somebody else. */
const DEEDS = {
  'gives themselves the role back': ['patch', '/groups/{group}/members/{me}', { role: 'steward' }],
  'gives it to a friend': ['patch', '/groups/{group}/members/{other}', { role: 'steward' }],
  'takes out who demoted them': ['delete', '/groups/{group}/members/{keeper}'],
  'bans who demoted them': ['put', '/groups/{group}/bans/{keeper}'],
  'makes a role': ['post', '/groups/{group}/roles', { name: 'Keys', responsibilities: ['manage_group'] }],
  'puts more into a role': [
    'put',
    '/groups/{group}/roles/{role}',
    { name: 'Keys', responsibilities: ['publish', 'manage_group'] },
  ],
  'removes a role': ['delete', '/groups/{group}/roles/{role}'],
  'makes a link that lets people in': ['post', '/groups/{group}/invitations', { days: 7 }],
  'mails an invitation': [
    'post',
    '/groups/{group}/invitation-mails',
    { addresses: 'a@example.org', role: 'organizer', language: 'en' },
  ],
  'lets a friend run a campaign': ['put', '/campaigns/{campaign}/coordinators/{other}', {}],
  'lets themselves host an event': ['put', '/events/{event}/hosts/{me}'],
  'takes the group out of a coalition': ['delete', '/groups/{group}/coalitions/{coalition}'],
  'calls back who speaks for it': ['delete', '/groups/{group}/coalitions/{coalition}/delegates/{keeper}'],
} as const satisfies Record<
  string,
  readonly [method: 'put' | 'patch' | 'post' | 'delete', path: string, body?: object]
>;

describe('a steward whose demotion is decided already', () => {
  test.each(Object.entries(DEEDS))('%s no more', async (_, [method, path, body]) => {
    const site = await aSite();
    const group = await aGroup(site);
    const [falling, other] = [await aMember(site, group, 'steward'), await aMember(site, group)];
    const names: Record<string, string> = {
      ...{ group: group.slug, keeper: group.steward.id, me: falling.id, other: other.id },
      campaign: (await aCampaign(site, group, group.steward)).slug,
      event: (await anEvent(site, { group })).slug,
      coalition: (await aCoalition(site, { home: group })).slug,
      role: await anOwnRole(site, group, group.steward, ['publish']),
    };
    await site
      .as(group.steward)
      .patch(`/groups/${group.slug}/members/${group.steward.id}`, { ownRoleId: null });
    const [demoted, refused] = await oneAfterTheOther(
      site,
      (tx) => lockGroup(tx, group.id),
      () => site.as(group.steward).patch(`/groups/${group.slug}/members/${falling.id}`, { role: 'member' }),
      () =>
        site.as(falling)[method](
          path.replaceAll(/\{(\w+)\}/g, (_, name: string) => names[name] ?? ''),
          body,
        ),
    );
    expect([demoted?.status, refused?.status]).toEqual([204, 403]);
    expect((await site.as(falling).get(`/groups/${group.slug}`)).body.myRole).toBe('member');
  });
});

test('a demotion and many attempts to undo it, in flight together, leave a member', async () => {
  const site = await aSite();
  const group = await aGroup(site);
  const falling = await aMember(site, group, 'steward');
  const path = `/groups/${group.slug}/members/${falling.id}`;
  const regain = () => site.as(falling).patch(path, { role: 'steward' });
  const [demoted] = await Promise.all([
    site.as(group.steward).patch(path, { role: 'member' }),
    ...[regain(), regain(), regain(), regain()],
  ]);
  expect(demoted.status).toBe(204);
  expect((await site.as(falling).get(`/groups/${group.slug}`)).body.myRole).toBe('member');
});

test('whose stewardship of the site is ended makes nobody a steward any more, and ends nobody else’s', async () => {
  const site = await aSite();
  const [keeper, falling, third] = [
    await anAccount(site, { isSiteSteward: true }),
    await anAccount(site, { isSiteSteward: true }),
    await anAccount(site, { isSiteSteward: true }),
  ];
  const friend = await anAccount(site);
  const as = site.as(falling);
  const answers = await oneAfterTheOther(
    site,
    (tx) => tx.select().from(siteStewards).where(eq(siteStewards.accountId, falling.id)).for('update'),
    () => site.as(keeper).delete(`/site/stewards/${falling.id}`),
    () => as.put(`/site/stewards/${falling.id}`),
    () => as.put(`/site/stewards/${friend.id}`),
    () => as.delete(`/site/stewards/${third.id}`),
  );
  expect(answers.map(({ status }) => status)).toEqual([204, 403, 403, 403]);
});

test('whoever leaves the site, and a draft that is removed, while somebody is named for it, are not there', async () => {
  const site = await aSite();
  const group = await aGroup(site);
  const [ana, omar] = [await aMember(site, group), await aMember(site, group)];
  const [campaign, event] = [
    await aCampaign(site, group, group.steward, { state: 'draft' }),
    await anEvent(site, { group, isDraft: true }),
  ];
  const name = (path: string, { id }: { id: string }) => site.as(group.steward).put(`${path}/${id}`, {});
  const asks = ({ id }: { id: string }) => [
    () => name(`${campaign.path}/coordinators`, { id }),
    () => name(`/events/${event.slug}/hosts`, { id }),
  ];
  const leave = (tx: Transaction) => tx.delete(accounts).where(eq(accounts.id, ana.id));
  const removeDrafts = async (tx: Transaction) => {
    await tx.delete(campaigns).where(eq(campaigns.id, campaign.id));
    await tx.delete(events).where(eq(events.id, event.id));
  };
  for (const answers of [
    await oneAfterTheOther(site, leave, ...asks(ana)),
    await oneAfterTheOther(site, removeDrafts, ...asks(omar)),
  ])
    expect(answers.map(({ status }) => status)).toEqual([404, 404]);
});

type Ask = () => Promise<TestAnswer>;

/** All asked before the first is decided, and decided in this order: they queue for a lock. */
async function oneAfterTheOther(site: TestSite, lock: (tx: Transaction) => Promise<unknown>, ...asks: Ask[]) {
  const answers: Promise<TestAnswer>[] = [];
  await site.db.transaction(async (tx) => {
    await lock(tx);
    for (const ask of asks) {
      answers.push(ask());
      await expect.poll(() => countWaiting(site), { interval: 5 }).toBe(answers.length);
    }
  });
  return Promise.all(answers);
}

async function countWaiting({ db }: TestSite) {
  const { rows } = await db.execute<{ waiting: number }>(
    sql`select count(*)::int as waiting from pg_stat_activity
      where datname = current_database() and wait_event_type = 'Lock'`,
  );
  return rows[0]?.waiting;
}
