import type { JournalEntry } from '@groundwork/database/journal';
import type { JobRequest } from '@groundwork/queue';
import type { Context, House } from './context.ts';
import type { Entry, HeardKind } from './journal.ts';

/**
 * What a feature does later. `on`: a line per journal kind it listens to; runs at least once per entry,
 * in the worker. `every`: sweeps that run by the clock, in one worker at a time; a number that one resolves to is logged.
 * `whenDue`: what lies in rows of its own until it is due. It is run while `isDue`, in several workers at a time, and
 * ends when nothing is due any more, or its worker is closing.
 */
export type Handlers = {
  on?: { [K in HeardKind]?: Listener<K> };
  every?: Record<`${string}.${string}`, Sweep>;
  whenDue?: Record<`${string}.${string}`, DueWork>;
};
type Listener<K extends HeardKind> = (ctx: Context, entry: Entry<K>) => Promise<unknown>;
type Sweep = { minutes: number; run: (ctx: Context) => Promise<unknown> };
type DueWork = {
  isDue: (house: House) => Promise<boolean>;
  run: (ctx: Context, closing: AbortSignal) => Promise<unknown>;
};
type Features = Record<string, Handlers>;

/**
 * The jobs that a stretch of journal asks for: one per entry and listening feature, named after both. Each bears its entry,
 * which never changes and names nobody, so that none has to be looked up.
 */
export function jobsFor(features: Features, entries: JournalEntry[]): JobRequest[] {
  return entries.flatMap((entry) =>
    Object.keys(features)
      .filter((feature) => listenersOf(features, feature)[entry.kind])
      .map((feature) => ({
        name: `${feature}/${entry.kind}`,
        id: `${entry.id}-${feature}`,
        payload: payloadOf(entry),
      })),
  );
}

function payloadOf({ at, data, ...entry }: JournalEntry): JobRequest['payload'] {
  return { ...entry, at: at.toISOString(), data: data as JobRequest['payload'] };
}

/** The entry that a job bears. */
export function entryOfJob(payload: JobRequest['payload']): JournalEntry {
  const { at, ...entry } = payload as Omit<JournalEntry, 'at'> & { at: string };
  return { ...entry, at: new Date(at) };
}

/** The listener that a job's name asks for, or undefined when no feature listens any more. */
export function handlerOfJob(features: Features, jobName: string) {
  const [feature = '', kind = ''] = jobName.split('/');
  return listenersOf(features, feature)[kind];
}

/** All sweeps of all features, by name. */
export function sweepsOf(features: Features) {
  return Object.values(features).flatMap(({ every = {} }) =>
    Object.entries(every).map(([name, sweep]) => ({ name, ...sweep })),
  );
}

/** What all features do when it is due, by name. */
export function dueWorkOf(features: Features) {
  return Object.values(features).flatMap(({ whenDue = {} }) =>
    Object.entries(whenDue).map(([name, work]) => ({ name, ...work })),
  );
}

/** Does something to each, one after another: one that fails keeps none of the others, and is thrown in the end. */
export async function eachByItself<T>(all: T[], work: (one: T) => Promise<unknown>): Promise<void> {
  const failures: unknown[] = [];
  for (const one of all) await work(one).catch((error: unknown) => void failures.push(error));
  if (failures.length > 0) throw failures[0];
}

type AnyListener = (ctx: Context, entry: JournalEntry) => Promise<unknown>;

/** By kind, as an entry comes from the database: `note` saw to it that it has the data its kind declares. */
function listenersOf(features: Features, feature: string) {
  return (features[feature]?.on ?? {}) as Record<string, AnyListener | undefined>;
}
