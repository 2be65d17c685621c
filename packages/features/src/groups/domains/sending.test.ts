import { place } from '@groundwork/mail';
import { verifySignatures } from '@groundwork/mail/testing/signatures';
import { eq } from 'drizzle-orm';
import { createPublicKey, generateKeyPairSync } from 'node:crypto';
import { expect, test } from 'vitest';
import { aMailbox, sendTo } from '../../outbox/fixtures.ts';
import { promiseMails, writeLetter, type MailPromise } from '../../outbox/promises.ts';
import type { TestSite } from '../../testing.ts';
import { aGroupWithDomain } from './fixtures.ts';
import { groupDomains } from './tables.ts';

const letter = { heading: 'Hello', paragraphs: ['Good to have you.'] };
const siteKey = generateKeyPairSync('rsa', { modulusLength: 2048 });
const dkim = {
  domainName: 'valley.test',
  keySelector: 'site',
  privateKey: siteKey.privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
};

/** Promises and sends it, and says whom it is from, where answers and bounces go, and whose signatures hold. */
async function sent(site: TestSite, promise: Partial<MailPromise>, to = 'ana@example.org') {
  const mailbox = await aMailbox();
  const mail = { key: `greeting:${to}`, to, language: 'en' as const, subject: 'Hello', letter };
  await site.ctx().change((tx) => promiseMails(tx, [{ ...mail, ...promise }]));
  await sendTo(site, mailbox);
  const { from, headers, raw } = await mailbox.waitFor(() => true);
  return { from, replyTo: headers.get('reply-to') ?? null, signed: await signaturesOf(site, raw) };
}

async function signaturesOf({ db }: TestSite, raw: string) {
  const [own] = await db.select().from(groupDomains);
  const ownKey = () =>
    createPublicKey({ key: Buffer.from(own?.publicKey ?? '', 'base64'), type: 'spki', format: 'der' });
  return verifySignatures(raw, ({ d }) => (d === 'valley.test' ? siteKey.publicKey : ownKey())).map(
    ({ tags, holds }) => `${tags.d} ${holds ? 'holds' : 'is broken'}`,
  );
}

test('a mail of the group is from its own address, with its own signature', async () => {
  const { site, group } = await aGroupWithDomain();
  expect(await sent(site, { groupId: group.id })).toEqual({
    ...{ from: '"Eastside" <hello@eastside.example>', replyTo: null },
    signed: ['eastside.example holds'],
  });
});

test('it has the site’s signature as well, where the site has a key', async () => {
  const { site, group } = await aGroupWithDomain();
  Object.assign(site.house.settings, { dkim });
  expect((await sent(site, { groupId: group.id })).signed).toEqual([
    'valley.test holds',
    'eastside.example holds',
  ]);
});

test('a letter to many is from there too, each mail with signatures of its own', async () => {
  const { site, group } = await aGroupWithDomain();
  Object.assign(site.house.settings, { dkim });
  const mailbox = await aMailbox();
  const groupId = group.id;
  await site.ctx().change(async (tx) => {
    const paragraphs = [`Dear ${place('name')},`, 'we meet at six.'];
    const letterId = await writeLetter(tx, {
      groupId,
      language: 'en',
      subject: 'News',
      letter: { paragraphs },
    });
    const promises = ['ana', 'bea'].map((name) => ({
      ...{ key: `news:${name}`, to: `${name}@example.org`, language: 'en' as const, groupId, letterId },
      values: { name },
    }));
    promiseMails(tx, promises);
  });
  await sendTo(site, mailbox);
  expect(mailbox.mails()).toHaveLength(2);
  for (const { from, raw } of mailbox.mails()) {
    expect(from).toBe('"Eastside" <hello@eastside.example>');
    expect(await signaturesOf(site, raw)).toEqual(['valley.test holds', 'eastside.example holds']);
  }
});

test('answers go where the group says, and to its own address without that', async () => {
  const { site, group, as } = await aGroupWithDomain();
  const path = `/groups/${group.slug}`;
  await as.patch(path, { contactEmail: 'us@eastside.example' });
  expect(await sent(site, { groupId: group.id })).toMatchObject({ replyTo: 'us@eastside.example' });
  await as.patch(path, { contactEmail: 'hello@eastside.example' });
  expect(await sent(site, { groupId: group.id }, 'bea@example.org')).toMatchObject({ replyTo: null });
});

test('whoever has not proven their address reads the site’s name and address', async () => {
  const { site, group } = await aGroupWithDomain();
  Object.assign(site.house.settings, { dkim });
  expect(await sent(site, { groupId: group.id, typed: 'form' })).toEqual({
    ...{ from: '"Valley Coalition" <hello@valley.test>', replyTo: null },
    signed: ['valley.test holds'],
  });
});

test('a domain that is only entered, or was taken away, sends nothing', async () => {
  const { site, group, as, path, enter } = await aGroupWithDomain();
  await enter('westside.example');
  const own = { from: '"Eastside" <hello@valley.test>', signed: [] };
  expect(await sent(site, { groupId: group.id })).toMatchObject(own);
  await as.delete(path);
  expect(await sent(site, { groupId: group.id }, 'bea@example.org')).toMatchObject(own);
});

test('with a key that does not open any more, mail goes out from the site’s address', async () => {
  const { site, group } = await aGroupWithDomain();
  site.house.settings.secret = 'another secret than the one it was made with';
  expect(await sent(site, { groupId: group.id })).toMatchObject({ from: '"Eastside" <hello@valley.test>' });
});

test('a key that was put in another group’s row opens for neither', async () => {
  const { site, group } = await aGroupWithDomain();
  const [row] = await site.db.select().from(groupDomains);
  await site.db
    .update(groupDomains)
    .set({ id: '01890000-0000-7000-8000-000000000000' })
    .where(eq(groupDomains.id, row?.id ?? ''));
  expect(await sent(site, { groupId: group.id })).toMatchObject({ from: '"Eastside" <hello@valley.test>' });
});

test('a mail server that lets only the site’s address out gets the mail from there, at once', async () => {
  const { site, group } = await aGroupWithDomain();
  const mailbox = await aMailbox();
  mailbox.disturb({ refusedSender: 'eastside.example' });
  const mail = { language: 'en' as const, subject: 'Hello', letter, groupId: group.id };
  const promises = ['ana@example.org', 'bea@example.org'].map((to) => ({ ...mail, key: to, to }));
  await site.ctx().change((tx) => promiseMails(tx, promises));
  await sendTo(site, mailbox);
  expect(mailbox.mails().filter(({ from }) => from === '"Eastside" <hello@valley.test>')).toHaveLength(2);
  const states = (await site.mails()).filter(({ groupId }) => groupId === group.id).map(({ state }) => state);
  expect(states).toEqual(['sent', 'sent']);
});
