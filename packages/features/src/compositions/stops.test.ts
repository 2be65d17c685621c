import { eq, sql } from 'drizzle-orm';
import { aComplaint, aReturnReport } from '@groundwork/inbox/fixtures';
import { expect, test } from 'vitest';
import { returnsOf } from '../handlers.ts';
import { promiseNext, sendMailings } from '../mailings/fixtures.ts';
import { mailings } from '../mailings/tables.ts';
import { aMailbox } from '../outbox/fixtures.ts';
import { mailPaces } from '../paces/tables.ts';
import { aPerson } from '../people/fixtures.ts';
import { people } from '../people/tables.ts';
import { aWriter } from './fixtures.ts';

/** One that is going out to so many at one provider. */
async function aMailingTo(count: number) {
  const writer = await aWriter();
  writer.site.house.settings.returnAddress = 'returns@groves.example';
  const addresses: string[] = [];
  for (let n = 0; n < count; n += 1) {
    const { id } = await aPerson(writer.site, writer.group, { isSubscribed: true });
    addresses.push(`reader${n}@town.example`);
    await writer.site.db
      .update(people)
      .set({ email: `reader${n}@town.example` })
      .where(eq(people.id, id));
  }
  const mailing = await writer.begin();
  const promise = async () => {
    await writer.site.db.update(mailings).set({ dueAt: sql`now()` });
    await promiseNext(writer.site, mailing.split('/').at(-1) ?? '');
  };
  await writer.send(mailing);
  await promise();
  const seen = async () => (await writer.asOrganizer.get(mailing)).body;
  return { ...writer, mailing, addresses, seen, promise };
}

test('a mailing stops by itself when one in ten of its addresses is not there, tells who sent it, and goes on once', async () => {
  const { site, mailing, addresses, seen, asOrganizer, organizer, promise } = await aMailingTo(60);
  const mailbox = await aMailbox();
  for (const address of addresses.filter((_, n) => n % 4 === 0)) mailbox.refuse(address);
  await sendMailings(site, mailbox);
  const stopped = await seen();
  expect(stopped).toMatchObject({ state: 'stopped', stoppedFor: 'addresses', can: { resume: true } });
  const taken = () => mailbox.mails().flatMap(({ to }) => to.filter((one) => one.endsWith('@town.example')));
  expect(stopped.progress.sentCount).toBe(taken().length);
  expect(taken().length).toBeLessThan(45);
  expect(mailbox.mails().find(({ to }) => to.includes(organizer.email))?.subject).toBe(
    '“Two days” stopped by itself',
  );

  expect((await asOrganizer.delete(`${mailing}/stop`)).status).toBe(204);
  await promise();
  await site.db
    .update(mailPaces)
    .set({ restsUntil: null, headroom: 50, refilledAt: sql`now()`, perSecond: 100 });
  await sendMailings(site, mailbox);
  expect(await seen()).toMatchObject({ state: 'sending', stoppedFor: null, progress: { isOver: true } });
  expect(new Set(taken()).size).toBe(45);
  expect(taken()).toHaveLength(45);
});

test('a few addresses that are not there stop nothing', async () => {
  const { site, addresses, seen } = await aMailingTo(30);
  const mailbox = await aMailbox();
  for (const address of addresses.slice(0, 9)) mailbox.refuse(address);
  await sendMailings(site, mailbox);
  expect(mailbox.mails()).toHaveLength(21);
  expect(await seen()).toMatchObject({ state: 'sending', stoppedFor: null, progress: { isOver: true } });
});

test('a mailing says which provider takes it slowly and how many wait for that; of a few it says nothing', async () => {
  const { site, seen } = await aMailingTo(14);
  const at = { headroom: 0, stretchFrom: new Date(), stopCount: 0, takenCount: 0, putOffCount: 0 };
  const troubled = { troubledAt: new Date(), troubledPerSecond: 1, troubleCode: '421 4.7.28' };
  const restsUntil = new Date(Date.now() + 600_000);
  await site.db.insert(mailPaces).values([
    { provider: 'town.example', perSecond: 0.2, restsUntil, ...troubled, ...at },
    { provider: 'other.example', perSecond: 5, ...troubled, ...at },
  ]);
  const mailbox = await aMailbox();
  await sendMailings(site, mailbox);
  expect((await seen()).slowed).toEqual([
    { provider: 'town.example', perMinute: 12, restsUntil: restsUntil.toISOString(), waitingCount: 14 },
  ]);
  await site.db.execute(
    sql`delete from mails where id in (select id from mails where lane is not null limit 5)`,
  );
  expect((await seen()).slowed).toEqual([]);
});

/** Those of a mailing that is half out, by where their mails come back to. */
async function halfOut() {
  const underway = await aMailingTo(40);
  const mailbox = await aMailbox();
  await sendMailings(underway.site, mailbox, 20);
  const paths = mailbox.mails().map(({ returnPath }) => returnPath);
  const reader = returnsOf(underway.site.house);
  const take = (receiver: string, raw: Uint8Array) => reader.take({ receivers: [receiver], raw });
  return { ...underway, paths, take };
}

test('what comes back afterwards stops it as well, and slows down who sent it back', async () => {
  const { site, seen, paths, take } = await halfOut();
  for (const path of paths.slice(0, 9)) await take(path, aReturnReport('5.1.1'));
  expect(await seen()).toMatchObject({ state: 'sending' });
  await take(paths[9] ?? '', aReturnReport('5.1.1'));
  expect(await seen()).toMatchObject({ state: 'stopped', stoppedFor: 'addresses' });
  expect(await site.db.select().from(mailPaces)).toEqual([]);
  for (const path of paths.slice(10, 13)) await take(path, aReturnReport('5.7.1'));
  expect(await site.db.select().from(mailPaces)).toMatchObject([{ provider: 'town.example' }]);
});

test('a mailing that ten of its first readers call spam stops by itself', async () => {
  const { seen, paths, take } = await halfOut();
  for (const path of paths.slice(0, 9)) await take('returns@groves.example', aComplaint(path));
  expect(await seen()).toMatchObject({ state: 'sending' });
  await take('returns@groves.example', aComplaint(paths[9] ?? ''));
  expect(await seen()).toMatchObject({ state: 'stopped', stoppedFor: 'complaints' });
});
