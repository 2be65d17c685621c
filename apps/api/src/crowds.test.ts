import { connect } from '@groundwork/database';
import { anAccount } from '@groundwork/features/accounts/fixtures';
import { aCampaign } from '@groundwork/features/campaigns/fixtures';
import { anEvent } from '@groundwork/features/events/fixtures';
import { aGroup } from '@groundwork/features/groups/fixtures';
import type { Proof, ProofChallenge } from '@groundwork/features/limits/contract';
import { purposeOf, waysOf } from '@groundwork/features/limits/crowds';
import { newChallenge } from '@groundwork/features/limits/proofs';
import { spend, type Limit } from '@groundwork/features/limits/spending';
import { clientOf, aSite, type TestSite } from '@groundwork/features/testing';
import fc from 'fast-check';
import { pbkdf2Sync } from 'node:crypto';
import { describe, expect, onTestFinished, test } from 'vitest';
import { buildApi } from './api.ts';

/** One wifi of a hall. */
const HALL = '203.0.113.9';
const SIGNING = { name: 'campaigns.signatures', count: 120, minutes: 1 };
const ANSWERING = { name: 'events.rsvps', count: 120, minutes: 1 };

describe.each([
  { what: 'signing', limit: SIGNING, open: aPetition, accepted: 202 },
  { what: 'answering an event', limit: ANSWERING, open: aGathering, accepted: 201 },
])('$what', ({ limit, open, accepted }) => {
  test('a stranger is asked for a proof past half of what a household may do, and not before', async () => {
    const { site, knock } = await aHall();
    await fill(site, waysOf(limit).quiet, 59);
    const answers = await Promise.all([knock(), knock(), knock()]);
    expect(answers.map(({ status }) => status).sort()).toEqual([accepted, 428, 428]);
    const asked = answers.find(({ status }) => status === 428);
    expect(asked).toMatchObject({
      status: 428,
      headers: { 'content-type': expect.stringContaining('application/problem+json') },
      body: { code: 'proof-needed', detail: expect.stringContaining('Many people') },
    });
    expect((await knock(solve(asked?.body.challenge))).status).toBe(accepted);
  });

  test('households elsewhere are asked nothing', async () => {
    const { site, path, body } = await aHall();
    await fill(site, waysOf(limit).quiet);
    const elsewhere = clientOf(site.app, null, 'en', '198.51.100.7');
    expect((await elsewhere.post(path, body())).status).toBe(accepted);
  });

  test('but all strangers are once the whole of it is crowded, and of another they are not', async () => {
    const { site, knock, at } = await aHall();
    await fill(site, wholeOf(limit), 600, 'another');
    expect((await knock()).status).toBe(accepted);
    // So far above it that nothing is free again while a slow machine asks.
    await fill(site, { ...wholeOf(limit), count: 9_000 }, 2_000, at);
    expect((await knock()).status).toBe(428);
  });

  test('a proof counts once, even when two processes are asked at the same time', async () => {
    const { site, easy, path, body } = await aHall();
    await fill(site, waysOf(limit).quiet);
    const proof = { 'proof-of-work': solve(await easy()) };
    const other = clientOf(await anotherProcess(site), null, 'en', HALL);
    const hall = clientOf(site.app, null, 'en', HALL);
    const answers = await Promise.all([hall, other, hall].map((asker) => asker.post(path, body(), proof)));
    expect(answers.map(({ status }) => status).sort()).toEqual([accepted, 428, 428].sort());
    expect(answers.find(({ status }) => status === 428)?.body.code).toBe('proof-used');
  });

  test('a proof for another one, of another form, of another site, or that came too late is none', async () => {
    const { site, knock, at } = await aHall();
    await fill(site, waysOf(limit).quiet);
    const { secret } = site.house.settings;
    const own = purposeOf(limit, { at });
    const late = { tries: 1, now: Date.now() - 11 * 60_000 };
    const cases = [
      [await newChallenge(secret, purposeOf(limit, { at: 'another' }), { tries: 1 }), 'proof-wrong'],
      [await newChallenge(secret, `tests:${at}`, { tries: 1 }), 'proof-wrong'],
      [await newChallenge('another secret', own, { tries: 1 }), 'proof-wrong'],
      [await newChallenge(secret, own, late), 'proof-expired'],
    ] as const;
    for (const [challenge, code] of cases) {
      const answer = await knock(solve(challenge));
      expect(answer).toMatchObject({
        status: 428,
        body: { code, challenge: { signature: expect.any(String) } },
      });
    }
  });

  test('a proof with less work is refused: a guessed key, a challenge made easier or longer', async () => {
    const { site, knock, easy } = await aHall();
    await fill(site, waysOf(limit).quiet);
    const challenge = await easy();
    const { parameters } = challenge;
    const forged = [
      packed({ challenge, solution: { counter: 0, derivedKey: parameters.keyPrefix.repeat(2) } }),
      solve({ ...challenge, parameters: { ...parameters, cost: 1 } }),
      solve({ ...challenge, parameters: { ...parameters, expiresAt: parameters.expiresAt + 9_999 } }),
    ];
    for (const proof of forged)
      expect(await knock(proof)).toMatchObject({ status: 428, body: { code: 'proof-wrong' } });
    expect((await knock(solve(challenge))).status).toBe(accepted);
  });

  test('proofs let four times as many through from one household, and then they wait', async () => {
    const { site, knock, easy } = await aHall();
    await fill(site, waysOf(limit).proven, 479);
    const proofs = await Promise.all([easy(), easy(), easy()]);
    const answers = await Promise.all(proofs.map((challenge) => knock(solve(challenge))));
    expect(answers.map(({ status }) => status).sort()).toEqual([accepted, 429, 429]);
  });

  test('a browser that can do no work goes the slower way, which takes ten a minute of a household', async () => {
    const { site, knock } = await aHall();
    await fill(site, waysOf(limit).quiet);
    await fill(site, waysOf(limit).narrow, 9);
    expect((await knock('none')).status).toBe(accepted);
    expect(await knock('none')).toMatchObject({
      status: 429,
      headers: { 'retry-after': '60' },
      body: { code: 'proof-without', detail: expect.stringContaining('1 minute ') },
    });
  });

  test('an account is never asked', async () => {
    const { site, path, body, at } = await aHall();
    await fill(site, waysOf(limit).quiet);
    await fill(site, wholeOf(limit), 600, at);
    const account = await anAccount(site);
    const answer = await clientOf(site.app, account, 'en', HALL).post(path, body(account.email));
    expect(answer.status).toBe(201);
  });

  test('whatever is sent as a proof, the answer is a problem in words', async () => {
    const { site, knock, easy } = await aHall();
    await fill(site, waysOf(limit).quiet);
    const challenge = await easy();
    const near = fc.record({
      challenge: fc.record({
        parameters: fc.record(
          Object.fromEntries(
            Object.entries(challenge.parameters).map(([name, value]) => [
              name,
              fc.oneof({ weight: 5, arbitrary: fc.constant(value) }, fc.jsonValue()),
            ]),
          ),
        ),
        signature: fc.oneof(fc.constant(challenge.signature), fc.jsonValue()),
      }),
      solution: fc.oneof(fc.record({ counter: fc.jsonValue(), derivedKey: fc.jsonValue() }), fc.jsonValue()),
    });
    const sent = fc.oneof(
      near.map(packed),
      fc.json().map((text) => Buffer.from(text).toString('base64')),
      fc.string({
        unit: fc.integer({ min: 33, max: 126 }).map((code) => String.fromCharCode(code)),
        minLength: 1,
      }),
    );
    const proper = async (proof: string) => {
      const { status, body, headers } = await knock(proof);
      expect([428, 429]).toContain(status);
      expect(headers['content-type']).toContain('application/problem+json');
      expect(body.detail).not.toContain('error.');
    };
    await fc.assert(
      fc.asyncProperty(
        sent.filter((proof) => proof !== 'none'),
        proper,
      ),
      { numRuns: 60 },
    );
  });

  async function aHall() {
    const site = await aSite();
    const { path, at, body } = await open(site);
    const hall = clientOf(site.app, null, 'en', HALL);
    const { secret } = site.house.settings;
    return {
      ...{ site, path, at, body },
      /** Somebody in the hall sends the form, with this as a proof. */
      knock: (proof?: string) => hall.post(path, body(), proof ? { 'proof-of-work': proof } : {}),
      /** Work that is done at once. */
      easy: () => newChallenge(secret, purposeOf(limit, { at }), { tries: 1 }),
    };
  }
});

test.for([
  ['es', 'Mucha gente'],
  ['ar', 'كثيرون'],
] as const)('in %s it is said so', async ([language, words]) => {
  const site = await aSite();
  const { path, body } = await aPetition(site);
  await fill(site, waysOf(SIGNING).quiet);
  const answer = await clientOf(site.app, null, language, HALL).post(path, body());
  expect(answer.body.detail).toContain(words);
});

test('a flood that does no work is given so much of it, and then waits', async () => {
  const site = await aSite();
  const { path, body } = await aPetition(site);
  await fill(site, waysOf(SIGNING).quiet);
  await fill(site, waysOf(SIGNING).asked, 480);
  expect((await clientOf(site.app, null, 'en', HALL).post(path, body())).status).toBe(429);
});

test('a request that is asked for a proof leaves nothing behind', async () => {
  const site = await aSite();
  const group = await aGroup(site);
  const { path } = await aCampaign(site, group, group.steward);
  await fill(site, waysOf(SIGNING).quiet);
  const typed = { name: 'Sam Ortiz', email: 'sam@example.org', updates: false };
  await clientOf(site.app, null, 'en', HALL).post(`${path}/signatures`, typed);
  const steward = site.as(group.steward);
  expect((await steward.get(`${path}/numbers`)).body).toMatchObject({ confirmed: 0, unconfirmed: 0 });
  const { body: people } = await steward.get(`/groups/${group.slug}/people`);
  expect(JSON.stringify(people)).not.toContain('sam@example.org');
  expect(await site.mails()).toEqual([]);
});

/** As if so many had knocked, and none is free again soon: a test may take its time. */
async function fill({ house }: TestSite, limit: Limit, cost = 60, key = HALL) {
  await spend(house, { limit: { ...limit, minutes: 1_000 }, key, cost });
}

function wholeOf({ name }: Limit): Limit {
  return { name: `${name}.whole`, count: 600, minutes: 1 };
}

let count = 0;
type Form = { path: string; at: string; body(email?: string): object };

async function aPetition(site: TestSite): Promise<Form> {
  const group = await aGroup(site);
  const { path, slug } = await aCampaign(site, group, group.steward);
  const body = (email = `sam${(count += 1)}@example.org`) => ({ name: 'Sam Ortiz', updates: false, email });
  return { path: `${path}/signatures`, at: slug, body };
}

async function aGathering(site: TestSite): Promise<Form> {
  const { slug } = await anEvent(site);
  const body = (email = `sam${(count += 1)}@example.org`) => ({
    ...{ name: 'Sam Ortiz', email, answer: 'going', guestCount: 0, updates: false },
    needs: { kinds: [], note: '' },
  });
  return { path: `/events/${slug}/rsvps`, at: slug, body };
}

async function anotherProcess({ databaseUrl, house }: TestSite) {
  const { db, close } = connect(databaseUrl);
  const app = await buildApi({ ...house, db });
  onTestFinished(async () => {
    await app.close();
    await close();
  });
  return app;
}

/** Does the work, as it is described and with nothing of ours. */
function solve(challenge: ProofChallenge): string {
  const { nonce, salt, cost, keyLength, keyPrefix, data } = challenge.parameters;
  for (let counter = 0; counter < data.tries; counter++) {
    const password = Buffer.from(nonce + counter.toString(16).padStart(8, '0'), 'hex');
    const derivedKey = pbkdf2Sync(password, Buffer.from(salt, 'hex'), cost, keyLength, 'sha256').toString(
      'hex',
    );
    if (derivedKey.startsWith(keyPrefix)) return packed({ challenge, solution: { counter, derivedKey } });
  }
  // A challenge that was tampered with has no answer; any key shows what is made of it.
  return packed({ challenge, solution: { counter: 0, derivedKey: '00'.repeat(32) } });
}

function packed(proof: Proof | Record<string, unknown>): string {
  return Buffer.from(JSON.stringify(proof)).toString('base64');
}
