import { relative } from 'node:path';
import { stripVTControlCharacters } from 'node:util';

/** A test that takes longer than this is told, so that nobody gets used to it. */
const SLOW_MS = 400;

/** A line for each slow test in a report of vitest (JSON), the slowest first; below `root` lie the files. */
export function listSlow(report, root) {
  const slow = testsOf(report, root)
    .filter(({ duration }) => duration > SLOW_MS)
    .sort((one, other) => other.duration - one.duration);
  if (slow.length === 0) return [];
  return [
    `${slow.length} tests took longer than ${SLOW_MS / 1000} s:`,
    ...slow.map(
      ({ file, fullName, duration }) =>
        `${(duration / 1000).toFixed(1).padStart(6)} s  ${file} > ${fullName}`,
    ),
  ];
}

/** A line for each test that failed, and each file that did not load, in a report of vitest (JSON), with the first line of why. */
export function listFailed(report, root) {
  const tests = testsOf(report, root)
    .filter(({ status }) => status === 'failed')
    .map(({ file, fullName, failureMessages }) => `${file} > ${fullName}: ${firstLine(failureMessages[0])}`);
  const files = (report?.testResults ?? [])
    .filter(isBroken)
    .map(({ name, message }) => `${relative(root, name)}: ${firstLine(message)}`);
  return [...tests, ...files];
}

/** Whether a file failed though none of its tests did. */
export function isBroken({ status, assertionResults }) {
  return status === 'failed' && assertionResults.every((test) => test.status !== 'failed');
}

function testsOf(report, root) {
  return (report?.testResults ?? []).flatMap(({ name, assertionResults }) =>
    assertionResults.map((test) => ({ file: relative(root, name), ...test })),
  );
}

function firstLine(text = '') {
  return stripVTControlCharacters(text).split('\n', 1)[0];
}
