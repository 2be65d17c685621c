import type { ReadingName, readings } from './catalog.ts';

export type { ReadingName } from './catalog.ts';
export { MetricsError } from './metrics-error.ts';

/** One answer, as it is counted. `route` is a pattern such as `/groups/:slug`; absent when none was found. */
export type Answered = {
  door: 'api' | 'web';
  method: string;
  route: string | undefined;
  status: number;
  seconds: number;
};
/** One run of a job or a sweep; `job` is a name of ours. */
export type Ran = { job: string; outcome: 'done' | 'failed'; seconds: number };
export type MailOutcome = 'sent' | 'refused' | 'failed';

/** One figure, or one per value of the reading's label if it has one. */
export type Reading<Name extends ReadingName> = (typeof readings)[Name] extends { label: string }
  ? Record<string, number>
  : number;

/** What one process tells about itself in numbers. */
export type Metrics = {
  answered(answer: Answered): void;
  ran(run: Ran): void;
  mailed(outcome: MailOutcome): void;
  /**
   * `read` is asked each time somebody looks; when it fails or takes too long, the figure is NaN. Several may read one
   * figure, and what they read adds up.
   */
  watch<Name extends ReadingName>(name: Name, read: () => Reading<Name> | Promise<Reading<Name>>): void;
  close(): Promise<void>;
};

/**
 * Serves metrics at `/metrics` of this address; without one nothing is counted, served or even loaded.
 * Throws MetricsError when the address is taken or not this machine's.
 */
export async function openMetrics(address: { host: string; port: number } | undefined): Promise<Metrics> {
  if (!address) return silent;
  const { openPrometheus } = await import('./prometheus.ts');
  return openPrometheus(address);
}

/** Counts nothing. */
export const silent: Metrics = {
  answered() {},
  ran() {},
  mailed() {},
  watch() {},
  async close() {},
};
