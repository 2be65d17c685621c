import type { Databases } from './databases.ts';
import type { Sizes } from './sizes.ts';
import type { Stage } from './stage.ts';
import type { Target } from './statistics.ts';

/** What a figure is measured with. */
export type Bench = {
  stage: Stage;
  databases: Databases;
  sizes: Sizes;
  /** Prints a line about what is going on. */
  say(line: string): void;
};

/** Two figures that stand beside each other. Each is measured once a round: first the limit, then ours. */
export type Pair = {
  name: string;
  unit: string;
  /** What it must reach, each of them; none where it is only told. */
  lines: Target[];
  /** What the limit is, in words. */
  beside: string;
  /** Absent where ours stands alone. */
  limit?: () => Promise<number>;
  ours: () => Promise<number>;
  /** Rounds that are enough, where one is slow and steady. */
  rounds?: number;
  /** Measured once before it counts: a program that has just started is slower than it will be all day. */
  warmsUp?: boolean;
};

export type Figure = {
  letter: string;
  title: string;
  /** Starts what is measured, on `bench.stage`, and tells what pairs there are. */
  open(bench: Bench): Promise<Pair[]>;
};

export const atLeast = (value: number): Target => ({ of: 'ratio', is: 'at least', value });
export const atMost = (value: number): Target => ({ of: 'ratio', is: 'at most', value });
export const ownAtMost = (value: number): Target => ({ of: 'ours', is: 'at most', value });
export const ownAtLeast = (value: number): Target => ({ of: 'ours', is: 'at least', value });
