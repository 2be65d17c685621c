import { startEmbedded } from '@groundwork/database/embedded';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { startBarePage } from '../bare-page.ts';
import { atMost, ownAtMost, type Bench, type Figure, type Pair } from '../figure.ts';
import { freshFolder } from '../folders.ts';
import { memoryOf } from '../memory.ts';
import { root, startProgram, type Program } from '../programs.ts';
import { openSite, startApi, startWeb, startWorker, type Site } from '../site.ts';
import type { Stage } from '../stage.ts';

/** As `npm start` sets it. */
const compiled = {
  NODE_COMPILE_CACHE: join(root, '.tools/compiled'),
  ...{ MALLOC_ARENA_MAX: '2', MALLOC_MMAP_THRESHOLD_: '131072', MALLOC_TRIM_THRESHOLD_: '131072' },
};

export const rest: Figure = {
  letter: 'f',
  title: 'Memory at rest, and seconds to be ready at a second start',
  async open(bench) {
    const folders = { ours: await freshFolder(bench.stage), limit: await freshFolder(bench.stage) };
    // The first start makes the database, and is not measured.
    await bench.stage.within((stage) => startWhole(stage, folders.ours));
    await bench.stage.within((stage) => startPostgres(stage, folders.limit));
    return [wholeAtRest(bench, folders), secondStart(bench, folders), ...(await apart(bench))];
  },
};

type Folders = { ours: string; limit: string };

function wholeAtRest({ stage, sizes }: Bench, folders: Folders): Pair {
  return {
    name: 'the whole platform and its PostgreSQL, at rest',
    unit: 'MB',
    lines: [atMost(1.7), ownAtMost(190)],
    beside: 'an empty Fastify, an empty SvelteKit and an idle PostgreSQL',
    rounds: 3,
    limit: () =>
      stage.within(async (own) => {
        const postgres = await startPostgres(own, folders.limit);
        const fastify = await startProgram(own, 'bench/limits/empty.ts', { env: compiled });
        const page = await startBarePage(own);
        await pause(sizes.restSeconds * 1000);
        return memoryOf(postgres, fastify.pid, page.pid);
      }),
    ours: () =>
      stage.within(async (own) => {
        const whole = await startWhole(own, folders.ours);
        await pause(sizes.restSeconds * 1000);
        return memoryOf(whole.pid);
      }),
  };
}

function secondStart({ stage }: Bench, folders: Folders): Pair {
  const seconds = (start: (own: Stage) => Promise<unknown>) =>
    stage.within(async (own) => {
      const began = performance.now();
      await start(own);
      return (performance.now() - began) / 1000;
    });
  return {
    name: 'from `npm start` to the first page',
    unit: 's',
    lines: [ownAtMost(2)],
    beside: 'PostgreSQL, then an empty Fastify',
    limit: () =>
      seconds(async (own) => {
        await startPostgres(own, folders.limit);
        await startProgram(own, 'bench/limits/empty.ts', { env: compiled });
      }),
    ours: () => seconds((own) => startWhole(own, folders.ours, ['scripts/run.mjs', 'start'])),
  };
}

/** Each process as it stands in a container of its own, over a PostgreSQL that is somebody else's. */
async function apart({ stage, databases, sizes }: Bench): Promise<Pair[]> {
  const site = await openSite(stage, { databaseUrl: await databases.fresh(stage), env: compiled });
  const row = (name: string, start: (own: Stage, site: Site) => Promise<Program>): Pair => ({
    name: `${name}, at rest`,
    unit: 'MB',
    lines: [],
    beside: '-',
    rounds: 3,
    ours: () =>
      stage.within(async (own) => {
        const { pid } = await start(own, site);
        await pause(sizes.restSeconds * 1000);
        return memoryOf(pid);
      }),
  });
  return [
    row('the api alone', startApi),
    row('the web alone', async (own) => startWeb(own, site, await startApi(own, site))),
    row('the worker alone', startWorker),
  ];
}

/** Ready when it says so and a stranger has seen a page, which also has loaded what pages and the api need. */
async function startWhole(stage: Stage, folder: string, program = ['apps/standalone/src/standalone.ts']) {
  const [file = '', ...args] = program;
  const whole = await startProgram(stage, file, {
    args,
    env: { DATA_DIR: folder, ...compiled },
    ready: '/readyz',
  });
  const page = await fetch(`${whole.url}/`, { redirect: 'manual' });
  await page.body?.cancel();
  return whole;
}

/** The number of its process. */
async function startPostgres(stage: Stage, folder: string): Promise<number> {
  const server = await startEmbedded(folder);
  stage.ending(() => server.stop());
  return Number.parseInt(await readFile(join(folder, 'postgres/cluster/postmaster.pid'), 'utf8'));
}
