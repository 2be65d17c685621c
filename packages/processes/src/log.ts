import pino, { type Logger } from 'pino';

export type { Logger } from 'pino';

/**
 * The log of one process: a line of JSON each, with level, time and the process's name. It holds ids, codes and places
 * in the code; never a request's address, query or body, and never an error's own words, which may quote a person's.
 */
export function openLog(name: string, level: string): Logger {
  const options = {
    level,
    base: { process: name },
    timestamp: pino.stdTimeFunctions.isoTime,
    formatters: { level: (label: string) => ({ level: label }) },
    serializers: { req: () => ({}), res: () => ({}), err: traceOf },
  };
  // Written at once: the last line before an end is the one that somebody will look for.
  return pino(options, pino.destination({ fd: 1, sync: true }));
}

/** What an error may say in a log: its kind and where it came from. */
function traceOf(thrown: unknown): object {
  if (!(thrown instanceof Error)) return { name: typeof thrown };
  const code = 'code' in thrown && typeof thrown.code === 'string' ? thrown.code : undefined;
  return {
    name: thrown.name,
    code,
    at: placesOf(thrown),
    ...(thrown.cause instanceof Error && { cause: traceOf(thrown.cause) }),
  };
}

/** Only the frames of a stack: the lines before them are the error's words. */
function placesOf({ stack = '' }: Error) {
  return stack
    .split('\n')
    .filter((line) => /^\s+at .*(:\d+:\d+|<anonymous>)\)?$/.test(line))
    .slice(0, 12)
    .map((line) => line.trim().slice(3).replace(PACKAGES, '').replace(HERE, ''));
}

/** Where the code lies on this machine, and how its packages are stacked there: neither tells where an error is. */
const PACKAGES = /(?<![^\s()])[^\s()]*\/node_modules\/\.pnpm\/[^/\s]+\/node_modules\//;
const HERE = new URL('../../../', import.meta.url).href;
