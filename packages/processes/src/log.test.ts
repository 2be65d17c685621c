import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

const LOG = fileURLToPath(new URL('log.ts', import.meta.url));

test('an error is logged by its code and its places: not its words, and not where the code lies', () => {
  const line = logged(`
    const cause = Object.assign(new Error('refused amina@valley.test'), { code: 'ECONNREFUSED' });
    cause.stack += '\\n    at query (file:///srv/x/node_modules/.pnpm/pg@8.1.0_a@1/node_modules/pg/lib/client.js:1:2)';
    log.error({ err: new Error('cannot greet Amina', { cause }) }, 'failed');`);
  expect(line).toMatchObject({ level: 'error', process: 'api', msg: 'failed' });
  expect(line.err.cause).toMatchObject({
    code: 'ECONNREFUSED',
    at: expect.arrayContaining(['query (pg/lib/client.js:1:2)']) as string[],
  });
  expect(JSON.stringify(line)).not.toMatch(/amina|srv|node_modules/i);
});

test('a request is logged without its address, its headers and its body', () => {
  const line = logged(`log.info({ req: { url: '/setup/secret', headers: { cookie: 'secret' } } }, 'asked');`);
  expect(JSON.stringify(line)).not.toContain('secret');
});

type Line = { err: { cause: object } };

function logged(program: string): Line {
  const source = `import { openLog } from ${JSON.stringify(LOG)}; const log = openLog('api', 'info'); ${program}`;
  const { stdout } = spawnSync(process.execPath, ['--input-type=module', '--eval', source], {
    encoding: 'utf8',
  });
  return JSON.parse(stdout) as Line;
}
