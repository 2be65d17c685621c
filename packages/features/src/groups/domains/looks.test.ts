import { journal } from '@groundwork/database/journal/tables';
import { asc, like } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { aMailbox, sendTo } from '../../outbox/fixtures.ts';
import { promiseMails } from '../../outbox/promises.ts';
import { aGroup, aMember } from '../fixtures.ts';
import { aGroupWithDomain, domainOfGroup } from './fixtures.ts';

const sweep = 'groups.look-at-domains';

test('a record that is gone at two looks, an hour apart, is a loss, and its stewards hear what to do', async () => {
  const { site, zone, group, as, path, wait, record } = await aGroupWithDomain();
  await aMember(site, group, 'organizer');
  const state = async () => (await as.get(path)).body.domain;
  delete zone[record.name];
  await site.sweep(sweep);
  expect(await state()).toMatchObject({ state: 'proven', found: 'here' });
  await wait(24);
  await site.sweep(sweep);
  expect(await state()).toMatchObject({ state: 'proven', found: 'missing' });
  await site.sweep(sweep);
  expect(await state()).toMatchObject({ state: 'proven', lostAt: null });
  await wait(1);
  await site.sweep(sweep);
  expect(await state()).toMatchObject({ state: 'lost', found: 'missing' });
  const told = (await site.mails()).filter(({ key }) => key.startsWith('groups.domain-lost'));
  expect(told.map(({ toAddress, groupId }) => ({ toAddress, groupId }))).toEqual([
    { toAddress: group.steward.email, groupId: null },
  ]);
  expect(told[0]?.subject).toBe('The mail record of eastside.example is gone');
  expect(told[0]?.letter?.button?.url).toMatch(/\/settings\/domain$/);
});

test('while it is lost, mail goes out from the site’s address; once it is back, from its own again', async () => {
  const { site, zone, group, look, wait, record } = await aGroupWithDomain();
  const from = async (to: string) => {
    const mailbox = await aMailbox();
    const letter = { heading: 'Hello', paragraphs: [] };
    const mail = { key: to, to, language: 'en' as const, subject: 'Hello', letter, groupId: group.id };
    await site.ctx().change((tx) => promiseMails(tx, [mail]));
    await sendTo(site, mailbox);
    return (await mailbox.waitFor(({ to: receivers }) => receivers.includes(to))).from;
  };
  zone[record.name] = { texts: ['v=DKIM1; k=rsa; p='] };
  await look();
  expect(await from('ana@example.org')).toBe('"Eastside" <hello@eastside.example>');
  await wait(1);
  await look();
  expect(await from('bea@example.org')).toBe('"Eastside" <hello@valley.test>');
  zone[record.name] = { texts: [record.value] };
  await wait(1);
  await site.sweep(sweep);
  expect(await from('cem@example.org')).toBe('"Eastside" <hello@eastside.example>');
  const entries = await site.db
    .select({ kind: journal.kind, actorId: journal.actorId })
    .from(journal)
    .where(like(journal.kind, 'groups.domain%'))
    .orderBy(asc(journal.id));
  expect(entries.map(({ kind }) => kind)).toEqual([
    ...['groups.domain-entered', 'groups.domain-proven', 'groups.domain-lost', 'groups.domain-back'],
  ]);
  expect(entries.at(-1)?.actorId).toBeNull();
  expect((await site.mails()).some(({ key }) => key.startsWith('groups.domain-back'))).toBe(true);
});

test('a DNS that does not answer is no loss, however often', async () => {
  const { site, zone, as, path, wait, record } = await aGroupWithDomain();
  zone[record.name] = { fails: true };
  for (const hours of [24, 1, 1]) {
    await wait(hours);
    await site.sweep(sweep);
  }
  expect((await as.get(path)).body.domain).toMatchObject({ state: 'proven', found: 'unreachable' });
});

test('a record that is missed once and found the next time was never lost', async () => {
  const { site, zone, as, path, wait, record } = await aGroupWithDomain();
  delete zone[record.name];
  await wait(24);
  await site.sweep(sweep);
  zone[record.name] = { texts: [record.value] };
  await wait(1);
  await site.sweep(sweep);
  delete zone[record.name];
  await wait(24);
  await site.sweep(sweep);
  expect((await as.get(path)).body.domain).toMatchObject({ state: 'proven', found: 'missing', lostAt: null });
});

test('a lost domain that another group has proven meanwhile does not come back to the first', async () => {
  const { site, zone, group, as, path, look, wait, record } = await aGroupWithDomain();
  const kept = zone[record.name];
  delete zone[record.name];
  await look();
  await wait(1);
  await look();
  const second = await aGroup(site);
  await domainOfGroup(site, second).prove(zone);
  if (kept) zone[record.name] = kept;
  await wait(1);
  await site.sweep(sweep);
  expect((await as.get(path)).body.domain).toMatchObject({ state: 'lost', found: 'here' });
  expect(group.id).not.toBe(second.id);
});
