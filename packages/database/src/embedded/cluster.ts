import { keepSecret } from '@groundwork/settings/kept-secret';
import { execFile } from 'node:child_process';
import { chmod, mkdir, readdir, readFile, realpath, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { EmbeddedError } from './error.ts';
import { isAlive } from './pid.ts';
import { chooseIdentity, findBinaries, type Binaries, type Identity } from './program.ts';

const run = promisify(execFile);

/** The files of one embedded server, all in one folder that only their owner may enter. */
export type Cluster = {
  /** Absolute and free of symbolic links; also where the socket is. */
  folder: string;
  /** PGDATA. */
  files: string;
  log: string;
  password: string;
  binaries: Binaries;
  identity: Identity;
};

/** The cluster under `dataDir/postgres`, made on first use. A crash while it is made leaves nothing half done. */
export async function openCluster(dataDir: string): Promise<Cluster> {
  const binaries = await findBinaries();
  const folder = await makeFolder(join(dataDir, 'postgres'));
  const password = await keepPassword(folder);
  const identity = await chooseIdentity(folder);
  const files = join(folder, 'cluster');
  const cluster = { folder, files, log: join(folder, 'log'), password, binaries, identity };
  const version = await readFile(join(files, 'PG_VERSION'), 'utf8').catch(() => null);
  if (version === null) await initialize(cluster);
  else await checkVersion(cluster, version.trim());
  return cluster;
}

/** What PostgreSQL's programs see of the environment: nothing of ours, and no PG* variable that would lead them astray. */
export const plainEnvironment = { PATH: process.env.PATH, LC_ALL: 'C', TZ: 'UTC' };

async function makeFolder(path: string): Promise<string> {
  try {
    await mkdir(path, { recursive: true });
    await chmod(path, 0o700);
    return await realpath(path);
  } catch (error) {
    throw new EmbeddedError(
      `The folder ${path} cannot be written (${codeOf(error)}): choose another DATA_DIR.`,
    );
  }
}

async function keepPassword(folder: string): Promise<string> {
  const path = join(folder, 'password');
  try {
    return await keepSecret(path);
  } catch (error) {
    throw new EmbeddedError(
      `The file ${path} cannot be used (${codeOf(error)}): it belongs to whoever started the site first.`,
    );
  }
}

async function initialize({ folder, files, binaries, identity }: Cluster): Promise<void> {
  const draft = `${files}.new-${process.pid}`;
  await forgetDrafts(folder);
  const [command, ...args] = [
    ...identity.prefix,
    binaries.initdb,
    ...['-D', draft, '-U', 'postgres', '-A', 'scram-sha-256', '--pwfile', join(folder, 'password')],
    ...['--encoding=UTF8', '--locale=C', '--locale-provider=builtin', '--builtin-locale=C.UTF-8'],
    '--no-instructions',
  ];
  try {
    await run(command, args, { ...identity.ids, cwd: folder, env: plainEnvironment });
  } catch (error) {
    throw new EmbeddedError(
      `The embedded PostgreSQL cannot run here (${lastLine(error)}): set DATABASE_URL to one of your own.`,
    );
  }
  // Of two processes that start together the slower one finds the place taken, and uses what is there.
  await rename(draft, files).catch(() => rm(draft, { recursive: true }));
}

/** Removes what processes left that died while they made a cluster. */
async function forgetDrafts(folder: string): Promise<void> {
  const drafts = (await readdir(folder)).map((name) => ({
    name,
    pid: Number(/^cluster\.new-(\d+)$/.exec(name)?.[1]),
  }));
  const dead = drafts.filter(({ pid }) => pid > 0 && !isAlive(pid));
  await Promise.all(dead.map(({ name }) => rm(join(folder, name), { recursive: true, force: true })));
}

async function checkVersion({ files, binaries }: Cluster, found: string): Promise<void> {
  const { stdout } = await run(binaries.postgres, ['--version']);
  const ours = /\b(\d+)\./.exec(stdout)?.[1];
  if (found === ours) return;
  throw new EmbeddedError(
    `${files} was written by PostgreSQL ${found} and this is ${ours}: move it over with pg_dump of ${found}, or choose another DATA_DIR.`,
  );
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : 'unknown';
}

function lastLine(error: unknown): string {
  const said = error instanceof Error && 'stderr' in error ? String(error.stderr).trim() : '';
  return said.split('\n').at(-1) || codeOf(error);
}
