import { journal, journalUndelivered } from '@groundwork/database/journal/tables';
import { expect, test } from 'vitest';
import { anAccount } from '../../accounts/fixtures.ts';
import { aGroup } from '../../groups/fixtures.ts';
import type { Kind } from '../../journal.ts';
import { aSite, type TestSite } from '../../testing.ts';
import { forgetJournal } from './actions.ts';

test('an entry of a crowd is forgotten after 90 days, a decision after two years', async () => {
  const { site, kinds } = await aSiteWithHistory();
  const brief: Kind = 'groups.join-asked';
  const audit: Kind = 'groups.join-accepted';
  expect(await kinds()).toEqual(expect.arrayContaining([brief, audit]));
  await forgetJournal(site.house, 89);
  expect(await kinds()).toContain(brief);
  expect(await forgetJournal(site.house, 91)).toBeGreaterThan(0);
  expect(await kinds()).not.toContain(brief);
  expect(await kinds()).toContain(audit);
  await forgetJournal(site.house, 729);
  expect(await kinds()).toContain(audit);
  await forgetJournal(site.house, 731);
  expect(new Set(await kinds())).toEqual(new Set(['groups.created', 'groups.vouched']));
});

test('a published thing stands in its group’s news as long as who published it is known', async () => {
  const { site, group } = await aSiteWithHistory();
  const news = async () => (await site.as(null).get(`/groups/${group.slug}/news`)).body.rows;
  const before = await news();
  expect(before.length).toBeGreaterThan(0);
  await forgetJournal(site.house, 700);
  expect(await news()).toEqual(before);
});

test('an entry that waits for its delivery is not forgotten, and heard when it comes', async () => {
  const site = await aSite();
  const group = await aGroup(site);
  await forgetJournal(site.house, 10_000);
  expect((await site.db.select().from(journalUndelivered)).length).toBeGreaterThan(0);
  await site.work();
  const { body } = await site.as(group.steward).get('/channels');
  expect(body.rows.map(({ name }: { name: string }) => name)).toEqual(['general']);
});

test('an organizer’s deeds of today are kept by the sweep', async () => {
  const { site, kinds } = await aSiteWithHistory();
  const before = await kinds();
  await site.sweep('stewardship.forget-journal');
  expect(await kinds()).toEqual(before);
});

/** A group that takes in who asks, all of it delivered. */
async function aSiteWithHistory() {
  const site = await aSite();
  const group = await aGroup(site, { joining: 'approval' });
  const asker = await anAccount(site);
  const path = `/groups/${group.slug}/join-requests`;
  await site.as(asker).post(path, { answers: [] });
  const { id } = (await site.as(group.steward).get(path)).body.rows[0];
  await site.as(group.steward).put(`${path}/${id}/decision`, { decision: 'accepted' });
  await site.work();
  return { site, group, kinds: () => listKinds(site) };
}

async function listKinds({ db }: TestSite): Promise<string[]> {
  return (await db.select({ kind: journal.kind }).from(journal)).map(({ kind }) => kind);
}
