import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { availableParallelism, tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { countHeard, listOverheard } from './overheard.mjs';
import { atOnce } from './at-once.mjs';
import { listPatches } from './patches.mjs';
import { isBroken, listFailed, listSlow } from './reports.mjs';
import { root, run } from './tools.mjs';

const CHROMIUM = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];
const WEB = 'apps/web';
const CANARY = 'src/Canary.svelte';

/**
 * Runs every check to its end whatever the others found, prints what failed, at the end again what it was, and last a
 * line that counts each test, and each check as one. Resolves to the exit code. `extent`: 'everything' or 'fast'. What looks at the code alone runs side
 * by side, one on each core; the tests, which use all of them, come after it one suite at a time.
 */
export async function runChecks(node, extent) {
  const total = { passed: 0, failed: 0 };
  const failures = [];
  const check = async ({ name, work }) => {
    const began = Date.now();
    const { passed, failed, failedTests = [], output } = await work();
    total.passed += passed;
    total.failed += failed;
    if (failed > 0) failures.push(`FAILED ${name}`, ...failedTests.map((test) => `       ${test}`));
    if (output) console.log(output);
    console.log(
      `${failed === 0 ? 'ok    ' : 'FAILED'} ${name} (${((Date.now() - began) / 1000).toFixed(1)} s)`,
    );
  };
  // The types of a new page are written first: several of the others read them.
  await check({ name: 'addresses of the pages', work: () => syncPages(node) });
  await atOnce(availableParallelism(), looksFor(node), check);
  await atOnce(1, suitesFor(node, extent), check);
  const patches = JSON.parse(readFileSync(join(root, 'packages/patches/patches.json'), 'utf8'));
  console.log(`\n${listPatches(patches).join('\n')}`);
  if (failures.length > 0) console.log(`\n${failures.join('\n')}`);
  console.log(`\n${total.passed} passed, ${total.failed} failed`);
  return total.failed === 0 ? 0 : 1;
}

/** The longest first, so that none is left alone at the end. */
function looksFor(node) {
  const tool = (name, args) => () => oneCheck(node, [binary(name), ...args]);
  return [
    { name: 'lint', work: tool('eslint', ['.', '--max-warnings', '0']) },
    { name: 'types of the pages', work: () => checkPages(node) },
    { name: 'types', work: tool('oxlint', []) },
    { name: 'format', work: tool('prettier', ['--check', '--log-level', 'warn', '.']) },
    { name: 'fences', work: tool('dependency-cruiser', ['--output-type', 'err-long', 'apps', 'packages']) },
    { name: 'unused', work: tool('knip', []) },
  ];
}

function suitesFor(node, extent) {
  const units = { name: 'tests: units', work: () => runTests(node, ['units']) };
  if (extent === 'fast') return [units];
  return [
    { name: 'tests: units, features', work: () => runFeatures(node) },
    { name: 'tests: journeys', work: () => runJourneys(node) },
  ];
}

/** The tests that are many, and then which of them take long: everyone waits for them day after day. */
async function runFeatures(node) {
  const { report, ...counts } = await runTests(node, ['units', 'features']);
  return { ...counts, output: listSlow(report, root).join('\n') };
}

/** The journeys, and then what all their processes printed: it must name nobody who was in them. */
async function runJourneys(node) {
  const folder = mkdtempSync(join(tmpdir(), 'groundwork-heard-'));
  const tests = await runTests(node, ['journeys'], { GROUNDWORK_HEARD: folder });
  const overheard = listOverheard(folder);
  const { processes, words } = countHeard(folder);
  if (processes === 0 || words === 0)
    overheard.push(
      'Nothing was written down of what the journeys printed: the logs were not looked through.',
    );
  rmSync(folder, { recursive: true });
  console.log(`Looked for ${words} names, addresses and texts in what ${processes} processes printed.`);
  const failed = Number(overheard.length > 0);
  return {
    passed: tests.passed + 1 - failed,
    failed: tests.failed + failed,
    failedTests: tests.failedTests,
    output: overheard.slice(0, 40).join('\n'),
  };
}

async function oneCheck(node, args, at = '.') {
  const { code, output } = await run(node, args, { cwd: join(root, at) });
  return code === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1, output };
}

function syncPages(node) {
  return oneCheck(node, [binary('@sveltejs/kit', WEB), 'sync'], WEB);
}

/** svelte-check can pass having checked nothing, so one page has an error that it must find, and no other. */
async function checkPages(node) {
  const { output } = await run(
    node,
    [binary('svelte-check', WEB), '--output', 'machine', '--threshold', 'warning'],
    { cwd: join(root, WEB) },
  );
  const found = output.split('\n').filter((line) => /^\d+ (ERROR|WARNING|FAILURE)/.test(line));
  const canary = found.filter((line) => line.includes(`"${CANARY}"`));
  const others = found.filter((line) => !line.includes(`"${CANARY}"`));
  const done = /^\d+ COMPLETED/m.test(output);
  const complaints = [...others];
  if (canary.length === 0)
    complaints.push(`svelte-check did not see the error in ${WEB}/${CANARY}: it checks nothing.`);
  if (!done) complaints.push(output.trim());
  const failed = Number(others.length > 0 || !done) + Number(canary.length === 0);
  return { passed: 2 - failed, failed, output: complaints.join('\n') };
}

/** A file that fails to load counts as one failed test, and so does a test that was skipped: each has to say something. */
async function runTests(node, projects, env = {}) {
  const folder = mkdtempSync(join(tmpdir(), 'groundwork-tests-'));
  const file = join(folder, 'report.json');
  const args = ['run', ...projects.flatMap((name) => ['--project', name])];
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${file}`];
  const { code, output } = await run(node, [binary('vitest'), ...args, ...reporters], {
    show: true,
    // A process that a test left behind keeps vitest from ending for as long as it lives.
    isDone: () => existsSync(file),
    env: { NODE_COMPILE_CACHE: join(root, '.tools/compiled'), ...process.env, ...env },
  });
  const report = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : null;
  const counts = report ? count(report) : { passed: 0, failed: 1 };
  rmSync(folder, { recursive: true });
  if (output)
    console.log(`The tests had come to their end, and did not stop: does one leave a process?${output}`);
  if (counts.skipped > 0) console.log(`${counts.skipped} tests were skipped, which counts as failed.`);
  const failed = counts.failed + (counts.skipped ?? 0);
  // vitest also fails for what happens between tests.
  return {
    passed: counts.passed,
    failed: code !== 0 && failed === 0 ? 1 : failed,
    failedTests: listFailed(report, root),
    report,
  };
}

function count({ numPassedTests, numFailedTests, numPendingTests, numTodoTests, testResults }) {
  return {
    passed: numPassedTests,
    failed: numFailedTests + testResults.filter(isBroken).length,
    skipped: numPendingTests + numTodoTests,
  };
}

/** The program of a package, as that package declares it. */
function binary(name, at = '.') {
  const home = join(root, at, 'node_modules', name);
  const { bin } = createRequire(import.meta.url)(join(home, 'package.json'));
  const path = typeof bin === 'string' ? bin : (bin[name] ?? Object.values(bin)[0]);
  return join(home, path);
}

/** A sentence for each program that the tests need and the machine has not, with the one command that installs it. */
export function findMissing() {
  return [
    lacks(['redis-server'], 'redis-server'),
    lacks(CHROMIUM, 'chromium'),
    lacks(['w3m'], 'w3m'),
    lacks(['dovecot'], process.platform === 'darwin' ? 'dovecot' : 'dovecot-imapd'),
  ].filter(Boolean);
}

function lacks(programs, name) {
  // Where Debian keeps servers, whether or not whoever runs this looks for programs there.
  const folders = [...(process.env.PATH ?? '').split(delimiter), '/usr/sbin'];
  if (programs.some((program) => folders.some((folder) => existsSync(join(folder, program))))) return null;
  const install = process.platform === 'darwin' ? `brew install ${name}` : `sudo apt-get install -y ${name}`;
  return `The tests need ${name}, which this machine does not have. Install it: ${install}`;
}
