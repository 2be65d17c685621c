import { spawnSync } from 'node:child_process';
import { chmodSync, copyFileSync, mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

const root = fileURLToPath(new URL('../', import.meta.url));
const services = ['api', 'worker', 'web', 'caddy', 'postgres', 'valkey'];

test('a site runs the newest version when all its containers do', () => {
  const { status, stdout } = upgrade();
  expect(status).toBe(0);
  expect(stdout).toMatch(/Done: everything runs in the new version\.\n$/);
});

test.each(['caddy', 'postgres', 'valkey'])('a %s of before is named, and how to replace it', (service) => {
  const { status, stdout } = upgrade({ [service]: 'before' });
  expect(status).toBe(0);
  expect(stdout).not.toContain('everything');
  expect(stdout.split('\n').at(-2)).toBe(
    `There is a new ${service}: docker compose up -d --no-deps ${service}, when a few seconds without it do no harm.`,
  );
});

test('an api that does not become ready is taken away, and what was said are sentences', () => {
  const { status, stdout, stderr } = upgrade({ api: 'before' });
  expect(status).toBe(1);
  const lines = `${stdout}${stderr}`.trim().split('\n');
  expect(stdout).toContain('The new api did not become ready. Going back to the version before.');
  expect(stderr).toContain('The version before is running, and nothing was lost.');
  expect(lines.filter((line) => !/^[A-Z].* ?(\.|\.\.\.)$/.test(line))).toEqual([]);
});

/**
 * Runs infra/upgrade where one container of each service runs, of its newest image unless `images` says another. Docker
 * answers as it would, in the little that is asked of it; a container that it starts ends at once.
 */
function upgrade(images: Record<string, string> = {}) {
  const folder = mkdtempSync(join(tmpdir(), 'groundwork-upgrade-'));
  mkdirSync(join(folder, 'infra'));
  copyFileSync(join(root, 'infra/upgrade'), join(folder, 'infra/upgrade'));
  for (const service of services) writeFileSync(join(folder, `${service}-1`), images[service] ?? 'newest');
  writeFileSync(join(folder, 'docker'), DOCKER);
  for (const program of ['docker', 'infra/upgrade']) chmodSync(join(folder, program), 0o755);
  const env = { PATH: `${folder}:${process.env.PATH ?? ''}`, STATE: folder };
  return spawnSync(join(folder, 'infra/upgrade'), { env, encoding: 'utf8' });
}

const DOCKER = `#!/bin/sh
for last; do :; done
case $* in
  'compose config --images api') echo groundwork:local ;;
  'compose config --hash '*) echo "$last hash" ;;
  'compose ps '*) (cd "$STATE" && ls -d "$last"-*) ;;
  'compose up '*) echo gone >"$STATE/$last-2" ;;
  'inspect --format {{.Image}} '*) cat "$STATE/$last" ;;
  'inspect --format {{.Config.Image}} '*) echo "\${last%-*}" ;;
  'inspect --format {{index '*) echo hash ;;
  'inspect --format {{if '*) echo gone ;;
  'image inspect '*) [ -e "$STATE/back" ] && [ "$last" = api ] && echo before || echo newest ;;
  'logs '*) echo 'It could not start.' ;;
  'rm '*) rm "$STATE/$last" && echo "$last" ;;
  'tag groundwork:before '*) : >"$STATE/back" ;;
esac
`;
