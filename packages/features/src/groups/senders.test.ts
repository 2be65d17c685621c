import { expect, test } from 'vitest';
import { promiseMails, type MailPromise } from '../outbox/promises.ts';
import { aMailbox, sendTo } from '../outbox/fixtures.ts';
import { aSite, type TestSite } from '../testing.ts';
import { aGroup, aMember } from './fixtures.ts';

const settings = { mailFrom: 'Valley Coalition <hello@valley.test>' };

/** Sends what was promised so, and says whom it is from and where its answers go. */
async function sent(site: TestSite, promise: Partial<MailPromise>) {
  const mailbox = await aMailbox();
  const letter = { heading: 'Hello', paragraphs: ['Good to have you.'] };
  const mail = { key: 'greeting', to: 'ana@example.org', language: 'en' as const, subject: 'Hello', letter };
  await site.house.db.transaction((tx) => promiseMails(tx, [{ ...mail, ...promise }]));
  Object.assign(site.house.settings, settings);
  await sendTo(site, mailbox);
  const { from, headers, to } = await mailbox.waitFor(() => true);
  return { from, to, replyTo: headers.get('reply-to') ?? null };
}

test('a group’s mail is from the group, and its answers go where the group says', async () => {
  const site = await aSite();
  const group = await aGroup(site, { name: 'Eastside "Tenants"' });
  const path = `/groups/${group.slug}`;
  const set = await site.as(group.steward).patch(path, { contactEmail: ' Us@Eastside.example '.trim() });
  expect(set.body.contactEmail).toBe('us@eastside.example');
  expect(await sent(site, { groupId: group.id })).toEqual({
    from: '"Eastside Tenants" <hello@valley.test>',
    to: ['ana@example.org'],
    replyTo: 'us@eastside.example',
  });
});

test('answers go to the site, which sends in the group’s name, when the group has no address for them', async () => {
  const site = await aSite();
  const group = await aGroup(site, { name: 'Eastside' });
  await site.as(group.steward).patch(`/groups/${group.slug}`, { contactEmail: '' });
  expect(await sent(site, { groupId: group.id })).toMatchObject({
    from: '"Eastside" <hello@valley.test>',
    replyTo: null,
  });
});

test('the site writes in its own name to an address that nobody proved', async () => {
  for (const promise of [{ typed: 'form' as const, isOfGroup: true }, { isOfGroup: false }]) {
    const site = await aSite();
    const group = await aGroup(site);
    await site.as(group.steward).patch(`/groups/${group.slug}`, { contactEmail: 'us@eastside.example' });
    const { isOfGroup, ...rest } = promise;
    expect(await sent(site, { ...rest, groupId: isOfGroup ? group.id : null })).toMatchObject({
      from: '"Valley Coalition" <hello@valley.test>',
      replyTo: null,
    });
  }
});

test('the address for answers is set by stewards, and shown to nobody else', async () => {
  const site = await aSite();
  const group = await aGroup(site);
  const path = `/groups/${group.slug}`;
  await site.as(group.steward).patch(path, { contactEmail: 'us@eastside.example' });
  for (const asker of [null, await aMember(site, group), await aMember(site, group, 'organizer')]) {
    expect((await site.as(asker).get(path)).body.contactEmail).toBeNull();
    expect((await site.as(asker).patch(path, { contactEmail: 'me@example.org' })).status).toBe(
      asker ? 403 : 401,
    );
  }
  const wrong = await site.as(group.steward).patch(path, { contactEmail: 'us' });
  expect(wrong.body.fields).toMatchObject([{ name: 'contactEmail', code: 'field.email' }]);
});
