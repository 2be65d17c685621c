import { sql } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { aGroup } from '../groups/fixtures.ts';
import { invitationTo } from '../groups/invitations/mails/fixtures.ts';
import { groupInvitationAddressees } from '../groups/invitations/tables.ts';
import { aSite, TEST_ORIGIN } from '../testing.ts';
import { noteHistory } from './actions.ts';
import { aCrew, aPerson } from './fixtures.ts';

const oneClick = 'List-Unsubscribe=One-Click';
const multipart = `--x\r\nContent-Disposition: form-data; name="List-Unsubscribe"\r\n\r\nOne-Click\r\n--x--\r\n`;
const nothing = { type: undefined, payload: undefined };
test('the link in a mail ends mail, and takes it up again, with no account', async () => {
  const site = await aSite();
  const { group } = await aCrew(site);
  const { unsubscribe } = await aPerson(site, group, { isSubscribed: true });
  const path = `/subscriptions/${unsubscribe}`;
  const stranger = site.as(null);
  expect((await stranger.get(path)).body).toEqual({
    groupName: group.name,
    subscribed: true,
    membership: null,
    pace: null,
    onlyAbout: null,
  });
  expect((await stranger.delete(path)).body).toMatchObject({ subscribed: false });
  expect((await stranger.delete(path)).body).toMatchObject({ subscribed: false });
  expect((await stranger.get(path)).body).toMatchObject({ subscribed: false });
  expect((await stranger.put(path)).body).toMatchObject({ subscribed: true });
  expect((await stranger.get(path)).body).toMatchObject({ subscribed: true });
});

test('a link that was changed, or is for something else, opens nothing', async () => {
  const site = await aSite();
  const { group } = await aCrew(site);
  const sam = await aPerson(site, group);
  const forged = `${sam.id}.${'A'.repeat(32)}`;
  for (const sealed of [forged, sam.ownRecord, `${sam.unsubscribe}x`, 'nonsense'])
    expect((await site.as(null).get(`/subscriptions/${sealed}`)).status).toBe(404);
  for (const sealed of [forged, sam.unsubscribe]) {
    expect((await site.as(null).get(`/own-records/${sealed}`)).status).toBe(404);
    expect((await site.as(null).delete(`/own-records/${sealed}`)).status).toBe(404);
  }
});

test('a mail program’s own button ends mail, with a form or without, and with no Origin', async () => {
  const site = await aSite();
  const { group } = await aCrew(site);
  const form = { type: 'application/x-www-form-urlencoded', payload: oneClick };
  for (const { type, payload } of [
    form,
    { type: 'multipart/form-data; boundary=x', payload: multipart },
    nothing,
  ]) {
    const { unsubscribe } = await aPerson(site, group, { isSubscribed: true });
    const pressed = await site.app.inject({
      method: 'POST',
      url: `/api/v1/unsubscriptions/${unsubscribe}`,
      headers: { host: new URL(TEST_ORIGIN).host, ...(type && { 'content-type': type }) },
      ...(payload && { payload }),
    });
    expect(pressed.statusCode).toBe(204);
    expect((await site.as(null).get(`/subscriptions/${unsubscribe}`)).body).toMatchObject({
      subscribed: false,
    });
  }
});

test('a mail program that opens the one-click address is led to the page, and nothing has ended', async () => {
  const site = await aSite();
  const { group } = await aCrew(site);
  const { unsubscribe } = await aPerson(site, group, { isSubscribed: true });
  const opened = await site.as(null).get(`/unsubscriptions/${unsubscribe}`);
  expect([opened.status, opened.headers.location]).toEqual([
    302,
    `${TEST_ORIGIN}/unsubscribe/${unsubscribe}`,
  ]);
  expect((await site.as(null).get(`/subscriptions/${unsubscribe}`)).body).toMatchObject({ subscribed: true });
});

test('a person sees everything a group holds about them, by a link that only their mailbox gets', async () => {
  const site = await aSite();
  const { group, organizer, path } = await aCrew(site);
  const sam = await aPerson(site, group, { isSubscribed: true });
  await site
    .ctx()
    .change((tx) =>
      noteHistory(tx, { personId: sam.id, groupId: group.id, kind: 'signed', label: 'Keep it open' }),
    );
  await site.as(organizer).put(`${path}/${sam.id}/tags`, { tags: ['driver'] });

  for (let times = 0; times < 2; times++)
    expect((await site.as(null).post(`/subscriptions/${sam.unsubscribe}/own-record-mails`)).status).toBe(202);
  const [mail, ...more] = await site.mails();
  expect([mail?.toAddress, more.length]).toEqual([sam.email, 0]);
  const sealed = mail?.letter?.button?.url.split('/my-record/')[1];
  expect((await site.as(null).get(`/own-records/${sealed}`)).body).toMatchObject({
    groupName: group.name,
    name: 'Sam Ortiz',
    email: sam.email,
    tags: ['driver'],
    language: 'en',
    consents: [{ way: 'email', given: 'yes' }],
    history: [{ kind: 'signed', label: 'Keep it open' }, { kind: 'subscribed' }],
  });
});

test('an erased person’s invitation from the group is erased as well', async () => {
  const site = await aSite();
  const group = await aGroup(site);
  const sam = await aPerson(site, group);
  const { path } = await invitationTo(site, group, sam.email ?? '');
  await site.as(null).delete(`/own-records/${sam.ownRecord}`);
  expect((await site.as(null).get(path)).status).toBe(404);
  expect(await site.db.select().from(groupInvitationAddressees)).toEqual([]);
});

test('a person erases what a group holds about them, mail on its way included', async () => {
  const site = await aSite();
  const { group, organizer, path } = await aCrew(site);
  const sam = await aPerson(site, group, { isSubscribed: true });
  await site.as(null).post(`/subscriptions/${sam.unsubscribe}/own-record-mails`);
  expect((await site.as(null).delete(`/own-records/${sam.ownRecord}`)).status).toBe(204);
  expect((await site.as(null).get(`/own-records/${sam.ownRecord}`)).status).toBe(404);
  expect((await site.as(null).get(`/subscriptions/${sam.unsubscribe}`)).status).toBe(404);
  expect((await site.as(organizer).get(`${path}/${sam.id}`)).status).toBe(404);
  expect(await site.mails()).toEqual([]);
  const { rows } = await site.db.execute(
    sql`select subject_id, actor_id from journal where kind = 'people.erased'`,
  );
  expect(rows).toEqual([{ subject_id: sam.id, actor_id: null }]);
});
