import { eq, sql } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { aMailbox } from '../outbox/fixtures.ts';
import { mails } from '../outbox/tables.ts';
import { people, personHistory } from '../people/tables.ts';
import { aSite, type TestSite } from '../testing.ts';
import { aMailing } from './fixtures.ts';

const linesOf = (site: TestSite) =>
  site.db
    .select({
      personId: personHistory.personId,
      kind: personHistory.kind,
      label: personHistory.label,
      subjectId: personHistory.subjectId,
    })
    .from(personHistory)
    .orderBy(personHistory.personId);

test('whoever was sent a letter to many has it in their history, and whoever waits for it does not', async () => {
  const site = await aSite();
  const { run, add, send, group } = await aMailing(site);
  const ana = await add({ language: 'es' });
  await add();
  await run();
  await send(await aMailbox(), 1);
  expect(await linesOf(site)).toEqual([
    { personId: ana.id, kind: 'mailed', label: 'Hello in es', subjectId: group.id },
  ]);
});

test('a letter that nobody takes is a line of its own, and no contact', async () => {
  const site = await aSite();
  const { run, add, send } = await aMailing(site);
  const ana = await add();
  await run();
  await site.db.update(mails).set({ promisedAt: sql`now() - interval '4 days'` });
  await site.db.update(mails).set({ toAddress: null });
  await send(await aMailbox());
  expect(await linesOf(site)).toMatchObject([{ personId: ana.id, kind: 'mail-refused' }]);
});

test('a letter goes out while a person’s record is held, and its line is passed by', async () => {
  const site = await aSite();
  const { run, add, send } = await aMailing(site);
  const [ana, bea] = [await add(), await add()];
  await run();
  await site.ctx().change(async (tx) => {
    await tx.select().from(people).where(eq(people.id, ana.id)).for('update');
    await send(await aMailbox());
  });
  expect((await site.db.select().from(mails)).map(({ state }) => state)).toEqual(['sent', 'sent']);
  expect((await linesOf(site)).map(({ personId }) => personId)).toEqual([bea.id]);
});

test('after a year it is forgotten which letters somebody was sent, and that is said', async () => {
  const site = await aSite();
  const { run, add, send, group } = await aMailing(site);
  await add();
  await add();
  await run();
  await send(await aMailbox());
  const [first] = await linesOf(site);
  await site.db
    .update(personHistory)
    .set({ at: sql`now() - interval '366 days'` })
    .where(eq(personHistory.personId, first?.personId ?? ''));
  await site.sweep('people.forget-mailed');
  expect(await linesOf(site)).toHaveLength(1);
  const { rows } = await site.db.execute(
    sql`select group_id, data from journal where kind = 'people.mails-forgotten'`,
  );
  expect(rows).toEqual([{ group_id: group.id, data: { count: 1 } }]);
});
