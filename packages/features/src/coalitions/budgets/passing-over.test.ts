import { eq, sql } from 'drizzle-orm';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { compositionReceivers } from '../../compositions/tables.ts';
import { contactMarks } from '../../mailings/marks/tables.ts';
import { aKeptBudget, readers } from './budget-fixtures.ts';

test('whoever had enough from all groups that keep a budget gets no more, and others do', async () => {
  const { first, second, add, send, got } = await aKeptBudget(1);
  await add(first, readers(60));
  await add(second, [...readers(30), ...readers(40, 'other')]);
  await send(first);
  expect(got().size).toBe(60);
  await send(second);
  expect(got().size).toBe(100);
  expect(Math.max(...got().values())).toBe(1);
});

test('to fewer than 50 only the group’s own letters count, and they mark', async () => {
  const { site, first, second, add, send, got } = await aKeptBudget(1);
  await add(first, readers(49));
  await add(second, readers(49));
  await send(first);
  await send(second);
  expect(got().size).toBe(49);
  expect([...got().values()].every((count) => count === 2)).toBe(true);
  expect(await site.db.$count(contactMarks)).toBe(98);
  const mailing = await site.as(first.steward).post(`/groups/${first.slug}/mailings`, {
    ...{ lines: 'only:mailable', language: 'en', subject: 'Again', body: 'Once more.' },
  });
  const { body } = await site
    .as(first.steward)
    .get(`/groups/${first.slug}/mailings/${mailing.body.id}/reach`);
  expect(body).toMatchObject({ getCount: 0, leftOut: [{ why: 'coalition-budget', count: 49 }] });
});

test('a group that keeps no budget neither marks nor passes anybody over', async () => {
  const { site, first, second, add, drop, send, got } = await aKeptBudget(1);
  await add(first, readers(50));
  await add(second, readers(50));
  await drop(first);
  await send(first);
  expect(await site.db.$count(contactMarks)).toBe(0);
  await send(second);
  await send(first);
  expect([...got().values()].every((count) => count === 3)).toBe(true);
});

test('a group that is kept out for a while neither marks nor passes over, and does again when it is in', async () => {
  const { site, coalition, first, second, add, send, got } = await aKeptBudget(1);
  await add(first, readers(50));
  await add(second, readers(50));
  await send(first);
  const suspension = `/coalitions/${coalition.slug}/groups/${second.slug}/suspension`;
  await site.as(coalition.steward).put(suspension, { reason: 'For a while.' });
  await send(second);
  expect(got().get('reader0@town.example')).toBe(2);
  await site.as(coalition.steward).delete(suspension);
  await site.db.execute(sql`delete from person_history where group_id = ${second.id}`);
  await send(second);
  expect(got().get('reader0@town.example')).toBe(2);
});

test('what members must hear counts for no budget', async () => {
  const { site, first, add, begin } = await aKeptBudget(1);
  await add(first, readers(50));
  const mailing = await begin(first, { purpose: 'membership' });
  const { body } = await site.as(first.steward).get(`${mailing}/checks`);
  expect(
    body.rows.map(({ code }: { code: string }) => code).filter((code: string) => code.startsWith('budget')),
  ).toEqual([]);
});

test('a mark names nobody, is another one in each coalition, and lives a week', async () => {
  const { site, first, add, send } = await aKeptBudget(3);
  await add(first, readers(50));
  await send(first);
  const marks = await site.db.select().from(contactMarks);
  expect(marks).toHaveLength(50);
  expect(Object.keys(marks[0] ?? {})).toEqual(['coalitionId', 'hash', 'at']);
  const { rows } = await site.db.execute<{ is: boolean }>(sql`
    select exists (select from contact_marks mark join people on mark.hash = substr(sha256(convert_to(email, 'UTF8')), 1, 16)) as is`);
  expect(rows[0]?.is).toBe(false);
  await site.sweep('mailings.sweep-marks');
  expect(await site.db.$count(contactMarks)).toBe(50);
  await site.db.update(contactMarks).set({ at: sql`now() - interval '7 days 1 second'` });
  await site.sweep('mailings.sweep-marks');
  expect(await site.db.$count(contactMarks)).toBe(0);
});

test('two mailings that begin at once see what the other marks', async () => {
  const { site, first, second, add, begin, promise, deliver, got } = await aKeptBudget(1);
  await add(first, readers(60));
  await add(second, readers(60));
  const mailings = [await begin(first), await begin(second)] as const;
  await site.as(first.steward).put(`${mailings[0]}/sending`, { when: 'now', count: 1000 });
  await site.as(second.steward).put(`${mailings[1]}/sending`, { when: 'now', count: 1000 });
  await Promise.all(mailings.map(promise));
  await deliver();
  expect(got().size).toBe(60);
  expect(Math.max(...got().values())).toBe(1);
});

test('one that goes on after it was stopped marks anew those whom it did not reach', async () => {
  const { site, first, second, add, begin, promise, deliver, send, got } = await aKeptBudget(1);
  await add(first, readers(55));
  await add(second, readers(55));
  const mailing = await begin(first);
  await site.as(first.steward).put(`${mailing}/sending`, { when: 'now', count: 1000 });
  await promise(mailing);
  await site.as(first.steward).put(`${mailing}/stop`);
  expect((await site.as(first.steward).delete(`${mailing}/stop`)).status).toBe(204);
  await promise(mailing);
  await deliver();
  expect(got().size).toBe(55);
  expect(await site.db.$count(contactMarks)).toBe(55);
  await send(second);
  expect(Math.max(...got().values())).toBe(1);
});

test('who was passed over is forgotten when all is out', async () => {
  const { site, first, second, add, send } = await aKeptBudget(1);
  await add(first, readers(60));
  await add(second, readers(60));
  await send(first);
  await send(second);
  const isPassedOver = eq(compositionReceivers.isPassedOver, true);
  expect(await site.db.$count(compositionReceivers, isPassedOver)).toBe(60);
  await site.sweep('compositions.forget-passed-over');
  expect(await site.db.$count(compositionReceivers, isPassedOver)).toBe(60);
  await site.sweep('mailings.settle');
  await site.sweep('compositions.forget-passed-over');
  expect(await site.db.$count(compositionReceivers, isPassedOver)).toBe(0);
});

test('nobody gets more than the budget from those who keep it, whatever the order of their mailings', async () => {
  const orders = fc.array(fc.constantFrom(0, 1), { minLength: 2, maxLength: 5 });
  await fc.assert(
    fc.asyncProperty(
      orders,
      fc.integer({ min: 1, max: 3 }),
      fc.integer({ min: 50, max: 70 }),
      async (order, most, count) => {
        const { first, second, add, send, got } = await aKeptBudget(most);
        await add(first, readers(count));
        await add(second, [...readers(count - 10), ...readers(20, 'other')]);
        for (const which of order) await send(which === 0 ? first : second).catch(isNobodyLeft);
        expect(Math.max(0, ...got().values())).toBeLessThanOrEqual(most);
      },
    ),
    { numRuns: 4 },
  );
}, 120_000);

/** All had enough of their own group: there is nobody to write to. */
function isNobodyLeft(error: unknown) {
  if (!String(error).includes('reaches-nobody')) throw error;
}
