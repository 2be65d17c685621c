import { sql } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { aSite, type TestSite } from '../../../testing.ts';
import { noteHistory } from '../../actions.ts';
import { aCrew, aPerson } from '../../fixtures.ts';
import { askToImport, countIn, peopleOf } from '../fixtures.ts';
import { applyImport } from './actions.ts';

test('a worker that takes over from a killed one goes on where it was, and counts no row twice', async () => {
  const site = await aSite();
  const { group, organizer } = await aCrew(site);
  const { id, path } = await askToImport(site, group, organizer, { file: manyRows(5_000) });
  // Every second batch dies with its worker, before or after it committed.
  let batches = 0;
  const ctx = site.ctx();
  const dying = { ...ctx, change: dyingChange(ctx.change, () => (batches += 1)) } as typeof ctx;
  for (let attempt = 0; attempt < 10; attempt++) await applyImport(dying, id).catch(() => undefined);
  expect(batches).toBeGreaterThan(4);
  expect((await site.as(organizer).get(path)).body).toMatchObject({
    state: 'done',
    doneCount: 5_000,
    addedCount: 4_500,
    refusedCount: 500,
  });
  expect(await countIn(site, 'people')).toBe(4_500);
  expect(await countIn(site, 'person_history')).toBe(4_500);
});

test('two workers with the same import do it once', async () => {
  const site = await aSite();
  const { group, organizer } = await aCrew(site);
  const { id, path } = await askToImport(site, group, organizer, { file: manyRows(5_000) });
  await Promise.all([applyImport(site.ctx(), id), applyImport(site.ctx(), id), applyImport(site.ctx(), id)]);
  expect((await site.as(organizer).get(path)).body).toMatchObject({
    state: 'done',
    addedCount: 4_500,
    knownCount: 0,
  });
  expect(await countIn(site, 'person_history')).toBe(4_500);
  expect((await site.db.execute(sql`select from journal where kind = 'people.imported'`)).rowCount).toBe(1);
});

test('two lists with the same people in another order come in side by side', async () => {
  const site = await aSite();
  const { group, organizer } = await aCrew(site);
  const rows = Array.from({ length: 4_000 }, (_, n) => `p${n}@example.org`);
  const [one, two] = [
    await askToImport(site, group, organizer, { file: ['email', ...rows].join('\n') }),
    await askToImport(site, group, organizer, { file: ['email', ...rows.toReversed()].join('\n') }),
  ];
  await Promise.all([applyImport(site.ctx(), one.id), applyImport(site.ctx(), two.id)]);
  expect(await countIn(site, 'people')).toBe(4_000);
  expect(await countIn(site, 'person_history')).toBe(8_000);
});

test('undo takes back whom the import added, except those who acted since, and every consent it claimed', async () => {
  const site = await aSite();
  const { group, organizer, path } = await aCrew(site);
  const known = await aPerson(site, group, { email: 'known@example.org', name: 'Known' });
  const file = `email\n${['known', 'idle', 'signed', 'stopped', 'relisted'].map((name) => `${name}@example.org`).join('\n')}\n`;
  const done = await askToImport(site, group, organizer, { file, plan: { consent: 'email' } });
  await site.work();
  const byName = await peopleOf(site, path, organizer);
  const [relisted, signed, stopped] = ['relisted', 'signed', 'stopped'].map((one) =>
    byName.find(({ name }) => name === one),
  );
  if (!relisted || !signed || !stopped) throw new Error('the import did not add them');
  await site
    .ctx()
    .change((tx) =>
      noteHistory(tx, { personId: signed.id, groupId: group.id, kind: 'signed', label: 'Keep it open' }),
    );
  const { unsubscribe } = await aPerson(site, group, { email: 'stopped@example.org' });
  await site.as(null).delete(`/subscriptions/${unsubscribe}`);
  await askToImport(site, group, organizer, { file: 'email\nrelisted@example.org\n' });
  await site.work();

  expect((await site.as(organizer).put(`${done.path}/undoing`)).body).toMatchObject({ state: 'undo-asked' });
  await site.work();
  expect((await site.as(organizer).get(done.path)).body).toMatchObject({
    state: 'undone',
    addedCount: 4,
    removedCount: 1,
  });
  const left = await peopleOf(site, path, organizer);
  expect(left.map(({ email }) => email)).toEqual([
    known.email,
    ...[relisted, signed, stopped].map(({ email }) => email),
  ]);
  expect(left.filter(({ mayBeMailed }) => mayBeMailed)).toEqual([]);
  expect((await site.as(organizer).get(`${path}/${stopped.id}`)).body.consents).toMatchObject([
    { given: 'no' },
  ]);
  expect((await site.as(organizer).get(`${path}/${known.id}`)).body.history).toEqual([]);
  expect((await site.as(organizer).put(`${done.path}/undoing`)).status).toBe(409);
});

test('a deed done while the import is undone is kept', async () => {
  const site = await aSite();
  const { group, organizer, path } = await aCrew(site);
  const { path: place } = await askToImport(site, group, organizer, { file: 'email\nana@example.org\n' });
  await site.work();
  await site.as(organizer).put(`${place}/undoing`);
  const held = Promise.withResolvers<void>();
  const begun = Promise.withResolvers<void>();
  const signing = site.ctx().change(async (tx) => {
    const { rows } = await tx.execute<{ id: string }>(
      sql`update people set last_seen_at = now() where email = 'ana@example.org' returning id`,
    );
    noteHistory(tx, {
      personId: rows[0]?.id ?? '',
      groupId: group.id,
      kind: 'signed',
      label: 'Keep it open',
    });
    begun.resolve();
    await held.promise;
  });
  await begun.promise;
  const undoing = site.work();
  setTimeout(held.resolve, 300);
  await Promise.all([signing, undoing]);
  expect(await peopleOf(site, path, organizer)).toMatchObject([{ email: 'ana@example.org' }]);
});

/** Every tenth row is refused, the last ones among them. */
function manyRows(count: number) {
  const rows = Array.from({ length: count }, (_, n) => (n % 10 === 9 ? 'nobody' : `p${n}@example.org`));
  return `email\n${rows.join('\n')}\n`;
}

type Change = ReturnType<TestSite['ctx']>['change'];
function dyingChange(change: Change, count: () => number): Change {
  return async (work) => {
    const isLast = count() % 2 === 0;
    const isKilledAfter = count() % 3 === 0;
    if (isLast && !isKilledAfter) throw new Error('killed before the commit');
    const outcome = await change(work);
    if (isLast) throw new Error('killed after the commit');
    return outcome;
  };
}
