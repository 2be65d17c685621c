import { newId } from '@groundwork/database';
import { aMember } from '@groundwork/features/groups/fixtures';
import { anAccount } from '@groundwork/features/accounts/fixtures';
import { aChannel, aMessage, aTalk } from '@groundwork/features/messaging/fixtures';
import { aSite } from '@groundwork/features/testing';
import { setTimeout as pause } from 'node:timers/promises';
import { promisify } from 'node:util';
import { describe, expect, test } from 'vitest';
import { aProcess, knockAtSocket, openSleeper } from './testing.ts';

describe('the live door', () => {
  test('opens for who is signed in, from this very site, and for nobody else', async () => {
    const site = await aSite();
    const { address } = await aProcess(site);
    const cookie = `session=${(await anAccount(site)).token}`;
    expect(await knockAtSocket(address, { origin: address, cookie })).toBe(101);
    expect(await knockAtSocket(address, { origin: address })).toBe(401);
    expect(await knockAtSocket(address, { cookie })).toBe(403);
    expect(await knockAtSocket(address, { cookie, origin: 'https://evil.example' })).toBe(403);
  });

  test('hangs up on frames that are not ours, too large, or too many', async () => {
    const site = await aSite();
    const { open } = await aProcess(site);
    const account = await anAccount(site);
    const [verbose, hasty, greedy, ...confused] = await Promise.all(
      Array.from({ length: 6 }, () => open(account)),
    );
    const topic = `channel:${newId()}`;
    confused[0]?.say('{"subscribe": 7}');
    confused[1]?.say({ subscribe: topic, after: 1e300 });
    confused[2]?.say({ subscribe: topic, since: '2026-12-31T23:59:60Z' });
    verbose?.say('x'.repeat(20_000));
    for (let n = 0; n < 101; n++) hasty?.say({ unsubscribe: `channel:${newId()}` });
    for (const one of confused) expect(await one.untilClosed()).toBe(4400);
    expect(await verbose?.untilClosed()).toBe(1009);
    expect(await hasty?.untilClosed()).toBe(4429);
    greedy?.close();
  });

  test('gives one account so many sockets and no more', async () => {
    const site = await aSite();
    const { open } = await aProcess(site);
    const account = await anAccount(site);
    await Promise.all(Array.from({ length: 20 }, () => open(account)));
    await expect(open(account)).rejects.toThrow();
  });

  test('says why when the process goes away, so that clients come back', async () => {
    const site = await aSite();
    const { app, open } = await aProcess(site);
    const listener = await open(await anAccount(site));
    await app.close();
    expect(await listener.untilClosed()).toBe(1012);
  });
});

describe('a subscription is a read', () => {
  test('a channel one may not read is not there', async () => {
    const site = await aSite();
    const { group, general, organizer, steward, outsider } = await aTalk(site);
    const { open, house } = await aProcess(site);
    const named = await aChannel({ house }, { by: organizer, slug: group.slug, readers: 'named' });
    const [ours, theirs] = [await open(steward), await open(outsider)];
    expect(await ours.subscribe(named.id)).toEqual({ topic: `channel:${named.id}`, gone: true });
    expect(await theirs.subscribe(general.id)).toEqual({ topic: `channel:${general.id}`, gone: true });
    expect(await theirs.subscribe(newId())).toMatchObject({ gone: true });
    const unknown = `constructor:${newId()}`;
    theirs.say({ subscribe: unknown });
    await theirs.until((frames) => frames.some(({ topic, gone }) => gone && topic === unknown));
    await aMessage({ house }, { by: organizer, channelId: named.id });
    await aMessage({ house }, { by: organizer, channelId: general.id });
    await pause(100);
    expect([...ours.seqs(), ...theirs.seqs()]).toEqual([]);
  });

  test('a banned member’s open socket hears nothing more within a second, in any process', async () => {
    const site = await aSite();
    const { group, general, organizer, steward, member } = await aTalk(site);
    const [here, there] = [await aProcess(site), await aProcess(site)];
    const listener = await there.open(member);
    await listener.subscribe(general.id);
    await aMessage(here, { by: organizer, channelId: general.id });
    await listener.until(() => listener.seqs().length === 1);
    expect((await site.as(steward).put(`/groups/${group.slug}/bans/${member.id}`)).status).toBe(204);
    await pause(1000);
    await aMessage(here, { by: organizer, channelId: general.id });
    await pause(100);
    expect(listener.heard.at(-1)).toEqual({ topic: `channel:${general.id}`, gone: true });
    expect(listener.seqs()).toEqual([1]);
    expect(await listener.subscribe(general.id)).toMatchObject({ gone: true });
  });

  test('a reader taken off a named channel hears nothing more, and who stays does', async () => {
    const site = await aSite();
    const { group, organizer, member } = await aTalk(site);
    const { house, open } = await aProcess(site);
    const { id } = await aChannel({ house }, { by: organizer, slug: group.slug, readers: 'named' });
    await site.as(organizer).put(`/channels/${id}/members/${member.id}`);
    const [staying, leaving] = [await open(organizer), await open(member)];
    await Promise.all([staying.subscribe(id), leaving.subscribe(id)]);
    await site.as(organizer).delete(`/channels/${id}/members/${member.id}`);
    await leaving.until(() => leaving.heard.some(({ gone }) => gone));
    await aMessage({ house }, { by: organizer, channelId: id });
    await staying.until(() => staying.seqs().length === 1);
    expect(leaving.seqs()).toEqual([]);
  });

  test('a channel that becomes one for named people falls silent for all others', async () => {
    const site = await aSite();
    const { general, organizer, member } = await aTalk(site);
    const { open } = await aProcess(site);
    const listener = await open(member);
    await listener.subscribe(general.id);
    await site.as(organizer).patch(`/channels/${general.id}`, { readers: 'named' });
    await listener.until((frames) =>
      frames.some(({ topic, gone }) => gone && topic === `channel:${general.id}`),
    );
  });

  test('signing out ends the socket of that session', async () => {
    const site = await aSite();
    const { general, member } = await aTalk(site);
    const { open } = await aProcess(site);
    const listener = await open(member);
    await listener.subscribe(general.id);
    expect((await site.as(member).delete('/session')).status).toBe(204);
    expect(await listener.untilClosed()).toBe(4401);
  });
});

describe('what is heard', () => {
  test('is the same for everyone in the channel, as the page has it', async () => {
    const site = await aSite();
    const { general, organizer, member } = await aTalk(site);
    const { house, open } = await aProcess(site);
    const listeners = [await open(organizer), await open(member)];
    await Promise.all(listeners.map((listener) => listener.subscribe(general.id)));
    const message = await aMessage(
      { house },
      { by: member, channelId: general.id, body: 'Linden 2 is mine' },
    );
    for (const listener of listeners) {
      await listener.until((frames) => frames.some((frame) => frame.rows));
      expect(listener.heard.at(-1)).toEqual({ topic: `channel:${general.id}`, rows: [message] });
    }
    expect((await site.as(organizer).get(`/channels/${general.id}/messages`)).body.rows).toEqual([message]);
  });

  test('is for a brief subscription only that something was said, by whom', async () => {
    const site = await aSite();
    const { general, organizer, member } = await aTalk(site);
    const { house, open } = await aProcess(site);
    const listener = await open(member);
    await listener.subscribe(general.id, { brief: true });
    await aMessage({ house }, { by: organizer, channelId: general.id, body: 'words' });
    await listener.until((frames) => frames.some(({ news }) => news));
    expect(listener.heard.at(-1)).toEqual({
      topic: `channel:${general.id}`,
      news: { seq: 1, authorIds: [organizer.id] },
    });
  });

  test('includes edits and removals, live and for who was away', async () => {
    const site = await aSite();
    const { general, organizer, member } = await aTalk(site);
    const { house, open } = await aProcess(site);
    const listener = await open(member);
    const { id } = await aMessage({ house }, { by: member, channelId: general.id });
    const other = await aMessage({ house }, { by: member, channelId: general.id });
    const { ready } = await listener.subscribe(general.id, { after: 2 });
    await site.as(member).patch(`/messages/${id}`, { body: 'Linden 3' });
    await listener.until((frames) => frames.some(({ changed }) => changed?.body === 'Linden 3'));
    listener.say({ unsubscribe: `channel:${general.id}` });
    await site.as(organizer).delete(`/messages/${other.id}`);
    await listener.subscribe(general.id, { after: 2, since: ready.at });
    await listener.until((frames) =>
      frames.some(({ changed }) => changed?.id === other.id && changed.body === ''),
    );
  });

  test('a hidden message is heard as hidden, at once and for who was away, and with its words when shown again', async () => {
    const site = await aSite();
    const { group, general, organizer, steward, member } = await aTalk(site);
    const { house, open } = await aProcess(site);
    const { id } = await aMessage({ house }, { by: member, channelId: general.id, body: 'Linden 2' });
    await site.as(steward).put(`/subjects/message/${id}/report`, {});
    const { rows } = (await site.as(organizer).get(`/groups/${group.slug}/reports`)).body;
    const listeners = [await open(organizer), await open(member), await open(steward)];
    const [ready] = await Promise.all(
      listeners.map((listener) => listener.subscribe(general.id, { after: 1 })),
    );
    const decision = { deed: 'hide', reason: 'An address.' };
    await site.as(organizer).put(`/reports/${rows[0].id}/decision`, decision);
    for (const listener of listeners) {
      await listener.until((frames) =>
        frames.some(({ changed }) => changed?.hiddenAt && changed.body === ''),
      );
      expect(JSON.stringify(listener.heard)).not.toMatch(/Linden|An address/);
    }
    const late = await open(steward);
    await late.subscribe(general.id, { after: 1, since: ready?.ready.at });
    expect(late.heard).toContainEqual({
      topic: `channel:${general.id}`,
      changed: expect.objectContaining({ id, body: '' }),
    });
    await site.as(organizer).delete(`/reports/${rows[0].id}/decision`);
    await late.until((frames) => frames.some(({ changed }) => changed?.body === 'Linden 2'));
  });

  test('begins anew for who is far behind', async () => {
    const site = await aSite();
    const { general, organizer, member } = await aTalk(site);
    const { house, open } = await aProcess(site);
    await sendMany({ house }, organizer, general.id, 510);
    const listener = await open(member);
    expect(await listener.subscribe(general.id, { after: 1 })).toMatchObject({ ready: { seq: 510 } });
    expect(listener.heard).toContainEqual({ topic: `channel:${general.id}`, behind: { seq: 510 } });
    expect(listener.seqs()).toEqual([]);
  });

  test('goes on for the others when one does not listen, and that one is cut', async () => {
    const site = await aSite();
    const { general, organizer, member } = await aTalk(site);
    const { address, app, house, open } = await aProcess(site);
    const listener = await open(organizer);
    await listener.subscribe(general.id);
    await openSleeper(address, member, general.id);
    const isCut = async () => (await promisify(app.server.getConnections.bind(app.server))()) === 1;
    let count = 0;
    while (!(await isCut()) && count < 1500) {
      await aMessage({ house }, { by: organizer, channelId: general.id, body: '語'.repeat(8000) });
      count += 1;
    }
    await listener.until(() => listener.seqs().length === count);
    expect(await isCut()).toBe(true);
  }, 60_000);

  test('reaches two hundred listeners of one channel', async () => {
    const site = await aSite();
    const { group, general, organizer } = await aTalk(site);
    const { house, open } = await aProcess(site);
    const crowd = await Promise.all(
      Array.from({ length: 10 }, async () => aMember(site, group, 'member', await anAccount(site))),
    );
    const listeners = await Promise.all(
      Array.from({ length: 200 }, (_, n) => open(crowd[n % 10] as (typeof crowd)[number])),
    );
    await Promise.all(listeners.map((listener) => listener.subscribe(general.id)));
    await aMessage({ house }, { by: organizer, channelId: general.id });
    await Promise.all(listeners.map((listener) => listener.until(() => listener.seqs().length === 1)));
  });
});

async function sendMany(
  process: Parameters<typeof aMessage>[0],
  by: Parameters<typeof aMessage>[1]['by'],
  channelId: string,
  count: number,
) {
  await Promise.all(
    Array.from({ length: 10 }, async () => {
      for (let n = 0; n < count / 10; n++) await aMessage(process, { by, channelId });
    }),
  );
}
