import type { Tried } from './verdict.ts';

const SHOWN = 5;

/** A line for each kind: how many were tried and how many held, then the first few that did not. */
export function tableOf(tried: Tried[]): string {
  const width = Math.max(...tried.map(({ name }) => name.length));
  const rows = tried.map(({ name, count, broken }) =>
    [name.padEnd(width), String(count).padStart(7), String(count - broken.length).padStart(7)].join('  '),
  );
  const heads = ['what'.padEnd(width), 'tried'.padStart(7), 'held'.padStart(7)].join('  ');
  const faults = tried.flatMap(({ name, broken }) => [
    ...broken.slice(0, SHOWN).map((fault) => `- ${name}: ${fault}`),
    ...(broken.length > SHOWN ? [`- ${name}: and ${broken.length - SHOWN} more`] : []),
  ]);
  return [heads, ...rows, ...(faults.length > 0 ? ['', 'Not held:', ...faults] : [])].join('\n');
}
