import type { Transaction } from '@groundwork/database';
import { journal, journalUndelivered } from '@groundwork/database/journal/tables';
import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { anAccount } from './accounts/fixtures.ts';
import { NOBODY } from './context.ts';
import { aGroup } from './groups/fixtures.ts';
import { handlers } from './handlers.ts';
import { heardKinds, kindsWith, note } from './journal.ts';
import { subjects } from './subjects.ts';
import { aSite, type TestSite } from './testing.ts';
import type { Handlers } from './work.ts';

test('a kind is declared as heard exactly when a handler listens to it', () => {
  const features: Handlers[] = Object.values(handlers(null));
  const listened = new Set(features.flatMap(({ on = {} }) => Object.keys(on)));
  expect(heardKinds().toSorted()).toEqual([...listened].toSorted());
});

test('a kind of news is kept at least as long as an audit', () => {
  const news = subjects.flatMap((subject) => Object.keys(subject.news ?? {}));
  expect(news).not.toEqual([]);
  expect([...kindsWith('audit'), ...kindsWith('lasting')]).toEqual(expect.arrayContaining(news));
});

test('an entry that nobody listens to is kept and not delivered', async () => {
  const site = await aSite();
  const { id } = await aGroup(site);
  await site.work();
  const quiet = await site
    .ctx()
    .change((tx) => note(tx, null, 'events.rsvps-forgotten', { groupId: id }, noneOf));
  const loud = await site.ctx().change((tx) => note(tx, null, 'groups.left', { groupId: id }));
  expect(await listUndelivered(site)).toEqual([loud]);
  expect(await findEntry(site, quiet)).toMatchObject({ groupId: id, subjectId: null, data: noneOf });
});

test('a deed is noted under its viewer, a stranger’s under nobody', async () => {
  const site = await aSite();
  const ana = await anAccount(site);
  const viewer = { ...NOBODY, id: ana.id, signedIn: true };
  const by = await site.ctx().change((tx) => note(tx, { viewer }, 'accounts.changed', ana.id));
  const byNobody = await site.ctx().change((tx) => note(tx, site.ctx(), 'accounts.changed', ana.id));
  expect(await findEntry(site, by)).toMatchObject({ actorId: ana.id, subjectId: ana.id, groupId: null });
  expect(await findEntry(site, byNobody)).toMatchObject({ actorId: null, subjectId: ana.id });
});

test('a kind that is not declared, or other data than it declares, does not compile', () => {
  const wrong = async (tx: Transaction) => {
    // @ts-expect-error A misspelt kind.
    note(tx, null, 'events.mooved', null, { sequence: 1 });
    // @ts-expect-error Data of another type.
    note(tx, null, 'events.moved', null, { sequence: 'one' });
    // @ts-expect-error Data that this kind has not.
    note(tx, null, 'events.moved', null, { sequence: 1, title: 'Potluck' });
    // @ts-expect-error No data, where the kind has some.
    note(tx, null, 'events.moved', null);
    // @ts-expect-error Data, where the kind has none.
    note(tx, null, 'groups.left', null, { count: 1 });
    // @ts-expect-error A group, which does not say that it is one.
    note(tx, null, 'groups.left', { id: 'the group' });
  };
  const right: Handlers = {
    on: { 'campaigns.burst-released': (_ctx, { data }) => Promise.resolve(data.count.toFixed()) },
  };
  const deaf: Handlers = {
    // @ts-expect-error Data of another type.
    on: { 'campaigns.burst-released': (_ctx, { data }) => Promise.resolve(data.count.trim()) },
  };
  // @ts-expect-error A misspelt kind.
  const misspelt: Handlers = { on: { 'events.mooved': () => Promise.resolve() } };
  // @ts-expect-error A kind that nobody is said to listen to.
  const undeclared: Handlers = { on: { 'events.changed': () => Promise.resolve() } };
  expect([wrong, right, deaf, misspelt, undeclared]).toHaveLength(5);
});

const noneOf = { count: 0, peopleCount: 0 };

async function listUndelivered({ db }: TestSite) {
  return (await db.select().from(journalUndelivered)).map(({ entryId }) => entryId);
}

async function findEntry({ db }: TestSite, id: string) {
  const [entry] = await db.select().from(journal).where(eq(journal.id, id));
  return entry;
}
