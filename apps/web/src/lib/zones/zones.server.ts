import { zoneNamed } from '@groundwork/words/zones';
import type { RequestEvent } from '@sveltejs/kit';
import { call } from '#lib/api/api.server.ts';

/**
 * The zone that was meant: by its name in any spelling, `europe/kiev`, by its city, `New York`, or by what the page's
 * language calls its place or country where only one is called so. What is none stays as it was typed, to be refused.
 */
export async function readZone(event: RequestEvent, typed: string): Promise<string> {
  const named = zoneNamed(typed);
  if (named || typed.trim() === '') return named ?? typed;
  const { rows } = await call(event, 'GET /time-zones', { search: typed.trim().slice(0, 60) });
  return rows.length === 1 && rows[0] ? rows[0].timeZone : typed;
}

/** What a form says, with the zone in it by its name. */
export async function withZone<T extends { timeZone: string }>(event: RequestEvent, said: T): Promise<T> {
  return { ...said, timeZone: await readZone(event, said.timeZone) };
}
