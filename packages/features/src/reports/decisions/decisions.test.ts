import { describe, expect, test } from 'vitest';
import { aMember } from '../../groups/fixtures.ts';
import { aMessage } from '../../messaging/fixtures.ts';
import { aSite } from '../../testing.ts';
import { aBadWord } from '../fixtures.ts';

type Account = { token: string };

describe('a decision', () => {
  test('to hide takes the words from everyone but the author and those who moderate, who read why', async () => {
    const site = await aSite();
    const { general, member, organizer, reporter, message, report } = await aBadWord(site);
    const answer = await aMessage(site, { by: reporter, channelId: general.id, replyTo: message.id });
    const id = await report();
    const decision = { deed: 'hide', reason: 'Nobody’s address is written here.' };
    expect((await site.as(organizer).put(`/reports/${id}/decision`, decision)).body.decision).toMatchObject({
      ...decision,
      byName: 'Omar Organizer',
    });
    const rowsFor = async (account: Account, query = '') =>
      (await site.as(account).get(`/channels/${general.id}/messages${query}`)).body.rows;
    for (const account of [member, organizer]) {
      for (const query of ['', '?after=0'])
        expect((await rowsFor(account, query))[0]).toMatchObject({
          body: 'He lives at Linden 2.',
          hiddenAt: expect.any(String),
          reason: decision.reason,
        });
    }
    for (const query of ['', '?after=0', '?before=2']) {
      const [row] = await rowsFor(reporter, query);
      expect(row).toMatchObject({ body: '', hiddenAt: expect.any(String) });
      expect(row.reason).toBeUndefined();
    }
    expect((await rowsFor(reporter)).at(-1)).toMatchObject({ id: answer.id, replyTo: { excerpt: '' } });
    expect((await site.as(member).patch(`/messages/${message.id}`, { body: 'again' })).status).toBe(403);
  });

  test('to hide can be taken back, and the report is open as before', async () => {
    const site = await aSite();
    const { general, organizer, reporter, report, openFor } = await aBadWord(site);
    const id = await report();
    await site.as(organizer).put(`/reports/${id}/decision`, { deed: 'hide', reason: 'An address.' });
    expect((await site.as(organizer).delete(`/reports/${id}/decision`)).body).toMatchObject({
      decision: null,
      can: { hide: true },
    });
    const [row] = (await site.as(reporter).get(`/channels/${general.id}/messages`)).body.rows;
    expect(row.body).toBe('He lives at Linden 2.');
    expect(row.hiddenAt).toBeUndefined();
    expect(await openFor(organizer)).toMatchObject([{ id }]);
  });

  test('to remove erases the words for good, and cannot be taken back', async () => {
    const site = await aSite();
    const { general, member, organizer, report } = await aBadWord(site);
    const id = await report();
    await site.as(organizer).put(`/reports/${id}/decision`, { deed: 'remove', reason: 'An address.' });
    const [row] = (await site.as(member).get(`/channels/${general.id}/messages`)).body.rows;
    expect(row).toMatchObject({ body: '', wasModerated: true, reason: 'An address.' });
    expect((await site.as(organizer).delete(`/reports/${id}/decision`)).status).toBe(403);
  });

  test('to dismiss leaves everything as it is', async () => {
    const site = await aSite();
    const { general, organizer, reporter, report } = await aBadWord(site);
    const id = await report();
    await site.as(organizer).put(`/reports/${id}/decision`, { deed: 'dismiss', reason: 'His own.' });
    const [row] = (await site.as(reporter).get(`/channels/${general.id}/messages`)).body.rows;
    expect(row).toMatchObject({ body: 'He lives at Linden 2.', editedAt: null });
  });

  test('needs a reason, and is made once', async () => {
    const site = await aSite();
    const { organizer, steward, report } = await aBadWord(site);
    const path = `/reports/${await report()}/decision`;
    const blank = await site.as(organizer).put(path, { deed: 'hide', reason: ' \n' });
    expect(blank.body.fields).toMatchObject([{ name: 'reason', code: 'field.required' }]);
    const both = [organizer, steward].map((account) =>
      site.as(account).put(path, { deed: 'hide', reason: 'An address.' }),
    );
    expect((await Promise.all(both)).map(({ status }) => status).sort()).toEqual([200, 409]);
  });

  test('is not taken back over a newer report of the same words', async () => {
    const site = await aSite();
    const { group, message, organizer, report } = await aBadWord(site);
    const id = await report();
    await site.as(organizer).put(`/reports/${id}/decision`, { deed: 'dismiss', reason: 'Fine.' });
    await site.as(await aMember(site, group)).put(`/subjects/message/${message.id}/report`, {});
    const taken = await site.as(organizer).delete(`/reports/${id}/decision`);
    expect([taken.status, taken.body.code]).toEqual([409, 'reports.newer']);
  });

  test('counts nothing hidden as unread', async () => {
    const site = await aSite();
    const { general, organizer, reporter, report } = await aBadWord(site);
    const unread = async () => (await site.as(reporter).get(`/channels/${general.id}`)).body.unreadCount;
    expect(await unread()).toBe(1);
    const id = await report();
    await site.as(organizer).put(`/reports/${id}/decision`, { deed: 'hide', reason: 'An address.' });
    expect(await unread()).toBe(0);
  });
});
