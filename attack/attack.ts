import { setTimeout as pause } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { attackApi, type OpenApi, type Viewer } from './api.ts';
import { askerAt, type Ask } from './ask.ts';
import { chanceOf } from './chance.ts';
import { crawl } from './crawl.ts';
import { flood } from './floods.ts';
import { attackForms } from './forms.ts';
import { tableOf } from './report.ts';
import { startSite, type Site } from './site.ts';
import { attackReaders } from './stored.ts';
import { attackPaths } from './traversal.ts';
import type { Tried } from './verdict.ts';
import { signInAll } from './viewers.ts';

const { values } = parseArgs({
  options: { seed: { type: 'string', default: '1' }, count: { type: 'string', default: '10000' } },
});
const size = { seed: Number(values.seed), count: Number(values.count) };

/** MB that may stay resident a minute after it ended. */
const MOST_KEPT = 100;
const REST_S = 60;
/** Of floods: what one of them leaves in memory, three would pile up. */
const ROUNDS = 3;

console.log('Starting a made-up coalition');
const site = await startSite();
const leave = () => void site.close().then(() => process.exit(1));
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, leave);
try {
  const tried = await attack(site);
  console.log(`\n${tableOf(tried)}`);
  process.exitCode = tried.some(({ broken }) => broken.length > 0) ? 1 : 0;
} finally {
  await site.close();
}

async function attack({ url, printed, memory, hasEnded }: Site): Promise<Tried[]> {
  const ask = askerAt(url);
  const chance = chanceOf(size.seed);
  const viewers = await signInAll(ask, printed());
  const openApi = JSON.parse((await ask({ method: 'GET', path: '/api/docs/json' })).body) as OpenApi;
  const [organizer, member] = ['organizer', 'member'].map((name) => viewers.find((one) => one.name === name));
  const cold = memory();
  const tried: Tried[] = [await say(attackReaders(url, ask, organizer ?? { name: 'nobody' }))];
  tried.push(...(await attackPages(ask, viewers, chance)));
  // Pages were asked for and forms sent: what is loaded and compiled for that stays, and is no fault.
  const warm = memory();
  const heardBefore = printed().length;
  tried.push(await say(attackApi({ ask, openApi, viewers, chance, count: size.count })));
  for (let round = 1; round <= ROUNDS; round += 1)
    for (const one of await flood(url, ask, member ?? { name: 'nobody' })) tried.push(await say(one));
  tried.push(errorsIn(printed().slice(heardBefore)));
  tried.push({ name: 'process that ended', count: 1, broken: hasEnded() ? ['the site is gone'] : [] });
  tried.push(await settled({ cold, warm }, memory));
  return tried;
}

async function attackPages(
  ask: Ask,
  viewers: Viewer[],
  chance: ReturnType<typeof chanceOf>,
): Promise<Tried[]> {
  const tried: Tried[] = [];
  for (const viewer of viewers) {
    const pages = await crawl(ask, viewer, 60);
    tried.push(await say(attackPaths(ask, viewer, pages)));
    tried.push(await say(attackForms({ ask, viewer, pages, chance, count: Math.ceil(size.count / 25) })));
  }
  return tried;
}

async function say(trying: Tried | Promise<Tried>): Promise<Tried> {
  const tried = await trying;
  console.log(`${tried.broken.length === 0 ? 'held    ' : 'NOT HELD'} ${tried.name}: ${tried.count} tried`);
  return tried;
}

/** A line of an error in the log tells of a fault of ours, or lets a stranger write there. */
function errorsIn(printed: string): Tried {
  const lines = printed.split('\n').filter((line) => line !== '');
  const errors = lines.filter((line) => !/"level":(10|20|30|40)\b/.test(line));
  return {
    name: 'lines of the log without an error',
    count: lines.length,
    broken: errors.map((line) => line.slice(0, 200)),
  };
}

/** Memory back near where it was before the floods, within a minute of rest. */
async function settled({ cold, warm }: { cold: number; warm: number }, memory: () => number): Promise<Tried> {
  const most = memory();
  for (let second = 0; second < REST_S && memory() > warm + MOST_KEPT; second++) await pause(1000);
  const after = memory();
  const name = `memory: ${cold} MB cold, ${warm} warm, ${most} at the end, ${after} after rest`;
  return { name, count: 1, broken: after > warm + MOST_KEPT ? [`${after - warm} MB stay`] : [] };
}
