import { spawnSync } from 'node:child_process';
import { chmodSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

const root = fileURLToPath(new URL('..', import.meta.url)).replace(/\/$/, '');

test('an upgrade runs as root in the clone, with the settings of the site', () => {
  const { status, asked } = upgrade('v0.2.0');
  expect(status).toBe(0);
  expect(asked).toContain('--property=EnvironmentFile=/etc/groundwork.env');
  expect(asked).toContain('--setenv=DATA_DIR=/var/lib/groundwork');
  expect(asked).toContain(`--working-directory=${root}`);
  expect(asked.filter((word) => word.startsWith('--uid'))).toEqual([]);
  expect(asked.slice(asked.indexOf('node'))).toEqual([
    'node',
    'scripts/groundwork.mjs',
    'upgrade',
    '--to',
    'v0.2.0',
    '--restart',
    'systemctl restart groundwork',
  ]);
});

test('the words after the version are handed on', () => {
  const { asked } = upgrade('v0.2.0', '--restart', '/usr/local/sbin/restart-groundwork', '--without-backup');
  expect(asked.slice(-3)).toEqual(['--restart', '/usr/local/sbin/restart-groundwork', '--without-backup']);
});

test.for([[], ['--without-backup']])('without a version nothing is asked: %j', (words) => {
  const { status, stderr, asked } = upgrade(...words);
  expect({ status, stderr, asked }).toEqual({
    status: 1,
    stderr: 'Say to which version: sudo infra/systemd/upgrade v0.2.0\n',
    asked: [],
  });
});

/** Runs infra/systemd/upgrade where systemd-run only says what it was asked, a word a line. */
function upgrade(...words: string[]) {
  const folder = mkdtempSync(join(tmpdir(), 'groundwork-systemd-'));
  const program = join(folder, 'systemd-run');
  writeFileSync(program, '#!/bin/sh\nprintf "%s\\n" "$@"\n');
  chmodSync(program, 0o755);
  const { status, stdout, stderr } = spawnSync(join(root, 'infra/systemd/upgrade'), words, {
    env: { PATH: `${folder}:${process.env.PATH ?? ''}` },
    encoding: 'utf8',
  });
  return { status, stderr, asked: stdout.split('\n').filter(Boolean) };
}
