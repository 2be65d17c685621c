import { sql } from 'drizzle-orm';
import { execFile, spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { copyFile, cp, mkdir, mkdtemp, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, onTestFinished, test } from 'vitest';
import { root } from '../scripts/tools.mjs';
import { aBusySite } from './busy.ts';
import { writeDown } from './heard.ts';
import { freePort } from './ports.ts';
import { outside } from './processes.ts';

const run = promisify(execFile);
/** What stands around a host's commands, which know nothing of a test. */
const OUTSIDE = { ...process.env, NODE_ENV: undefined };

// It installs the packages of a clone, and builds the pages of a version.
const PATIENCE_MS = 600_000;

test(
  'an upgrade that fails goes back by itself, one that holds stays, and nobody is signed out',
  { timeout: PATIENCE_MS },
  async () => {
    const { env, db, tokens } = await aBusySite();
    const folder = await mkdtemp(join(tmpdir(), 'groundwork upgrade-'));
    onTestFinished(() => rm(folder, { recursive: true, force: true }));
    const clone = await cloneOf(await versionsIn(join(folder, 'origin')), join(folder, 'site'));
    await run(process.execPath, ['scripts/run.mjs', 'build'], { cwd: clone, env: OUTSIDE });
    const site = await startSite(clone, env);
    const before = await versionOf(clone);
    const isServed = async () => {
      expect((await fetch(`${site.url}/readyz`)).status).toBe(200);
      const cookie = `session=${tokens[0] ?? ''}`;
      expect((await fetch(`${site.url}/api/v1/account`, { headers: { cookie } })).status).toBe(200);
    };
    const upgrade = (to: string) =>
      upgradeTo(clone, { ...env, ...site.env }, [to, '--restart', site.restart]);

    const unknown = await upgrade('v-none');
    expect(unknown).toMatchObject({ code: 1, said: expect.stringContaining('There is no version v-none') });

    // Half of its change to the tables works, the other half does not: neither stays.
    const broken = await upgrade('v-broken-tables');
    expect(broken).toMatchObject({ code: 1, said: expect.stringContaining('The tables were not changed.') });
    expect(broken.said).toContain('The version before is here again, and nothing was lost.');
    expect(await columnsNamed(db, 'weight')).toBe(0);
    await isServed();

    // Its tables are fine, but it does not start: the version before goes on with them.
    const unready = await upgrade('v-unready');
    expect(unready).toMatchObject({ code: 1, said: expect.stringContaining('did not become ready') });
    expect(await columnsNamed(db, 'colour')).toBe(1);
    expect(await versionOf(clone)).toBe(before);
    await isServed();

    const good = await upgrade('v-good');
    expect(good).toMatchObject({ code: 0, said: expect.stringContaining('Version v-good is running.') });
    expect(await versionOf(clone)).not.toBe(before);
    await isServed();
    expect(await (await fetch(`${site.url}/later.txt`)).text()).toBe('later');

    await writeFile(join(clone, 'README.md'), 'changed by hand');
    const changed = await upgrade('v-unready');
    expect(changed).toMatchObject({ code: 1, said: expect.stringContaining('The code here was changed') });
    await isServed();
  },
);

/** A place to fetch from, with three versions that come after this one. */
async function versionsIn(origin: string): Promise<string> {
  await run('git', ['clone', '--quiet', root, origin]);
  const git = (...args: string[]) =>
    run('git', ['-c', 'user.name=A', '-c', 'user.email=a@example.org', ...args], { cwd: origin });
  const release = async (tag: string, make: () => Promise<void>) => {
    await make();
    await git('add', '--all');
    await git('commit', '--quiet', '--message', tag);
    await git('tag', tag);
    await git('reset', '--quiet', '--hard', 'HEAD~1');
  };
  await release('v-broken-tables', () =>
    addMigration(origin, ['alter table mails add column weight integer;', 'select 1/0;']),
  );
  await release('v-unready', async () => {
    await addMigration(origin, ['alter table mails add column colour text;']);
    const program = join(origin, 'apps/standalone/src/standalone.ts');
    await writeFile(program, `throw new Error('does not start');\n${await readFile(program, 'utf8')}`);
  });
  await release('v-good', async () => {
    await addMigration(origin, ['alter table mails add column colour text;']);
    await writeFile(join(origin, 'apps/web/static/later.txt'), 'later');
  });
  return origin;
}

async function addMigration(origin: string, statements: string[]) {
  const folder = join(origin, 'packages/database/migrations');
  const index = join(folder, 'meta/_journal.json');
  const known = JSON.parse(await readFile(index, 'utf8')) as { entries: object[] };
  const idx = known.entries.length;
  const tag = `${String(idx).padStart(4, '0')}_later`;
  known.entries.push({ idx, version: '7', when: 4_000_000_000_000, tag, breakpoints: true });
  await writeFile(index, JSON.stringify(known));
  await writeFile(join(folder, `${tag}.sql`), statements.join('\n--> statement-breakpoint\n'));
}

/** A clone as a host has it; what this one fetched need not be fetched again, nor its pages built again. */
async function cloneOf(origin: string, folder: string): Promise<string> {
  await run('git', ['clone', '--quiet', origin, folder]);
  const tools = await readdir(join(root, '.tools'), { withFileTypes: true });
  await mkdir(join(folder, '.tools'));
  for (const { name } of tools.filter((tool) => /^(node|pnpm)-/.test(tool.name)))
    await symlink(join(root, '.tools', name), join(folder, '.tools', name));
  // Where this one's code was changed since, the stamp is of other pages, and they are built.
  await cp(join(root, 'apps/web/build'), join(folder, 'apps/web/build'), { recursive: true });
  await copyFile(join(root, '.tools/web.done'), join(folder, '.tools/web.done'));
  return folder;
}

/** The site as a service that is started again when it is asked to be: `restart` is the command that asks. */
async function startSite(clone: string, env: Record<string, string>) {
  const port = String(await freePort());
  const url = `http://127.0.0.1:${port}`;
  const settings = { ...env, PORT: port, PUBLIC_URL: url, LOG_LEVEL: 'warn' };
  let child = launch(clone, settings);
  const service = createServer((_, answer) => {
    const restart = async () => {
      await ended(child);
      child = launch(clone, settings);
      answer.writeHead((await isReady(child, url)) ? 200 : 500).end();
    };
    void restart();
  });
  service.listen(0, '127.0.0.1');
  await once(service, 'listening');
  onTestFinished(async () => {
    service.close();
    await ended(child);
  });
  expect(await isReady(child, url)).toBe(true);
  const asked = `fetch('http://127.0.0.1:${(service.address() as AddressInfo).port}')`;
  const restart = `"${process.execPath}" -e "${asked}.then(({ ok }) => process.exit(ok ? 0 : 1))"`;
  return { url, restart, env: { PORT: port } };
}

function launch(clone: string, env: Record<string, string>): ChildProcess {
  const child = spawn(process.execPath, ['apps/standalone/src/standalone.ts'], {
    cwd: clone,
    env: { ...outside(), ...env },
  });
  writeDown('standalone', child);
  return child;
}

async function isReady(child: ChildProcess, url: string): Promise<boolean> {
  for (;;) {
    if (child.exitCode !== null) return false;
    const answer = await fetch(`${url}/readyz`).catch(() => null);
    if (answer?.ok) return true;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

async function ended(child: ChildProcess) {
  if (child.exitCode !== null || child.signalCode !== null) return;
  child.kill('SIGTERM');
  await once(child, 'exit');
}

async function upgradeTo(clone: string, env: Record<string, string>, args: string[]) {
  const asked = ['scripts/groundwork.mjs', 'upgrade', '--without-backup', '--to', ...args];
  const child = spawn(process.execPath, asked, { cwd: clone, env: { ...OUTSIDE, ...env } });
  let said = '';
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (chunk: Buffer) => (said += chunk.toString()));
  const [code] = (await once(child, 'close')) as [number | null];
  return { code, said };
}

async function versionOf(clone: string) {
  return (await run('git', ['rev-parse', 'HEAD'], { cwd: clone })).stdout;
}

async function columnsNamed(db: Awaited<ReturnType<typeof aBusySite>>['db'], name: string) {
  const { rowCount } = await db.execute(sql`
    select from information_schema.columns where table_name = 'mails' and column_name = ${name}`);
  return rowCount;
}
