import pg from 'pg';
import { setTimeout as pause } from 'node:timers/promises';
import { atLeast, ownAtMost, type Bench, type Figure } from '../figure.ts';
import type { SinkFound } from '../load/sink.ts';
import { ask, startProgram } from '../programs.ts';
import { cookieOf, GROUP } from '../seeding/ids.ts';
import { openSite, startApi, startWorker } from '../site.ts';
import { small } from '../sizes.ts';

/** What the mail server takes a second. */
const PER_SECOND = 50;
const PEOPLE = 12_000;
/** So many of those who are seeded said yes to mail. */
const AGREED = 0.6;
const MINUTE_MS = 60_000;

export const pacing: Figure = {
  letter: 'n',
  title: `A mailing through a server that takes ${PER_SECOND} a second, and nothing for a minute from who asks for more than thrice that`,
  async open(bench) {
    let measured: Promise<Measured> | null = null;
    const once = () => (measured ??= measure(bench));
    return [
      {
        name: 'taken in the second minute',
        unit: 'mails/s',
        lines: [atLeast(0.5)],
        beside: 'what the server takes at most',
        rounds: 1,
        limit: async () => PER_SECOND,
        ours: async () => (await once()).takenASecond,
      },
      {
        name: 'put off in that minute, of a hundred tried',
        unit: '%',
        lines: [ownAtMost(1)],
        beside: '-',
        rounds: 1,
        ours: async () => (await once()).putOffOfHundred,
      },
      {
        name: 'neither taken nor waiting in the end',
        unit: 'mails',
        lines: [ownAtMost(0)],
        beside: '-',
        rounds: 1,
        ours: async () => (await once()).lostCount,
      },
    ];
  },
};

type Measured = { takenASecond: number; putOffOfHundred: number; lostCount: number };

async function measure({ stage, databases }: Bench): Promise<Measured> {
  const env = { PER_SECOND: String(PER_SECOND) };
  const sink = await startProgram(stage, 'bench/load/sink.ts', { ready: null, env });
  const databaseUrl = await databases.fresh(stage, { ...small, people: PEOPLE });
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  stage.ending(() => client.end());
  await client.query(
    `update people set email = split_part(email, '@', 1) || '@one.test' where email is not null`,
  );
  const site = await openSite(stage, { databaseUrl, smtpUrl: `smtp://127.0.0.1:${sink.port}` });
  const api = await startApi(stage, site);
  await startWorker(stage, site);
  await begin(api.url);
  await pause(MINUTE_MS);
  const first = await ask<SinkFound>(sink, { take: 0 });
  await pause(MINUTE_MS);
  const second = await ask<SinkFound>(sink, { take: 0 });
  const { rows } = await client.query<{ count: number }>(
    `select count(*)::int as count from mails where lane is not null or state in ('refused', 'kept')`,
  );
  const receivers = first.receivers + second.receivers;
  return {
    takenASecond: second.receivers / (MINUTE_MS / 1000),
    putOffOfHundred: (100 * second.putOff) / (second.putOff + second.receivers),
    // What is with the server at this moment is both taken and waiting.
    lostCount: Math.max(0, Math.round(PEOPLE * AGREED) - receivers - (rows[0]?.count ?? 0)),
  };
}

async function begin(api: string) {
  const headers = { cookie: cookieOf(1), origin: api, 'content-type': 'application/json' };
  const send = async (method: string, path: string, body: object) => {
    const answer = await fetch(`${api}/api/v1/groups/${GROUP}/mailings${path}`, {
      method,
      headers,
      body: JSON.stringify(body),
    });
    const text = await answer.text();
    if (!answer.ok) throw new Error(`${method} ${path} was answered ${answer.status}: ${text}`);
    return text === '' ? { id: '' } : (JSON.parse(text) as { id: string });
  };
  const { id } = await send('POST', '', { lines: '', subject: 'Two days', body: 'Be in the room.' });
  await send('PUT', `/${id}/sending`, { when: 'now', count: PEOPLE });
  await send('DELETE', `/${id}/wait`, {});
}
