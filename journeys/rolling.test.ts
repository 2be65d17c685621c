import { newId } from '@groundwork/database';
import { sql } from 'drizzle-orm';
import { setTimeout as pause } from 'node:timers/promises';
import { expect, onTestFinished, test } from 'vitest';
import { aBusySite, message, signing } from './busy.ts';
import { crowd } from './crowd.ts';
import { openProxy } from './proxy.ts';
import { listenTo } from './listening.ts';
import { startApi, startWorker, type Process } from './processes.ts';

test('apis restarted one after the other under load: no request fails, and every message is heard', async () => {
  const { env, campaign, channel, tokens, db } = await aBusySite();
  const door = await openProxy();
  const settings = { ...env, PUBLIC_URL: door.url, DRAIN_SECONDS: '1', TRUST_PROXY: 'loopback' };
  const apis = [await ended(startApi(settings)), await ended(startApi(settings))];
  await door.lead(apis.map(({ url }) => url));
  const ear = listenTo(door.url, { token: tokens[0] ?? '', channelId: channel.id });

  let isRolled = false;
  const load = { count: 100_000, until: () => isRolled };
  const signed = crowd(() => door.url, { ...load, ask: (n) => signing(campaign, n) });
  const said = talk(door.url, { channel, tokens, until: () => isRolled });
  for (const api of apis) {
    await pause(300);
    expect(await api.stop()).toBe(0);
    await api.start();
    await door.lead(apis.map(({ url }) => url));
  }
  isRolled = true;
  const { accepted, retried } = await signed;
  expect(accepted).toBeGreaterThan(50);
  expect(retried).toBe(0);

  const { sent, failed } = await said;
  expect(failed).toEqual([]);
  await expect.poll(() => ear.seqs.length, { timeout: 5_000 }).toBe(sent);
  expect(ear.seqs).toEqual(Array.from({ length: sent }, (_, index) => index + 1));
  expect(ear.closedWith.filter((code) => code !== 1012)).toEqual([]);
  const stored = await db.execute(sql`select from signatures where campaign_id = ${campaign.id}`);
  expect(stored.rowCount).toBe(accepted);
});

test('a worker asked to stop in mid-job ends what it does: nothing is lost, and nothing happens twice', async () => {
  const COUNT = 120;
  const { env, mailbox, campaign } = await aBusySite();
  const api = await ended(startApi(env));
  await crowd(() => api.url, { count: COUNT, ask: (n) => signing(campaign, n) });
  const worker = await ended(startWorker(env));
  for (const some of [20, 60]) {
    await mailbox.waitFor(() => mailbox.mails().length >= some);
    expect(await worker.stop()).toBe(0);
    await worker.start();
  }
  await mailbox.waitFor(() => mailbox.mails().length >= COUNT);
  expect(await worker.stop()).toBe(0);
  expect(mailbox.mails()).toHaveLength(COUNT);
});

type Talk = { channel: { id: string }; tokens: string[]; until: () => boolean };

/** Says a line every 30 ms, each by another member and never again, and tells what was answered but yes. */
async function talk(url: string, { channel, tokens, until }: Talk) {
  const failed: (number | string)[] = [];
  let sent = 0;
  while (!until()) {
    const { path, body, token } = message(
      channel,
      { id: newId(), token: tokens[sent % tokens.length] },
      sent,
    );
    const headers = { 'content-type': 'application/json', origin: url, cookie: `session=${token}` };
    try {
      const answer = await fetch(`${url}/api/v1${path}`, {
        method: 'POST',
        headers,
        body: JSON.stringify(body),
      });
      if (!answer.ok) failed.push(answer.status);
      await answer.text();
    } catch (error) {
      failed.push(String(error));
    }
    sent += 1;
    await pause(30);
  }
  return { sent, failed };
}

async function ended(starting: Promise<Process>): Promise<Process> {
  const process_ = await starting;
  onTestFinished(() => process_.kill());
  return process_;
}
