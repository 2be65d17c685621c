import { newId } from '@groundwork/database';
import { sql } from 'drizzle-orm';
import { expect, onTestFinished, test } from 'vitest';
import { aBusySite, message, signing } from './busy.ts';
import { crowd } from './crowd.ts';
import { bringLastRelease } from './earlier.ts';
import { startApi, startWorker, type Process } from './processes.ts';

test('the version before goes on working on the tables of this one, side by side with it', async () => {
  const earlier = await bringLastRelease();
  onTestFinished(earlier.remove);
  const { env, campaign, channel, tokens, db, mailbox } = await aBusySite();
  const before = await started(startApi(env, earlier.folder));
  const after = await started(startApi(env));
  await started(startWorker(env, earlier.folder));

  // People sign and write through the old and the new in turn, as a proxy would lead them in mid-upgrade.
  const ids = Array.from({ length: 20 }, () => newId());
  let turn = 0;
  const either = () => (turn++ % 2 === 0 ? before : after).url;
  const asks = (n: number) =>
    n < 20
      ? signing(campaign, n)
      : message(channel, { id: ids[n - 20], token: tokens[n % tokens.length] }, n);
  const { accepted } = await crowd(either, { count: 40, ask: asks });
  expect(accepted).toBe(40);
  const stored = await db.execute<{ signatures: number; messages: number }>(sql`
    select (select count(*)::int from signatures) as signatures, (select count(*)::int from messages) as messages`);
  expect(stored.rows[0]).toEqual({ signatures: 20, messages: 20 });
  // What either accepted, the worker of the version before does.
  await mailbox.waitFor(() => mailbox.mails().length >= 20);

  // Nobody is signed out, whichever they meet.
  for (const process of [before, after]) {
    const answer = await fetch(`${process.url}/api/v1/account`, {
      headers: { cookie: `session=${tokens[0] ?? ''}` },
    });
    expect(answer.status).toBe(200);
  }
});

async function started(starting: Promise<Process>): Promise<Process> {
  const process_ = await starting;
  onTestFinished(() => process_.kill());
  return process_;
}
