import { newId, type connect } from '@groundwork/database';
import { startEmbedded } from '@groundwork/database/embedded';
import { migrate } from '@groundwork/database/migrate';
import { startRedis } from '@groundwork/live/testing';
import type { Mailbox } from '@groundwork/mail/testing';
import { sql } from 'drizzle-orm';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { aBusySite, message, signing } from './busy.ts';
import { crowd } from './crowd.ts';
import { startApi, startWorker } from './processes.ts';

const COUNT = 150;

test('a worker killed again and again in mid-job: every promised mail goes out, once per promise', async () => {
  const { env, mailbox, campaign, db } = await aBusySite();
  const api = await started(startApi(env));
  await crowd(() => api.url, { count: COUNT, ask: (n) => signing(campaign, n) });

  const worker = await started(startWorker(env));
  for (const some of [20, 50, 90]) {
    await mailsArrived(mailbox, some);
    await worker.kill();
    await worker.start();
  }
  await mailsArrived(mailbox, COUNT);
  expect(distinct(mailbox).size).toBe(COUNT);
  const waiting = await db.execute(sql`select from mails where state = 'promised'`);
  expect(waiting.rowCount).toBe(0);
});

test('the api killed between commit and answer: what was accepted is there, exactly once', async () => {
  const { env, campaign, channel, tokens, db } = await aBusySite();
  const api = await started(startApi(env));
  const restartAt = restarter(api, [30, 70, 110]);
  const signed = await crowd(() => api.url, {
    count: COUNT,
    ask: (n) => signing(campaign, n),
    during: restartAt,
  });
  expect(signed.retried).toBeGreaterThan(0);
  expect(await stored(db, campaign)).toEqual({ people: COUNT, signatures: COUNT });

  const ids = Array.from({ length: COUNT }, () => newId());
  const again = restarter(api, [40, 100]);
  await crowd(() => api.url, {
    count: COUNT,
    ask: (n) => message(channel, { id: ids[n], token: tokens[n % tokens.length] }, n),
    during: again,
  });
  const kept = await db.execute<{ count: number; last: number }>(
    sql`select count(*)::int as count, max(seq)::int as last from messages where channel_id = ${channel.id}`,
  );
  expect(kept.rows[0]).toEqual({ count: COUNT, last: COUNT });
});

test('PostgreSQL killed under load: it comes back by itself, and nothing accepted is lost', async () => {
  const dataDir = await mkdtemp(join(tmpdir(), 'groundwork-kill-'));
  const server = await startEmbedded(dataDir);
  onTestFinished(async () => {
    await server.stop();
    await rm(dataDir, { recursive: true, force: true });
  });
  await migrate(server.url);
  const { env, campaign, db } = await aBusySite({ url: server.url });
  const api = await started(startApi(env));
  let kills: Promise<unknown> = Promise.resolve();
  const signed = await crowd(() => api.url, {
    count: COUNT,
    ask: (n) => signing(campaign, n),
    during: (accepted) => {
      if (accepted === 40 || accepted === 100) kills = kills.then(() => killPostgres(dataDir));
    },
  });
  await kills;
  expect(signed.retried).toBeGreaterThan(0);
  expect(await stored(db, campaign)).toEqual({ people: COUNT, signatures: COUNT });
});

test('Redis killed under load: signing goes on, and every promised mail still goes out once', async () => {
  const redis = await startRedis();
  onTestFinished(() => redis.stop());
  const { env, mailbox, campaign, db } = await aBusySite({ redisUrl: redis.url });
  const api = await started(startApi(env));
  await started(startWorker(env));
  let kills: Promise<unknown> = Promise.resolve();
  await crowd(() => api.url, {
    count: COUNT,
    ask: (n) => signing(campaign, n),
    during: (accepted) => {
      if (accepted === 40 || accepted === 100)
        kills = kills.then(() => redis.kill()).then(() => redis.restart());
    },
  });
  await kills;
  expect(await stored(db, campaign)).toEqual({ people: COUNT, signatures: COUNT });
  await mailsArrived(mailbox, COUNT);
  expect(distinct(mailbox).size).toBe(COUNT);
});

/** Kills and starts the api again each time that many were accepted. */
function restarter(api: { kill(): Promise<void>; start(): Promise<void> }, at: number[]) {
  let restarts: Promise<void> = Promise.resolve();
  return (accepted: number) => {
    if (!at.includes(accepted)) return;
    restarts = restarts.then(() => api.kill()).then(() => api.start());
  };
}

async function killPostgres(dataDir: string) {
  const [pid = ''] = (await readFile(join(dataDir, 'postgres', 'cluster', 'postmaster.pid'), 'utf8')).split(
    '\n',
  );
  process.kill(Number(pid), 'SIGKILL');
}

async function started<T extends { kill(): Promise<void> }>(starting: Promise<T>): Promise<T> {
  const process_ = await starting;
  onTestFinished(() => process_.kill());
  return process_;
}

async function stored(db: ReturnType<typeof connect>['db'], { id }: { id: string }) {
  const counted = await db.execute<{ people: number; signatures: number }>(sql`
    select (select count(*)::int from people where source = 'signature') as people,
      (select count(*)::int from signatures where campaign_id = ${id}) as signatures`);
  return counted.rows[0];
}

/** SMTP cannot promise "once" across a crash, but every copy carries the same Message-ID, by which receivers fold them. */
function distinct(mailbox: Mailbox) {
  return new Set(mailbox.mails().map(({ messageId }) => messageId));
}

async function mailsArrived(mailbox: Mailbox, count: number) {
  while (distinct(mailbox).size < count) {
    const known = mailbox.mails().length;
    await mailbox.waitFor(() => mailbox.mails().length > known);
  }
}
