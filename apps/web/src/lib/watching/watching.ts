import type { IncomingMessage } from 'node:http';
import type { KeptPage } from '#lib/freshness/kept.ts';

/** What failed, as a log may hold it: where, never what, because an error's own words may quote a person's. */
export type Failure = { name: string; at: string[] };

/**
 * A request with what the pages noted on it for the process around them, which counts and logs; and the page itself, where
 * other strangers may be shown it.
 */
export type WatchedRequest = IncomingMessage & {
  watched?: { route?: string; failure?: Failure; page?: KeptPage };
};

/** As much of SvelteKit's event as is needed here. `platform` is missing in development. */
type Noted = { platform?: { req: WatchedRequest } | undefined; route: { id: string | null } };

/** Notes which route answers. A pattern, never an address: that may hold what someone was sent by mail. */
export function noteRoute({ platform, route }: Noted): void {
  if (platform && route.id) platform.req.watched = { ...platform.req.watched, route: route.id };
}

/** Notes an error that nobody foresaw. */
export function noteFailure({ platform }: Noted, error: unknown): void {
  // There is no process around the pages then, and the words are the developer's own.
  if (!platform)
    return void process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`);
  platform.req.watched = { ...platform.req.watched, failure: failureOf(error) };
}

function failureOf(error: unknown): Failure {
  if (!(error instanceof Error)) return { name: typeof error, at: [] };
  const frames = error.stack?.split('\n').filter((line) => /^\s+at .*(:\d+:\d+|<anonymous>)\)?$/.test(line));
  return { name: error.name, at: (frames ?? []).slice(0, 8).map((line) => line.trim().slice(3)) };
}
