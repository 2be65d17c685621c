import type { connect } from '@groundwork/database';
import type { Mailbox } from '@groundwork/mail/testing';
import { sql } from 'drizzle-orm';
import { expect, onTestFinished, test } from 'vitest';
import { aBusySite } from './busy.ts';
import { startApi, startWorker } from './processes.ts';

const COUNT = 2_000;
/** So many providers of mailboxes: none is given more than it would be at first. */
const PROVIDERS = 40;

test('a mailing to thousands, two workers killed in its middle, twice: each of its people gets it, as one mail', async () => {
  const { env, mailbox, db, group } = await aBusySite();
  await peopleWhoAgreed(db, group.id);
  const api = await startApi(env);
  onTestFinished(() => api.kill());
  await send(api.url, group);
  const workers = [await startWorker(env), await startWorker(env)];
  onTestFinished(async () => void (await Promise.all(workers.map((worker) => worker.kill()))));
  for (const some of [400, 1_100]) {
    await received(mailbox, some);
    await Promise.all(workers.map((worker) => worker.kill()));
    await Promise.all(workers.map((worker) => worker.start()));
  }
  await received(mailbox, COUNT);
  const mails = new Map(mailbox.mails().map(({ messageId, to }) => [messageId, to.join()]));
  expect(mails.size).toBe(COUNT);
  expect(new Set(mails.values()).size).toBe(COUNT);
  // Two workers, each at two bundles of fifty, were killed twice.
  expect(mailbox.mails().length - COUNT).toBeLessThanOrEqual(400);
  // The server has the last bundle a moment before its rows are settled.
  const left = async () => (await db.execute(sql`select from mails where state = 'promised'`)).rowCount;
  await expect.poll(left, { timeout: 15_000 }).toBe(0);
});

type Database = ReturnType<typeof connect>['db'];

async function peopleWhoAgreed(db: Database, groupId: string) {
  await db.execute(sql`
    with made as (
      insert into people (id, group_id, email, name, language, source)
      select gen_random_uuid(), ${groupId}, 'reader' || n || '@town' || n % ${PROVIDERS} || '.example', 'Reader ' || n, 'en', 'hand'
      from generate_series(1, ${COUNT}) n returning id, group_id)
    insert into consents (person_id, group_id, way, purpose, given, how)
    select id, group_id, 'email', 'updates', 'yes', 'organizer' from made`);
}

async function send(api: string, { slug, steward }: { slug: string; steward: { token: string } }) {
  const ask = async (method: string, path: string, body?: object) => {
    const headers = { cookie: `session=${steward.token}`, origin: api, 'content-type': 'application/json' };
    const answer = await fetch(`${api}/api/v1/groups/${slug}/mailings${path}`, {
      method,
      headers,
      body: JSON.stringify(body ?? {}),
    });
    const text = await answer.text();
    expect(answer.status, text).toBeLessThan(300);
    return text === '' ? {} : (JSON.parse(text) as { id?: string });
  };
  const letter = { lines: 'only:mailable', language: 'en', subject: 'Two days', body: 'Be in the room.' };
  const { id } = await ask('POST', '', letter);
  await ask('PUT', `/${id}/sending`, { when: 'now', count: COUNT });
  await ask('DELETE', `/${id}/wait`);
}

async function received(mailbox: Mailbox, count: number) {
  const ids = () => new Set(mailbox.mails().map(({ messageId }) => messageId)).size;
  while (ids() < count) {
    const known = mailbox.mails().length;
    await mailbox.waitFor(() => mailbox.mails().length > known);
  }
}
