import { spawn } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, onTestFinished, test } from 'vitest';
import { writeDown } from './heard.ts';
import { freePort } from './ports.ts';
import { outside } from './processes.ts';

const STANDALONE = fileURLToPath(new URL('../apps/standalone/src/standalone.ts', import.meta.url));

test('a site starts on nothing but an empty folder, stops cleanly, and starts again where it was', async () => {
  const env = { DATA_DIR: await aFolder(), PORT: String(await freePort()) };
  const first = start(env);
  await first.says('Groundwork is ready');
  expect(first.printed()).toMatch(/\/setup\/\S+/);
  first.process.kill('SIGINT');
  expect(await first.ended).toBe(0);

  const second = start(env);
  await second.says('Groundwork is ready');
  const answer = await fetch(`http://127.0.0.1:${env.PORT}/api/v1/site`);
  expect(await answer.json()).toMatchObject({ isSetUp: false });
  second.process.kill('SIGKILL');
  await second.ended;

  const third = start(env);
  await third.says('Groundwork is ready');
  third.process.kill('SIGTERM');
  expect(await third.ended).toBe(0);
});

test('a site that is stopped while it starts ends quietly, and starts again', async () => {
  const env = { DATA_DIR: await aFolder(), PORT: String(await freePort()) };
  for (const step of ['Starting the database', 'Opening the doors', 'Starting the work']) {
    const site = start(env);
    await site.says(step);
    site.process.kill('SIGINT');
    expect(await site.ended, step).toBe(0);
    expect(site.printed(), step).not.toContain('"level"');
  }
  const site = start(env);
  await site.says('Groundwork is ready');
  site.process.kill('SIGTERM');
  expect(await site.ended).toBe(0);
});

test('a wrong setting gives one sentence that says what to do, and exit 1', async () => {
  const site = start({ DATA_DIR: await aFolder(), PORT: 'eighty' });
  expect(await site.ended).toBe(1);
  expect(site.printed().trim()).toBe(
    'PORT is "eighty", but it must be a whole number from 1 to 65535, such as 3000.',
  );
});

test('a taken port gives one sentence, and nothing is left running', async () => {
  const holder = createServer().listen(0, '127.0.0.1');
  onTestFinished(() => void holder.close());
  await new Promise((resolve) => holder.once('listening', resolve));
  const { port } = holder.address() as AddressInfo;
  const site = start({ DATA_DIR: await aFolder(), PORT: String(port) });
  expect(await site.ended).toBe(1);
  expect(site.printed()).toContain(`Port ${port} is taken by another program.`);
});

test('a folder that cannot be written gives one sentence', async () => {
  const file = join(await aFolder(), 'a file');
  await writeFile(file, '');
  const site = start({ DATA_DIR: join(file, 'below'), PORT: String(await freePort()) });
  expect(await site.ended).toBe(1);
  expect(site.printed()).toContain('which cannot be written: choose a folder of your own.');
});

function start(env: Record<string, string>) {
  const child = spawn(process.execPath, [STANDALONE], {
    env: { ...outside(), LOG_LEVEL: 'warn', ...env },
  });
  writeDown('standalone', child);
  onTestFinished(() => void child.kill('SIGKILL'));
  let printed = '';
  const waiting = new Set<() => void>();
  const hear = (chunk: Buffer) => {
    printed += chunk.toString();
    for (const look of waiting) look();
  };
  child.stdout.on('data', hear);
  child.stderr.on('data', hear);
  const ended = new Promise<number | null>((resolve) => child.once('close', resolve));
  return {
    process: child,
    printed: () => printed,
    ended,
    /** Resolves when it has printed these words; rejects when it ends before. */
    says: (words: string) =>
      new Promise<void>((resolve, reject) => {
        const look = () => printed.includes(words) && resolve();
        waiting.add(look);
        look();
        void ended.then(() => reject(new Error(`ended without saying "${words}":\n${printed}`)));
      }),
  };
}

async function aFolder() {
  const folder = await mkdtemp(join(tmpdir(), 'groundwork start '));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  return folder;
}
