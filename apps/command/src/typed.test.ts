import { expect, test } from 'vitest';
import { asTyped } from './typed.ts';
import { verbs } from './verbs.ts';

const ADVICE =
  'Run groundwork upgrade, or groundwork backup --new-key backup-key.txt, then groundwork backup; a groundwork of trust.';

test.each([
  [
    'containers',
    'Run infra/upgrade, or infra/backup-key backup-key.txt, then docker compose exec worker groundwork backup; a groundwork of trust.',
  ],
  [
    'systemd',
    'Run sudo infra/systemd/groundwork upgrade, or sudo infra/systemd/groundwork backup --new-key /var/lib/groundwork/backup-key.txt, then sudo infra/systemd/groundwork backup; a groundwork of trust.',
  ],
  [
    'clone',
    'Run npx groundwork upgrade, or npx groundwork backup --new-key backup-key.txt, then npx groundwork backup; a groundwork of trust.',
  ],
  ['', ADVICE],
  ['constructor', ADVICE],
])('advice is what can be typed where the site runs as %j', (way, advice) => {
  expect(asTyped(ADVICE, { GROUNDWORK_RUNS_AS: way })).toBe(advice);
});

test.each(Object.keys(verbs))('advice in a clone says to type %s with npx', (verb) => {
  expect(asTyped(`Ask groundwork ${verb}.`, { GROUNDWORK_RUNS_AS: 'clone' })).toBe(
    `Ask npx groundwork ${verb}.`,
  );
});
