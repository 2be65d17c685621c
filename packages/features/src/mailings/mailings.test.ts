import { eq, sql } from 'drizzle-orm';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { groups } from '../groups/tables.ts';
import { aMailbox } from '../outbox/fixtures.ts';
import { letters } from '../outbox/tables.ts';
import { people } from '../people/tables.ts';
import { aSite, type TestSite } from '../testing.ts';
import {
  draftMailing,
  resumeMailing,
  scheduleMailing,
  startMailing,
  stopMailing,
  stopMailingsAbout,
} from './actions.ts';
import { isBatchDue, promiseBatch, promiseDueBatches, settleMailings } from './batches.ts';
import { aMailing, killedAtCommit } from './fixtures.ts';
import { mailings } from './tables.ts';

test('each of an audience is mailed once, in their language, with what is theirs', async () => {
  const site = await aSite();
  const { run, add } = await aMailing(site);
  const [ana, bea] = [await add(), await add({ language: 'es', tags: ['all', 'helps'] })];
  await add({ tags: ['others'] });
  await run();
  await run();
  const sent = await site.mails();
  expect(sent.map(({ personId }) => personId)).toEqual([ana.id, bea.id]);
  expect(sent.map(({ subject }) => subject)).toEqual(['Hello in en', 'Hello in es']);
  expect(sent.map(({ letter }) => letter?.paragraphs[0])).toEqual([` ${ana.id}`, `helps ${bea.id}`]);
});

test('its letter is written once for each language and variant that somebody reads', async () => {
  const site = await aSite();
  const { run, add } = await aMailing(site, { batchSize: 2 });
  for (let count = 0; count < 3; count += 1) {
    await add();
    await add({ language: 'ar' });
    await add({ tags: ['all', 'helps'] });
  }
  await run();
  expect(await site.db.select().from(letters)).toHaveLength(3);
  expect(await site.mails()).toHaveLength(9);
});

test('a batch that fails after it promised has promised nothing, and is done whole when it is tried again', async () => {
  const site = await aSite();
  const { id, known, run, add } = await aMailing(site, { batchSize: 2 });
  for (let count = 0; count < 3; count += 1) await add();
  await expect(promiseBatch(killedAtCommit(site), known, id)).rejects.toThrow('killed');
  expect(await site.mails()).toEqual([]);
  expect(await site.db.select().from(letters)).toEqual([]);
  await run();
  expect(new Set((await site.mails()).map(({ personId }) => personId)).size).toBe(3);
});

test('what is stopped promises nothing, and goes on to those whom it did not reach, as they are then', async () => {
  const site = await aSite();
  const { id, run, add, send } = await aMailing(site);
  const [reached, waits, leaves] = [await add(), await add(), await add()];
  const mailbox = await aMailbox();
  await run();
  await send(mailbox, 1);
  await stopMailing(site.ctx(), id);
  await stopMailing(site.ctx(), id);
  expect((await site.mails()).map(({ state }) => state)).toEqual(['sent']);
  await run();
  expect(await site.mails()).toHaveLength(1);
  await site.db.update(people).set({ tags: [] }).where(eq(people.id, leaves.id));
  const comes = await add();
  await resumeMailing(site.ctx(), id);
  await run();
  await send(mailbox);
  const [first, ...others] = mailbox.mails().flatMap(({ to }) => to);
  expect(first).toBe(reached.email);
  // Sent at the same time, in no order.
  expect(others.toSorted()).toEqual([waits.email, comes.email].toSorted());
});

test('an address that was refused is not tried again when a mailing goes on', async () => {
  const site = await aSite();
  const { id, run, add, send } = await aMailing(site);
  const gone = await add();
  await add();
  const mailbox = await aMailbox();
  mailbox.refuse(gone.email ?? '');
  await run();
  await send(mailbox, 1);
  await stopMailing(site.ctx(), id);
  await resumeMailing(site.ctx(), id);
  await run();
  expect((await site.mails()).map(({ state }) => state)).toEqual(['refused', 'promised']);
});

test('what has not begun, or is sent, can be neither stopped nor resumed', async () => {
  const site = await aSite();
  const { draft, id, run } = await aMailing(site);
  const drafted = await site.ctx().change((tx) => draftMailing(tx, null, draft('another')));
  await run();
  await settleMailings(site.ctx());
  for (const mailing of [drafted, id])
    for (const deed of [stopMailing, resumeMailing])
      await expect(deed(site.ctx(), mailing)).rejects.toMatchObject({ code: 'mailings.state' });
});

test('a mailing whose last mail went out cannot be stopped any more', async () => {
  const site = await aSite();
  const { id, run, add, send } = await aMailing(site);
  await add();
  await run();
  await send(await aMailbox());
  await expect(stopMailing(site.ctx(), id)).rejects.toMatchObject({ code: 'mailings.state' });
});

test('a scheduled mailing begins at its time and not before, unless it is a draft again', async () => {
  const site = await aSite();
  const { draft, known } = await aMailing(site);
  const [one, other] = await site
    .ctx()
    .change(async (tx) => [
      await draftMailing(tx, null, draft('one')),
      await draftMailing(tx, null, draft('other')),
    ]);
  const soon = new Date(Date.now() + 60_000);
  await scheduleMailing(site.ctx(), one, soon);
  await scheduleMailing(site.ctx(), other, soon);
  await scheduleMailing(site.ctx(), other, null);
  await promiseDueBatches(site.ctx(), known);
  expect(await statesOf(site)).toMatchObject({ one: 'scheduled', other: 'draft' });
  await site.db
    .update(mailings)
    .set({ dueAt: sql`now()` })
    .where(eq(mailings.id, one));
  await promiseDueBatches(site.ctx(), known);
  expect(await statesOf(site)).toMatchObject({ one: 'sending', other: 'draft' });
  await expect(scheduleMailing(site.ctx(), one, soon)).rejects.toMatchObject({
    code: 'mailings.state',
  });
});

test('a mailing of a group that may write to nobody is stopped, and goes on when it may again', async () => {
  const site = await aSite();
  const { id, group, run, add } = await aMailing(site, { batchSize: 1 });
  await add();
  await add();
  await site.db
    .update(groups)
    .set({ frozenAt: sql`now()` })
    .where(eq(groups.id, group.id));
  await run();
  expect([await statesOf(site), await site.mails()]).toEqual([{ '': 'stopped' }, []]);
  await site.db.update(groups).set({ frozenAt: null }).where(eq(groups.id, group.id));
  await resumeMailing(site.ctx(), id);
  await run();
  expect(await site.mails()).toHaveLength(2);
});

test('what is moot when it is to be told is told to nobody, and over', async () => {
  const site = await aSite();
  const { run, add } = await aMailing(site, { version: 'moot' });
  await add();
  await run();
  await settleMailings(site.ctx());
  expect([await statesOf(site), await site.mails()]).toEqual([{ moot: 'sent' }, []]);
});

test('the same told twice is one mailing; with a wider audience it goes on to those who are new in it', async () => {
  const site = await aSite();
  const { draft, run, add, send } = await aMailing(site);
  const [first, second] = [await add(), await add({ tags: ['late'] })];
  const start = (tags: string[]) => site.ctx().change((tx) => startMailing(tx, null, draft('', tags)));
  await start(['all']);
  await run();
  await send(await aMailbox());
  await settleMailings(site.ctx());
  await start(['all']);
  expect(await statesOf(site)).toEqual({ '': 'sent' });
  await start(['all', 'late']);
  await run();
  expect((await site.mails()).map(({ key }) => key.split(':')[2])).toEqual([first.id, second.id]);
});

test('a mailing that fails is tried again later, and keeps no other', async () => {
  const site = await aSite();
  const { known, draft, add } = await aMailing(site);
  await add();
  await site.ctx().change((tx) => startMailing(tx, null, { ...draft('other'), kind: 'toys.unknown' }));
  expect(await isBatchDue(site)).toBe(true);
  await expect(promiseDueBatches(site.ctx(), known)).rejects.toThrow('toys.unknown');
  expect(await site.mails()).toHaveLength(1);
  expect(await isBatchDue(site)).toBe(false);
  await site.db
    .update(mailings)
    .set({ dueAt: sql`now()` })
    .where(eq(mailings.kind, 'toys.unknown'));
  expect(await isBatchDue(site)).toBe(true);
});

test('a mailing ends while it is still known whom it reached, and can be resumed until then', async () => {
  const site = await aSite();
  const { id } = await aMailing(site);
  await stopMailing(site.ctx(), id);
  const beganDaysAgo = (days: number) =>
    site.db.update(mailings).set({ startedAt: sql`now() - make_interval(days => ${days})` });
  await beganDaysAgo(24);
  await settleMailings(site.ctx());
  expect(await statesOf(site)).toEqual({ '': 'stopped' });
  await beganDaysAgo(26);
  await settleMailings(site.ctx());
  expect(await statesOf(site)).toEqual({ '': 'sent' });
});

test('a mailing goes with its group, and its mails with whom they are to', async () => {
  const site = await aSite();
  const { group, run, add } = await aMailing(site);
  await add();
  await run();
  await site.db.delete(groups).where(eq(groups.id, group.id));
  expect(await site.db.select().from(mailings)).toEqual([]);
});

test(
  'however it is run, killed, stopped and resumed, each receiver gets it exactly once',
  { timeout: 60_000 },
  async () => {
    const site = await aSite();
    const step = fc.oneof(
      fc.constant('batch' as const),
      fc.constant('two at once' as const),
      fc.constant('killed' as const),
      fc.constant('stop' as const),
      fc.constant('resume' as const),
      fc.constant('send' as const),
      fc.constant('somebody new' as const),
    );
    await fc.assert(
      fc.asyncProperty(
        fc.array(step, { maxLength: 14 }),
        fc.integer({ min: 1, max: 4 }),
        async (steps, batchSize) => {
          const { group, id, known, run, add, send } = await aMailing(site, { batchSize });
          const mailbox = await aMailbox();
          // Also when it is over, so that it goes on to somebody new.
          const halted = () =>
            site
              .ctx()
              .change((tx) => stopMailingsAbout(tx, { kinds: ['toys.greeting'], aboutIds: [group.id] }));
          const expected = [await add(), await add(), await add(), await add(), await add()];
          const deeds: Record<(typeof steps)[number], () => Promise<unknown>> = {
            batch: () => promiseBatch(site.ctx(), known, id),
            'two at once': () => Promise.all([1, 2].map(() => promiseBatch(site.ctx(), known, id))),
            killed: () => expect(promiseBatch(killedAtCommit(site), known, id)).rejects.toThrow('killed'),
            stop: () => halted(),
            resume: () => resumeMailing(site.ctx(), id),
            send: () => send(mailbox, batchSize),
            'somebody new': async () => void expected.push(await add()),
          };
          for (const name of steps) await deeds[name]();
          await halted();
          await resumeMailing(site.ctx(), id);
          await run();
          await send(mailbox);
          const received = mailbox.mails().flatMap(({ to }) => to);
          expect(received.sort()).toEqual(expected.map(({ email }) => email).sort());
        },
      ),
      { numRuns: 12 },
    );
  },
);

async function statesOf(site: TestSite) {
  const all = await site.db.select().from(mailings);
  return Object.fromEntries(all.map(({ version, state }) => [version, state]));
}
