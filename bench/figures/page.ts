import { execFile } from 'node:child_process';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { atLeast, type Bench, type Figure } from '../figure.ts';
import { startHttpLoad } from '../load/load.ts';
import { root, startProgram } from '../programs.ts';
import { CAMPAIGN, idOf } from '../seeding/ids.ts';
import { openSite, startApi, startWeb } from '../site.ts';

export const page: Figure = {
  letter: 'a',
  title: 'The public page of a campaign, as strangers see it, 16 connections',
  async open(bench) {
    const { stage, databases, sizes } = bench;
    const databaseUrl = await databases.seeded(sizes);
    const limit = await startBarePage(bench, databaseUrl);
    const site = await openSite(stage, { databaseUrl });
    const web = await startWeb(stage, site, await startApi(stage, site));
    const load = await startHttpLoad(stage);
    const rate = async (url: string) =>
      (await load({ url, connections: 16, seconds: sizes.seconds, headers: { 'accept-language': 'en' } }))
        .perSecond;
    return [
      {
        name: 'campaign page, anonymous',
        unit: 'requests/s',
        line: atLeast(1.5),
        beside: 'bare SvelteKit with adapter-node, 20 rows through a pool',
        limit: () => rate(`${limit.url}/`),
        ours: () => rate(`${web.url}/campaigns/${CAMPAIGN}`),
      },
    ];
  },
};

/** Builds and starts the bare page, where the data to measure on lies. */
export async function startBarePage(
  { stage, databases }: Pick<Bench, 'stage' | 'databases'>,
  databaseUrl: string,
) {
  const out = join(databases.folder, 'page');
  const from = join(root, 'bench/limits/page');
  const vite = join(dirname(createRequire(import.meta.url).resolve('vite/package.json')), 'bin/vite.js');
  await promisify(execFile)(process.execPath, [vite, 'build'], {
    cwd: from,
    env: { ...process.env, NODE_ENV: 'production', OUT: out },
  });
  return startProgram(stage, join(out, 'index.js'), {
    env: { DATABASE_URL: databaseUrl, GROUP_ID: idOf('group', 1) },
  });
}
