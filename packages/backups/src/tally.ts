import { createHash } from 'node:crypto';
import type { Sums } from './manifest.ts';

/** Sums files up, one after another, in a few bytes however many they are. */
export function openTally(): { add(key: string, bytes: number, sha256: string): void; sum(): Sums['files'] } {
  const hash = createHash('sha256');
  let count = 0;
  let total = 0;
  return {
    add(key, bytes, sha256) {
      hash.update(`${key} ${sha256}\n`);
      count += 1;
      total += bytes;
    },
    sum: () => ({ count, bytes: total, sha256: hash.copy().digest('hex') }),
  };
}
