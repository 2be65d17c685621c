import { eq, sql } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { NOBODY } from '../context.ts';
import { aGroup } from '../groups/fixtures.ts';
import { beginMeasure, endMeasureOf } from '../groups/measures/actions.ts';
import { groups } from '../groups/tables.ts';
import { aMailbox } from '../outbox/fixtures.ts';
import { promiseMails } from '../outbox/promises.ts';
import { aPerson } from '../people/fixtures.ts';
import { people } from '../people/tables.ts';
import { aSite, type TestSite } from '../testing.ts';
import { resumeMailing } from './actions.ts';
import { settleMailings } from './batches.ts';
import { aMailing, sendMailings } from './fixtures.ts';
import { mailings } from './tables.ts';

test('who left the audience, or was erased, after a mail was promised to them does not get it', async () => {
  const site = await aSite();
  const { run, add, send } = await aMailing(site);
  const [stays, leaves, erased] = [await add(), await add(), await add()];
  const mailbox = await aMailbox();
  await run();
  await site.db.update(people).set({ tags: [] }).where(eq(people.id, leaves.id));
  await site.db.delete(people).where(eq(people.id, erased.id));
  await send(mailbox);
  expect(mailbox.mails().flatMap(({ to }) => to)).toEqual([stays.email]);
  await settleMailings(site.ctx());
  const [mailing] = await site.db.select().from(mailings);
  expect(mailing).toMatchObject({ state: 'sent', sentCount: 1 });
});

test('before a sending only whether it stands is asked, where a kind can tell that; a no to it is heard', async () => {
  const site = await aSite();
  const { known, run, add } = await aMailing(site);
  for (let count = 0; count < 3; count += 1) await add();
  await run();
  const mailbox = await aMailbox();
  let silence: 'moot' | null = null;
  const kinds = known.kinds.map((kind) => ({
    ...kind,
    read: () => Promise.reject(new Error('read again')),
    findSilence: () => Promise.resolve(silence),
  }));
  await sendMailings(site, mailbox, 2, { ...known, kinds });
  expect(mailbox.mails()).toHaveLength(2);
  silence = 'moot';
  await sendMailings(site, mailbox, 1, { ...known, kinds });
  expect(mailbox.mails()).toHaveLength(2);
});

test('a mail of no mailing that is due again after its person was erased is not sent', async () => {
  const site = await aSite();
  const person = await aPerson(site, await aGroup(site), {});
  const mail = { key: 'about', to: 'ana@example.org', language: 'en' as const, personId: person.id };
  await site.db.transaction((tx) =>
    promiseMails(tx, [{ ...mail, subject: 'Hello', letter: { heading: 'Hello', paragraphs: [] } }]),
  );
  await site.db.delete(people).where(eq(people.id, person.id));
  const mailbox = await aMailbox();
  await sendMailings(site, mailbox);
  expect([mailbox.mails(), await site.mails()]).toEqual([[], []]);
});

test('a mail that failed is not tried again once its mailing was stopped', async () => {
  const site = await aSite();
  const { id, run, add, send } = await aMailing(site);
  await add();
  await run();
  await site.db.update(mailings).set({ state: 'stopped' }).where(eq(mailings.id, id));
  const mailbox = await aMailbox();
  await send(mailbox);
  expect([mailbox.mails(), await site.mails()]).toEqual([[], []]);
});

test('a group that was frozen after all was promised has its mailing stopped, not ended, and goes on later', async () => {
  const site = await aSite();
  const { id, group, run, add, send } = await aMailing(site);
  for (let count = 0; count < 3; count += 1) await add();
  const mailbox = await aMailbox();
  await run();
  await send(mailbox, 1);
  const ctx = site.ctx({ ...NOBODY, ...group.steward });
  const frozen = { groupId: group.id, kind: 'frozen' as const };
  await ctx.change((tx) => beginMeasure(tx, ctx, { ...frozen, reason: 'spam' }));
  await settleMailings(site.ctx());
  await site.work();
  await settleMailings(site.ctx());
  expect(await stateOf(site, id)).toBe('stopped');
  await ctx.change((tx) => endMeasureOf(tx, ctx, frozen));
  await site.work();
  // Nobody owes it: it goes on when somebody says so.
  expect(await stateOf(site, id)).toBe('stopped');
  await resumeMailing(site.ctx(), id);
  await run();
  await send(mailbox);
  expect(new Set(mailbox.mails().flatMap(({ to }) => to)).size).toBe(3);
});

test('a mailing of a group that may write to nobody when it is to be sent is stopped, and can go on', async () => {
  const site = await aSite();
  const { id, group, run, add, send } = await aMailing(site);
  for (let count = 0; count < 3; count += 1) await add();
  await run();
  const frozenAt = sql`now()`;
  await site.db.update(groups).set({ frozenAt }).where(eq(groups.id, group.id));
  const mailbox = await aMailbox();
  await send(mailbox);
  expect([await stateOf(site, id), await site.mails()]).toEqual(['stopped', []]);
  await site.db.update(groups).set({ frozenAt: null }).where(eq(groups.id, group.id));
  await resumeMailing(site.ctx(), id);
  await run();
  await send(mailbox);
  expect(mailbox.mails()).toHaveLength(3);
});

async function stateOf(site: TestSite, id: string) {
  const [mailing] = await site.db.select().from(mailings).where(eq(mailings.id, id));
  return mailing?.state;
}
