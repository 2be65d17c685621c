import { generateKeyPairSync } from 'node:crypto';
import pg from 'pg';
import { atLeast, type Bench, type Figure, type Pair } from '../figure.ts';
import { NEWS, SENDER, type MailingTask, type Signing } from '../letters.ts';
import type { SinkFound } from '../load/sink.ts';
import { ask, startProgram, type Program } from '../programs.ts';
import { startRedisOn } from '../redis.ts';
import { CAMPAIGN, cookieOf, GROUP } from '../seeding/ids.ts';
import { openSite, startApi, startWorker } from '../site.ts';
import { small } from '../sizes.ts';
import type { Stage } from '../stage.ts';

export const mails: Figure = {
  letter: 'e',
  title: 'Mails, each with its own name, links and unsubscribe, until a mail server has taken the last',
  async open(bench) {
    const { stage, sizes } = bench;
    const sink = await startSink(stage);
    const nodemailer = await startProgram(stage, 'bench/limits/mailing.ts', { ready: null });
    const mailer = await startProgram(stage, 'bench/load/mailer.ts', { ready: null });
    const signing = aSigning();
    const sent = (by: Program, key: Signing | null) => () =>
      sink.rate(sizes.mails, () => send(by, { smtpUrl: sink.url, count: sizes.mails, signing: key }));
    const row = (name: string, key: Signing | null, ours: Pair['ours']): Pair => ({
      name,
      unit: 'mails/s',
      lines: [atLeast(key ? 1.2 : 2)],
      beside: `nodemailer pooled, 5 connections, composing each${key ? ' and signing it' : ''}`,
      warmsUp: true,
      limit: sent(nodemailer, key),
      ours,
    });
    const redisUrl = await startRedisOn(stage);
    return [
      row('a mailing to those who signed, asked for to taken', null, await campaign(bench, sink, {})),
      row('the same, signed by DKIM', signing, await campaign(bench, sink, { signing })),
      row('the same, queue in Redis', null, await campaign(bench, sink, { redisUrl })),
      row('the mailer alone', null, sent(mailer, null)),
      row('the mailer alone, signed by DKIM', signing, sent(mailer, signing)),
    ];
  },
};

type Sink = Awaited<ReturnType<typeof startSink>>;

async function startSink(stage: Stage) {
  const program = await startProgram(stage, 'bench/load/sink.ts', { ready: null });
  await ask<SinkFound>(program, { take: 0 });
  return {
    url: `smtp://127.0.0.1:${program.port}`,
    /** Mails a second, from when they are asked for to when the last was taken. */
    async rate(count: number, askFor: () => Promise<unknown>): Promise<number> {
      const began = Date.now();
      const [{ takenAt, receivers }] = await Promise.all([
        ask<SinkFound>(program, { take: count }),
        askFor(),
      ]);
      if (receivers !== count) throw new Error(`${count} mails went to ${receivers} receivers.`);
      return (count / (takenAt - began)) * 1000;
    },
  };
}

function send(by: Program, task: MailingTask): Promise<unknown> {
  return ask(by, task);
}

function aSigning(): Signing {
  const { privateKey } = generateKeyPairSync('rsa', {
    modulusLength: 2048,
    publicKeyEncoding: { type: 'spki', format: 'pem' },
    privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
  });
  return { domainName: 'valley.test', keySelector: 'mail', privateKey };
}

type Way = { signing?: Signing; redisUrl?: string };

/** A site where as many as wanted signed and agreed to mail, and what it takes to send each of them a mailing. */
async function campaign({ stage, databases, sizes }: Bench, sink: Sink, { signing, redisUrl }: Way) {
  // Six in ten of those who are seeded agreed.
  const people = Math.ceil(sizes.mails / 0.6);
  const databaseUrl = await databases.fresh(stage, { ...small, people });
  const site = await openSite(stage, {
    databaseUrl,
    smtpUrl: sink.url,
    ...(redisUrl && { redisUrl }),
    env: { MAIL_FROM: SENDER, ...(signing && dkimOf(signing)) },
  });
  const api = await startApi(stage, site);
  await startWorker(stage, site);
  await warmUp(stage, databaseUrl);
  const signedIn = { cookie: cookieOf(1), origin: api.url };
  const knock = async <T>(method: string, path: string, body?: object): Promise<T> => {
    const headers = { ...signedIn, ...(body && { 'content-type': 'application/json' }) };
    const sent = body && { body: JSON.stringify(body) };
    const answer = await fetch(`${api.url}/api/v1${path}`, { method, headers, ...sent });
    const text = await answer.text();
    if (!answer.ok) throw new Error(`${method} ${path} was answered ${answer.status}: ${text}`);
    return (text === '' ? undefined : JSON.parse(text)) as T;
  };
  const { id: campaignId } = await knock<{ id: string }>('GET', `/campaigns/${CAMPAIGN}`);
  const { count } = await knock<{ count: number }>('GET', `/campaigns/${CAMPAIGN}/receivers`);
  const letter = {
    lines: `add:signed:campaign=${campaignId}`,
    ...{ language: 'en', subject: NEWS.title, body: NEWS.paragraphs.join('\n\n') },
  };
  // A mailing is sent once: each run writes its own before it is timed.
  return async () => {
    const { id } = await knock<{ id: string }>('POST', `/groups/${GROUP}/mailings`, letter);
    return sink.rate(count, async () => {
      await knock('PUT', `/groups/${GROUP}/mailings/${id}/sending`, { when: 'now', count });
      await knock('DELETE', `/groups/${GROUP}/mailings/${id}/wait`);
    });
  };
}

/** The providers of all these mailboxes have long taken as much as they were given. */
async function warmUp(stage: Stage, databaseUrl: string) {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  stage.ending(() => client.end());
  await client.query(`
    insert into mail_paces (provider, per_second, headroom, stop_count, stretch_from, taken_count, put_off_count)
    select distinct split_part(email, '@', 2), 2000, 4000, 0, now(), 0, 0 from people where email is not null`);
}

function dkimOf({ domainName, keySelector, privateKey }: Signing) {
  return { DKIM_DOMAIN: domainName, DKIM_SELECTOR: keySelector, DKIM_KEY: privateKey };
}
