/** The folder of the whole project. */
export const root: string;
/** The path of pnpm's program, to be run by Node. */
export function bringPnpm(): Promise<string>;
/** Runs a program to its end; one that goes on for `graceMs` after its work `isDone` is ended, and has failed. */
export function run(
  command: string,
  args: string[],
  options?: { isDone?: () => boolean; graceMs?: number },
): Promise<{ code: number; output: string }>;
