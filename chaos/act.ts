import { sql } from 'drizzle-orm';
import { setTimeout as pause } from 'node:timers/promises';
import type { Break } from './breaks/break.ts';
import { countAll, type Count } from './count.ts';
import { acceptedIn, type Ledger } from './ledger.ts';
import type { Listener } from './load/listener.ts';
import { guest, host, photographer, signer, talker, type Actor } from './load/people.ts';
import { visitor } from './load/visitor.ts';
import { processesOf, type RunningSite } from './site.ts';
import type { Stage } from './stage.ts';

/** What one break did. The counts are of this break alone; what is lost is looked for in everything since the start. */
export type Outcome = {
  name: string;
  what: string;
  accepted: number;
  stored: number;
  refused: number;
  unanswered: number;
  mailsPromised: number;
  mailsDelivered: number;
  copies: number;
  listeners: number;
  listenersCaughtUp: number;
  comebacks: number;
  /** From the moment it was mended until every process was ready and every kind of deed was accepted again. */
  backSeconds: number;
  /** From that moment until every promised mail was out and every live client had caught up. */
  settledSeconds: number;
  lost: string[];
  /** Refusals that were no clear sentence, and processes that ended by themselves. */
  faults: string[];
};

const PLACES = 12;
const WARM_DEEDS = 25;
const BACK_LIMIT_MS = 100_000;
const LOAD_LIMIT_MS = 100_000;
const SETTLED_LIMIT_MS = 90_000;

type Before = {
  ledger: Ledger;
  accepted: number;
  count: Count;
  ended: Map<string, number>;
  comebacks: number;
};
type Run<On extends RunningSite = RunningSite> = {
  site: On;
  stage: Stage;
  listeners: Listener[];
  count: Count;
};

/** Breaks one thing under load, waits until the site is well again, and counts. */
export async function act<On extends RunningSite>(
  { site, stage, listeners, count }: Run<On>,
  one: Break<On>,
): Promise<{ outcome: Outcome; count: Count }> {
  await stage.nextGathering(PLACES);
  const before = remember({ site, stage, listeners, count });
  const load = startLoad(stage);
  await until(() => acceptedIn(stage.ledger) >= before.accepted + WARM_DEEDS, BACK_LIMIT_MS);
  await one.run(site, stage);
  const mendedAt = performance.now();
  const isBack = await until(await becomesWell(site, stage.ledger), BACK_LIMIT_MS);
  const backSeconds = since(mendedAt);
  const isDone = await load.stop(LOAD_LIMIT_MS);
  const isSettled = await until(() => isQuiet(site, stage, listeners), SETTLED_LIMIT_MS);
  const settledSeconds = since(mendedAt);
  site.forget();
  const after = await countAll(site, stage, listeners);
  const late = [
    ...(isBack ? [] : ['the site did not come back']),
    ...(isDone ? [] : ['some deeds were never answered']),
    ...(isSettled ? [] : ['mail or live clients stayed behind']),
  ];
  const outcome = {
    ...summarize({ site, stage, listeners, count: after }, before),
    name: one.name,
    what: one.what,
    backSeconds,
    settledSeconds,
    lost: [...late, ...load.failures, ...after.lost],
  };
  return { outcome, count: after };
}

/** Everyone who does things, all at once. */
function startLoad(stage: Stage) {
  const [first = '', ...others] = stage.tokens;
  const actors: Actor[] = [
    ...[signer, signer, signer, guest, guest, visitor, visitor],
    ...others.map(talker),
    photographer(first),
    host(stage.hostToken),
  ];
  let isOn = true;
  const failures: string[] = [];
  const running = Promise.all(
    actors.map((actor) =>
      actor(stage, () => isOn).catch((error: unknown) => {
        failures.push(error instanceof Error ? error.message : String(error));
      }),
    ),
  );
  return {
    failures,
    async stop(limitMs: number): Promise<boolean> {
      isOn = false;
      return Promise.race([running.then(() => true), pause(limitMs, false, { ref: false })]);
    },
  };
}

/** Well is: every process ready, and one more of every kind of deed accepted than at the moment of asking. */
async function becomesWell(site: RunningSite, ledger: Ledger): Promise<() => Promise<boolean>> {
  const deeds = () => [
    ledger.signed.size,
    ledger.pages,
    ledger.messages.size,
    ledger.gatherings.reduce((sum, { answered }) => sum + answered.size, 0),
  ];
  const first = deeds();
  return async () => {
    if (!deeds().every((count, at) => count > (first[at] ?? 0) + 1)) return false;
    const ready = await Promise.all(processesOf(site).map((process_) => process_.isReady()));
    return ready.every(Boolean);
  };
}

/** Nothing is only promised any more, and every live client is at the channel's last message. */
async function isQuiet(
  { database }: RunningSite,
  { channel }: Stage,
  listeners: Listener[],
): Promise<boolean> {
  const { rows } = await database.db.execute<{ open: number; last: number }>(sql`
    select (select count(*)::int from mails where state = 'promised')
      + (select count(*)::int from journal_undelivered) as open,
      (select coalesce(max(seq), 0)::int from messages where channel_id = ${channel.id}) as last`);
  const { open = 1, last = 0 } = rows[0] ?? {};
  return open === 0 && listeners.every((listener) => (listener.heard().at(-1)?.seq ?? 0) >= last);
}

function remember({ site, stage, listeners, count }: Run): Before {
  const { ledger } = stage;
  return {
    ledger: { ...ledger, faults: [...ledger.faults] },
    accepted: acceptedIn(ledger),
    count,
    ended: new Map(processesOf(site).map((process_) => [process_.name, process_.endedByItself()])),
    comebacks: comebacksOf(listeners),
  };
}

function summarize({ site, stage, listeners, count }: Run, before: Before) {
  const { ledger } = stage;
  const ended = processesOf(site).flatMap((process_) => {
    const times = process_.endedByItself() - (before.ended.get(process_.name) ?? 0);
    return times > 0 ? [`${process_.name} ended by itself ${times} times`] : [];
  });
  return {
    accepted: acceptedIn(ledger) - before.accepted,
    stored: count.stored - before.count.stored,
    refused: ledger.refused - before.ledger.refused,
    unanswered: ledger.unanswered - before.ledger.unanswered,
    mailsPromised: count.mailsPromised - before.count.mailsPromised,
    mailsDelivered:
      count.mailsDelivered + count.mailsRefused - before.count.mailsDelivered - before.count.mailsRefused,
    copies: count.copies - before.count.copies,
    listeners: listeners.length,
    listenersCaughtUp: count.listenersCaughtUp,
    comebacks: comebacksOf(listeners) - before.comebacks,
    faults: [...tally(ledger.faults.slice(before.ledger.faults.length)), ...ended],
  };
}

/** Each fault once, with how often it was met. */
function tally(faults: string[]): string[] {
  const counts = new Map<string, number>();
  for (const fault of faults) counts.set(fault, (counts.get(fault) ?? 0) + 1);
  return [...counts].map(([fault, times]) => (times > 1 ? `${fault} (${times} times)` : fault));
}

function comebacksOf(listeners: Listener[]): number {
  return listeners.reduce((sum, listener) => sum + listener.comebacks(), 0);
}

/** Looks until it is so; false when it took too long. A look that fails is one more "not yet". */
async function until(isSo: () => boolean | Promise<boolean>, limitMs: number): Promise<boolean> {
  const deadline = performance.now() + limitMs;
  while (performance.now() < deadline) {
    if (
      await Promise.resolve()
        .then(isSo)
        .catch(() => false)
    )
      return true;
    await pause(50);
  }
  return false;
}

function since(at: number): number {
  return Math.round((performance.now() - at) / 100) / 10;
}
