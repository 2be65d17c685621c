import { relative } from 'node:path';

/** A test that takes longer than this is told, so that nobody gets used to it. */
const SLOW_MS = 400;

/** A line for each slow test in a report of vitest (JSON), the slowest first; below `root` lie the files. */
export function listSlow(report, root) {
  const slow = (report?.testResults ?? [])
    .map(({ name, assertionResults }) => ({ file: relative(root, name), assertionResults }))
    .flatMap(({ file, assertionResults }) => assertionResults.map((test) => ({ file, ...test })))
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
